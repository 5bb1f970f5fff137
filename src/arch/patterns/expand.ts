import { under } from '../files/paths.ts';
import type { Tree } from '../files/tree.ts';
import type { Claim, PatternSet, State } from './pattern-set.ts';

/** A file or folder of the project that patterns claim. */
export interface Match<T> {
  readonly path: string;
  readonly isFolder: boolean;
  readonly claims: readonly Claim<T>[];
}

/** What a set of patterns claims in a project, in the order of the paths. Only folders that can still match are read. */
export function* matches<T>(tree: Tree, patterns: PatternSet<T>, from: string = tree.root, start: State<T> = patterns.start): Generator<Match<T>> {
  const folder = tree.folder(from);
  if (folder === undefined || folder.isLeftOut) return;
  if (start.claims.length > 0) yield { path: folder.path, isFolder: true, claims: start.claims };
  if (start.positions.length === 0) return;
  for (const name of folder.sources) {
    const claims = patterns.file(start, name);
    if (claims.length > 0) yield { path: under(folder.path, name), isFolder: false, claims };
  }
  for (const name of folder.children) {
    const state = patterns.step(start, name);
    if (state.claims.length > 0 || state.positions.length > 0) yield* matches(tree, patterns, under(folder.path, name), state);
  }
}

/** Whether any source file lies in a folder or below it. */
export function hasSources(tree: Tree, path: string): boolean {
  const folder = tree.folder(path);
  if (folder === undefined || folder.isLeftOut) return false;
  return folder.sources.length > 0 || folder.children.some((name) => hasSources(tree, under(folder.path, name)));
}
