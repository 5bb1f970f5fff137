import { folderOf, isSourceName, nameOf, under } from '../files/paths.ts';
import type { Folder, Tree } from '../files/tree.ts';
import { manifestIn } from '../model/packages.ts';

/** What an extension stands for, in the order in which TypeScript looks. */
const SOURCES_OF: ReadonlyMap<string, readonly string[]> = new Map([
  ['.ts', ['.ts', '.tsx', '.d.ts', '.js', '.jsx']],
  ['.tsx', ['.tsx', '.ts', '.d.ts', '.jsx', '.js']],
  ['.mts', ['.mts', '.d.mts', '.mjs']],
  ['.cts', ['.cts', '.d.cts', '.cjs']],
  ['.js', ['.ts', '.tsx', '.d.ts', '.js', '.jsx']],
  ['.jsx', ['.tsx', '.ts', '.d.ts', '.jsx', '.js']],
  ['.mjs', ['.mts', '.d.mts', '.mjs']],
  ['.cjs', ['.cts', '.d.cts', '.cjs']],
]);

/** What a path without extension may end in. The last few are Node's and the bundlers'. */
const ADDED = ['.ts', '.tsx', '.d.ts', '.js', '.jsx', '.mts', '.cts', '.d.mts', '.d.cts', '.mjs', '.cjs', '.json', '.node'];

const CODE = /\.[cm]?[jt]sx?$/;

/**
 * The real path of the file that a path stands for, as TypeScript and Node look: `.js` for `.ts`, an extension left out,
 * a folder with its `package.json` or index.
 * @param path absolute and normalized
 * @param folderOnly the path ends in `/`
 * @param moduleSuffixes as the tsconfig has them
 */
export function probe(tree: Tree, path: string, folderOnly: boolean, moduleSuffixes: readonly string[] = NO_SUFFIX): string | undefined {
  const suffixes = moduleSuffixes.length > 0 ? moduleSuffixes : NO_SUFFIX;
  const file = folderOnly ? undefined : probeFile(tree, path, suffixes);
  return file ?? probeFolder(tree, path, suffixes);
}

const NO_SUFFIX: readonly string[] = [''];

/** The same without folders. */
export function probeFile(tree: Tree, path: string, suffixes: readonly string[] = NO_SUFFIX): string | undefined {
  const folder = tree.folder(folderOf(path));
  if (folder === undefined) return undefined;
  const name = nameOf(path);
  const extension = CODE.exec(name)?.[0];
  const stem = extension === undefined ? name : name.slice(0, -extension.length);
  const found = extension === undefined ? undefined : first(folder, stem, SOURCES_OF.get(extension) ?? [], suffixes);
  return found ?? fileIn(folder, name) ?? declarationIn(folder, name) ?? first(folder, name, ADDED, suffixes);
}

function first(folder: Folder, stem: string, extensions: readonly string[], suffixes: readonly string[]): string | undefined {
  for (const extension of extensions) {
    for (const suffix of suffixes) {
      const found = fileIn(folder, stem + suffix + extension);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function fileIn({ files, links, path }: Folder, name: string): string | undefined {
  if (files.has(name)) return under(path, name);
  const target = links.size === 0 ? undefined : links.get(name);
  return target?.kind === 'file' ? target.path : undefined;
}

/** `./styles.css` may be described by `styles.d.css.ts`. */
function declarationIn(folder: Folder, name: string): string | undefined {
  const dot = name.lastIndexOf('.');
  return dot <= 0 || isSourceName(name) ? undefined : fileIn(folder, `${name.slice(0, dot)}.d${name.slice(dot)}.ts`);
}

function probeFolder(tree: Tree, path: string, suffixes: readonly string[]): string | undefined {
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
