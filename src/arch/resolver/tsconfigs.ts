import { folderOf, nameOf, relativeTo, under } from '../files/paths.ts';
import type { Tree } from '../files/tree.ts';
import { PatternSet, type State } from '../patterns/pattern-set.ts';
import { escapedPath } from '../patterns/segments.ts';
import { readTsConfig, type TsConfig } from './tsconfig.ts';

/**
 * The tsconfig that rules a file: the nearest `tsconfig.json`, or, where that one only refers to others (a solution) or
 * leaves the file out, the first of those it refers to that takes the file in.
 * @throws ConfigurationError where it is broken
 */
export function tsConfigOf(tree: Tree, path: string): TsConfig | undefined {
  const nearest = nearestTsConfig(tree, folderOf(path));
  if (nearest === undefined || nearest.references.length === 0 || takesIn(tree, nearest, path)) return nearest;
  return referenced(tree, nearest, path, new Set([nearest.path])) ?? nearest;
}

/** The `tsconfig.json` (or `jsconfig.json`) of a folder or of the nearest one above it, up to the root. */
export function nearestTsConfig(tree: Tree, folder: string): TsConfig | undefined {
  return tree.derived(`tsconfig above ${folder}`, () => {
    const here = tsConfigIn(tree, folder);
    if (here !== undefined) return here;
    const above = folderOf(folder);
    return above === folder ? undefined : nearestTsConfig(tree, above);
  });
}

/** The tsconfig of a folder itself. */
export function tsConfigIn(tree: Tree, folder: string): TsConfig | undefined {
  // Above the root, what lies beside the tsconfig is nobody's business: only the file is looked for.
  const names = ['tsconfig.json', 'jsconfig.json'];
  const inside = relativeTo(tree.root, folder) !== undefined;
  const listing = inside ? tree.folder(folder) : undefined;
  const name = names.find((one) => (inside ? listing?.files.has(one) || listing?.links.get(one)?.kind === 'file' : tree.text(under(folder, one)) !== undefined));
  return name === undefined ? undefined : readTsConfig(tree, under(folder, name));
}

function referenced(tree: Tree, config: TsConfig, path: string, seen: Set<string>): TsConfig | undefined {
  for (const reference of config.references) {
    const file = reference.endsWith('.json') ? reference : `${reference}/tsconfig.json`;
    if (seen.has(file) || tree.file(file) === undefined) continue;
    seen.add(file);
    const other = readTsConfig(tree, file);
    const found = takesIn(tree, other, path) ? other : referenced(tree, other, path, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a file is part of what a tsconfig compiles, by `files`, `include` and `exclude`. */
function takesIn(tree: Tree, config: TsConfig, path: string): boolean {
  return tree.derived(`tsconfig scope ${config.path}`, () => takerOf(readTsConfig(tree, config.path)))(path);
}

function takerOf(config: TsConfig): (path: string) => boolean {
  const folder = folderOf(config.path);
  const files = new Set(config.files);
  const include = config.include ?? (config.files === undefined ? [escapedPath(folder)] : []);
  const included = absolutePatterns(include);
  const excluded = absolutePatterns(config.exclude);
  return (path) => files.has(path) || (claims(included, path) && !claims(excluded, path));
}

function absolutePatterns(patterns: readonly string[]): PatternSet<undefined> {
  // Without wildcard and extension, it is a folder with all that is in it; `src/**/*` is that too.
  return new PatternSet(patterns.map((pattern) => ({ pattern: pattern.replace(/^\//, '').replace(/\/\*\*\/\*$/, '/**'), data: undefined })));
}

function claims(set: PatternSet<undefined>, path: string): boolean {
  let state: State<undefined> = set.start;
  if (state.claims.length > 0) return true;
  for (const name of folderOf(path).split('/').filter(Boolean)) {
    state = set.step(state, name);
    if (state.claims.length > 0) return true;
    if (state.positions.length === 0) return false;
  }
  return set.file(state, nameOf(path)).length > 0;
}
