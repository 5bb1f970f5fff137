import { ConfigurationError } from '../error.ts';
import { folderOf, normalized, relativeTo, under } from '../files/paths.ts';
import type { Tree } from '../files/tree.ts';
import { manifestIn, packageAt, workspacePackages } from '../model/packages.ts';
import { exportTargets } from './exports-map.ts';
import { dependencyOf, localPackage, packageFolder, packageNameOf } from './local-packages.ts';

/** The file with the `extends`, and the place of the word in it. */
export interface Extending {
  readonly path: string;
  readonly place: string;
}

/**
 * The file that `extends` names, as TypeScript looks for it: by path, or in a package.
 * @returns `undefined` where it lies in a package that is asked for but not installed
 * @throws ConfigurationError where it is missing
 */
export function extendedFile(tree: Tree, name: string, from: Extending): string | undefined {
  const folder = folderOf(from.path);
  const isPath = /^\.{1,2}(?:[\\/]|$)|^\/|^[A-Za-z]:[\\/]/.test(name);
  const path = isPath ? normalized(name.startsWith('/') || /^[A-Za-z]:/.test(name) ? name : under(folder, name.replaceAll('\\', '/'))) : undefined;
  const file = path === undefined ? inPackage(tree, name, folder) : asFile(tree, path);
  if (file !== undefined) return file;
  if (path === undefined && isDeclared(tree, name, folder) && packageFolder(tree, folder, packageNameOf(name)) === undefined) return undefined;
  const shown = relativeTo(tree.root, from.path) ?? from.path;
  const target = path === undefined ? name : (relativeTo(tree.root, path) ?? path);
  const next = path === undefined ? 'Install the package, or correct `extends`.' : 'Correct `extends`, or put the file there.';
  throw new ConfigurationError(`\`${shown}\` extends \`${target}\`, which is not there.`, next, from.place);
}

function asFile(tree: Tree, path: string): string | undefined {
  return [path, `${path}.json`, `${path}/tsconfig.json`].map((one) => tree.file(one)).find((one) => one !== undefined);
}

function inPackage(tree: Tree, name: string, from: string): string | undefined {
  const packageName = packageNameOf(name);
  const folder = packageFolder(tree, from, packageName) ?? localPackage(tree, from, packageName)?.folder;
  if (folder === undefined) return undefined;
  const subpath = name.slice(packageName.length);
  const manifest = packageAt(tree, folder);
  const exported = manifest?.json['exports'] === undefined ? [] : exportTargets(manifest.json['exports'], `.${subpath}`, ['node', 'require', 'import']);
  for (const target of exported) {
    const file = tree.file(normalized(under(folder, target)));
    if (file !== undefined) return file;
  }
  if (subpath !== '') return asFile(tree, normalized(folder + subpath));
  const main = manifest?.json['tsconfig'];
  return typeof main === 'string' ? asFile(tree, normalized(under(folder, main))) : asFile(tree, `${folder}/tsconfig.json`);
}

/** Whether any package around asks for it: then it is not wrong, only not installed. */
function isDeclared(tree: Tree, name: string, from: string): boolean {
  const packageName = packageNameOf(name);
  for (let folder = from; ; folder = folderOf(folder)) {
    const around = [manifestIn(tree, folder), ...(workspacePackages(tree, folder) ?? [])];
    if (around.some((manifest) => manifest !== undefined && dependencyOf(manifest, packageName) !== undefined)) return true;
    if (folder === tree.root || folder === folderOf(folder)) return false;
  }
}
