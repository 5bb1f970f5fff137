import { under } from '../files/paths.ts';
import type { Tree } from '../files/tree.ts';
import { manifestIn } from '../model/packages.ts';

/** What stands for the extension of compiled code, in the order in which TypeScript looks. */
const SOURCES_OF: ReadonlyMap<string, readonly string[]> = new Map([
  ['.js', ['.ts', '.tsx', '.d.ts', '.js', '.jsx']],
  ['.jsx', ['.tsx', '.ts', '.d.ts', '.jsx', '.js']],
  ['.mjs', ['.mts', '.d.mts', '.mjs']],
  ['.cjs', ['.cts', '.d.cts', '.cjs']],
]);

/** What a path without extension may end in. The last few are Node's and the bundlers'. */
const ADDED = ['.ts', '.tsx', '.d.ts', '.js', '.jsx', '.mts', '.cts', '.d.mts', '.d.cts', '.mjs', '.cjs', '.json', '.node'];

const COMPILED = /\.[cm]?jsx?$/;

/**
 * The real path of the file that a path stands for, as TypeScript and Node look: `.js` for `.ts`, an extension left out,
 * a folder with its `package.json` or index.
 * @param path absolute and normalized
 * @param options.folderOnly the path ends in `/`
 * @param options.suffixes `moduleSuffixes` of the tsconfig
 */
export function probe(tree: Tree, path: string, options: { readonly folderOnly?: boolean; readonly suffixes?: readonly string[] } = {}): string | undefined {
  const suffixes = options.suffixes !== undefined && options.suffixes.length > 0 ? options.suffixes : undefined;
  const file = options.folderOnly === true ? undefined : probeFile(tree, path, suffixes);
  return file ?? probeFolder(tree, path, suffixes);
}

/** The same without folders. */
export function probeFile(tree: Tree, path: string, suffixes: readonly string[] = ['']): string | undefined {
  const compiled = COMPILED.exec(path)?.[0];
  if (compiled !== undefined) {
    const stem = path.slice(0, -compiled.length);
    const found = first(tree, stem, SOURCES_OF.get(compiled) ?? [], suffixes);
    if (found !== undefined) return found;
  }
  return tree.file(path) ?? declarationOf(tree, path) ?? first(tree, path, ADDED, suffixes);
}

function first(tree: Tree, stem: string, extensions: readonly string[], suffixes: readonly string[]): string | undefined {
  for (const extension of extensions) {
    for (const suffix of suffixes) {
      const found = tree.file(stem + suffix + extension);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** `./styles.css` may be described by `styles.d.css.ts`. */
function declarationOf(tree: Tree, path: string): string | undefined {
  const extension = /\.[a-z]+$/.exec(path)?.[0];
  return extension === undefined || /^\.[cm]?[jt]sx?$/.test(extension) ? undefined : tree.file(`${path.slice(0, -extension.length)}.d${extension}.ts`);
}

function probeFolder(tree: Tree, path: string, suffixes: readonly string[] | undefined): string | undefined {
  if (tree.folder(path) === undefined) return undefined;
  const manifest = manifestIn(tree, path);
  for (const field of manifest === undefined ? [] : ['types', 'typings', 'main', 'module']) {
    const target = manifest?.json[field];
    if (typeof target !== 'string' || target === '') continue;
    const at = under(path, target.replace(/^\.\//, '').replace(/\/$/, ''));
    const found = probeFile(tree, at, suffixes) ?? probeFile(tree, `${at}/index`, suffixes);
    if (found !== undefined) return found;
  }
  return probeFile(tree, `${path}/index`, suffixes);
}
