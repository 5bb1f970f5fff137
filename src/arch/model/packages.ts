import { folderOf, relativeTo, under } from '../files/paths.ts';
import type { Tree } from '../files/tree.ts';
import { JsonError, parseJson } from '../json/parse.ts';
import { matches } from '../patterns/expand.ts';
import { PatternSet } from '../patterns/pattern-set.ts';
import { packagesOfYaml } from './workspace-yaml.ts';

/** A `package.json` that could be read. */
export interface Manifest {
  /** Absolute folder. */
  readonly folder: string;
  readonly name: string | undefined;
  readonly json: Readonly<Record<string, unknown>>;
}

/** The `package.json` of a folder; `undefined` where there is none, or none that can be read. */
export function manifestIn(tree: Tree, folder: string): Manifest | undefined {
  return tree.derived(`manifest ${folder}`, () => {
    const listing = tree.folder(folder);
    if (!listing?.files.has('package.json') && listing?.links.get('package.json')?.kind !== 'file') return undefined;
    const json = jsonObject(tree.text(under(folder, 'package.json')));
    return json && { folder, name: typeof json['name'] === 'string' ? json['name'] : undefined, json };
  });
}

/** The package that a folder belongs to: the nearest `package.json` above. */
export function packageAt(tree: Tree, folder: string): Manifest | undefined {
  return tree.derived(`package ${folder}`, () => {
    const here = manifestIn(tree, folder);
    return here ?? (folder === folderOf(folder) ? undefined : packageAt(tree, folderOf(folder)));
  });
}

/** The packages of the workspace that has its root in a folder, without the root; `undefined` where it is none. */
export function workspacePackages(tree: Tree, folder: string): readonly Manifest[] | undefined {
  return tree.derived(`workspaces ${folder}`, () => {
    const patterns = workspacePatterns(tree, folder);
    if (patterns === undefined) return undefined;
    const set = new PatternSet<undefined>(patterns.map((pattern) => ({ pattern, data: undefined, eachFolder: true })));
    const found: Manifest[] = [];
    for (const { path, isFolder } of matches(tree, set, folder)) {
      const manifest = isFolder && path !== folder ? manifestIn(tree, path) : undefined;
      if (manifest !== undefined) found.push(manifest);
    }
    return found;
  });
}

/** The root of the workspace that a folder is a package of, or lies in one of its packages. */
export function workspaceRootAt(tree: Tree, folder: string): string | undefined {
  return tree.derived(`workspace root ${folder}`, () => {
    if (workspacePatterns(tree, folder) !== undefined) return folder;
    return folder === tree.root || folder === folderOf(folder) || relativeTo(tree.root, folder) === undefined ? undefined : workspaceRootAt(tree, folderOf(folder));
  });
}

function workspacePatterns(tree: Tree, folder: string): readonly string[] | undefined {
  const listing = tree.folder(folder);
  if (listing === undefined) return undefined;
  const found = [
    listing.files.has('package.json') ? fieldOf(manifestIn(tree, folder)?.json['workspaces']) : undefined,
    listing.files.has('pnpm-workspace.yaml') ? packagesOfYaml(tree.text(under(folder, 'pnpm-workspace.yaml')) ?? '') : undefined,
    listing.files.has('lerna.json') ? (textsOf(jsonObject(tree.text(under(folder, 'lerna.json')))?.['packages']) ?? ['packages/*']) : undefined,
  ].filter((patterns) => patterns !== undefined);
  return found.length === 0 ? undefined : [...new Set(found.flat())];
}

function fieldOf(workspaces: unknown): readonly string[] | undefined {
  return textsOf(workspaces) ?? (typeof workspaces === 'object' && workspaces !== null ? textsOf((workspaces as { packages?: unknown }).packages) : undefined);
}

function textsOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string' && one !== '') : undefined;
}

function jsonObject(text: string | undefined): Record<string, unknown> | undefined {
  if (text === undefined) return undefined;
  try {
    const { value } = parseJson(text, { lenient: true });
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch (error) {
    if (error instanceof JsonError) return undefined;
    throw error;
  }
}
