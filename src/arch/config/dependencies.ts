import { folderOf, normalized, under } from '../files/paths.ts';
import { readText, type Tree } from '../files/tree.ts';
import { readFileReferences } from '../references/index.ts';

const MAX_FILES = 200;

/** The files that a configuration is made of, besides itself: what it imports with `./` and `../`, and so on. */
export function dependencyFilesOf(tree: Tree, path: string, text: string): string[] {
  const found = new Set<string>([path]);
  const pending = [{ path, text }];
  for (let file = pending.pop(); file !== undefined && found.size < MAX_FILES; file = pending.pop()) {
    for (const { specifier } of readFileReferences(file.path, file.text).references) {
      if (specifier === undefined || !specifier.startsWith('.')) continue;
      const target = candidates(normalized(under(folderOf(file.path), specifier))).find((one) => tree.file(one) !== undefined);
      const next = target === undefined || found.has(target) ? undefined : readText(target);
      if (target === undefined || next === undefined) continue;
      found.add(target);
      pending.push({ path: target, text: next });
    }
  }
  return [...found];
}

function candidates(path: string): string[] {
  const stem = path.replace(/\.[cm]?js$/, '');
  const extensions = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs', '.json'];
  return [path, ...extensions.map((extension) => stem + extension), ...['.ts', '.js'].map((extension) => `${path}/index${extension}`)];
}
