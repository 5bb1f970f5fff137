import { realpathSync } from 'node:fs';
import { folderOf, isWithin, normalized, toSlashes, under } from '../files/paths.ts';
import type { Tree } from '../files/tree.ts';
import { manifestIn, packageAt, workspacePackages, workspaceRootAt, type Manifest } from '../model/packages.ts';

/** The package that a bare specifier names: `@acme/billing` of `@acme/billing/events`. */
export function packageNameOf(specifier: string): string {
  const first = specifier.indexOf('/');
  if (first < 0) return specifier;
  if (!specifier.startsWith('@')) return specifier.slice(0, first);
  const second = specifier.indexOf('/', first + 1);
  return second < 0 ? specifier : specifier.slice(0, second);
}

/** The real folder of an installed package, in the nearest `node_modules` that has it. */
export function packageFolder(tree: Tree, from: string, name: string): string | undefined {
  for (const holder of installedAbove(tree, from)) {
    const real = tree.derived(`installed ${holder} ${name}`, () => realFolder(tree, `${holder}/node_modules/${name}`));
    if (real !== undefined) return real;
  }
  return undefined;
}

/** The folders above that have a `node_modules`, nearest first. */
export function installedAbove(tree: Tree, folder: string): readonly string[] {
  return tree.derived(`node_modules above ${folder}`, () => {
    const above = folder === folderOf(folder) ? [] : installedAbove(tree, folderOf(folder));
    return holdsPackages(tree, folder) ? [folder, ...above] : above;
  });
}

function holdsPackages(tree: Tree, folder: string): boolean {
  if (!isWithin(folder, tree.root)) return realFolder(tree, `${folder}/node_modules`) !== undefined;
  const listing = tree.folder(folder);
  return listing !== undefined && (listing.folders.has('node_modules') || listing.links.get('node_modules')?.kind === 'folder');
}

function realFolder(tree: Tree, path: string): string | undefined {
  tree.memory.dependOn(path);
  try {
    return toSlashes(realpathSync.native(path));
  } catch {
    return undefined;
  }
}

/** Whether an installed package is a folder of the project: a link that a workspace or `file:` has made. */
export function isLocal(tree: Tree, folder: string): boolean {
  return isWithin(folder, tree.root) && !folder.includes('/node_modules/');
}

/**
 * A package whose source is in the project, found without anything being installed: the package itself, one of its
 * workspace, or one that it names by `file:`, `link:` or `portal:`.
 */
export function localPackage(tree: Tree, from: string, name: string): Manifest | undefined {
  const own = packageAt(tree, from);
  if (own?.name === name) return own;
  const wanted = dependencyOf(own, name);
  const path = /^(?:file|link|portal):(.*)$/.exec(wanted ?? '')?.[1];
  if (path !== undefined && own !== undefined) return manifestIn(tree, normalized(path.startsWith('/') ? path : under(own.folder, path)));
  const alias = /^workspace:(@?[^@\s]+)@/.exec(wanted ?? '')?.[1] ?? name;
  for (let folder = workspaceRootAt(tree, from); folder !== undefined; ) {
    const found = namedPackages(tree, folder).get(alias);
    if (found !== undefined && isMeant(found, wanted)) return found;
    folder = folder === tree.root || folder === folderOf(folder) ? undefined : workspaceRootAt(tree, folderOf(folder));
  }
  return undefined;
}

/** Whether a version that is asked for can be the one of the workspace: `storybook@9` is not the package that happens to be called so. */
function isMeant(local: Manifest, wanted: string | undefined): boolean {
  const version = local.json['version'];
  const asked = /^[\^~>=v\s]*(\d+)(?:\.(\d+))?/.exec(wanted ?? '');
  if (asked === null) return true;
  const [major = '', minor = ''] = typeof version === 'string' ? version.split('.') : [];
  return major === asked[1] && (major !== '0' || asked[2] === undefined || minor === asked[2]);
}

/** The version that a package asks for another in. */
export function dependencyOf(manifest: Manifest | undefined, name: string): string | undefined {
  for (const field of ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']) {
    const value = (manifest?.json[field] as Readonly<Record<string, unknown>> | null | undefined)?.[name];
    if (typeof value === 'string') return value;
  }
  return undefined;
}

function namedPackages(tree: Tree, root: string): ReadonlyMap<string, Manifest> {
  return tree.derived(`named packages ${root}`, () => {
    const packages = [manifestIn(tree, root), ...(workspacePackages(tree, root) ?? [])];
    return new Map(packages.flatMap((manifest) => (manifest?.name === undefined ? [] : [[manifest.name, manifest] as const])));
  });
}

/** Whether any package above asks for a package by name. */
export function isAskedFor(tree: Tree, folder: string, name: string): boolean {
  for (let manifest = packageAt(tree, folder); manifest !== undefined; ) {
    if (dependencyOf(manifest, name) !== undefined) return true;
    const above = folderOf(manifest.folder);
    manifest = above === manifest.folder ? undefined : packageAt(tree, above);
  }
  return false;
}
