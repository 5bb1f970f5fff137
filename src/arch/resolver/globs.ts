import { under } from '../files/paths.ts';
import { byCodeUnit, type Tree } from '../files/tree.ts';
import { PatternSet, type State } from '../patterns/pattern-set.ts';
import { expandBraces } from '../patterns/segments.ts';
import type { Resolution } from '../types.ts';
import { reachedFrom } from './prefixes.ts';
import type { Resolver } from './resolver.ts';

/** A pattern, split into the folder that is certain and the rest. */
interface Split {
  readonly folder: string;
  readonly rest: string;
}

/**
 * Every file of the project that a glob stands for.
 * @param except patterns whose files it leaves out
 */
export function resolveGlob(resolver: Resolver, from: string, pattern: string, except: readonly string[]): Resolution {
  const paths = new Set<string>();
  let folder: string | undefined;
  for (const one of expandBraces(pattern)) {
    const split = splitAt(resolver, from, one);
    if (split === undefined) continue;
    folder ??= split.folder;
    for (const path of filesOf(resolver, split)) paths.add(path);
  }
  if (folder === undefined) return { status: 'unanalysable' };
  for (const one of except.flatMap((text) => expandBraces(text))) {
    const split = splitAt(resolver, from, one);
    if (split !== undefined) for (const path of filesOf(resolver, split)) paths.delete(path);
  }
  // A glob does not find the file that it stands in.
  paths.delete(from);
  return { status: 'files', paths: [...paths].sort(byCodeUnit), folder };
}

function splitAt(resolver: Resolver, from: string, pattern: string): Split | undefined {
  const magic = pattern.search(/[*?[\]()!+]/);
  const end = magic < 0 ? pattern.lastIndexOf('/') : pattern.lastIndexOf('/', magic);
  const prefix = pattern.slice(0, end + 1);
  const reached = reachedFrom(resolver, from, prefix === '' ? './' : prefix);
  if ('status' in reached) return undefined;
  const folder = reached.folders.find((path) => resolver.tree.folder(path) !== undefined) ?? reached.folders[0];
  return folder === undefined ? undefined : { folder, rest: pattern.slice(end + 1) };
}

function* filesOf(resolver: Resolver, { folder, rest }: Split): Generator<string> {
  if (rest === '') return;
  const set = new PatternSet([{ pattern: rest, data: undefined, filesOnly: true, eachFolder: true }]);
  yield* matching(resolver.tree, folder, set, set.start);
}

/** Files of every kind: a bundler hands out `.json` and `.sql` just as well. */
function* matching(tree: Tree, path: string, set: PatternSet<undefined>, state: State<undefined>): Generator<string> {
  const folder = tree.folder(path);
  if (folder === undefined || folder.isLeftOut) return;
  for (const name of [...folder.files, ...folder.links.keys()]) {
    if (set.file(state, name).length === 0) continue;
    const file = tree.file(under(folder.path, name));
    if (file !== undefined) yield file;
  }
  for (const name of folder.children) {
    const next = set.step(state, name);
    if (next.positions.length > 0) yield* matching(tree, under(folder.path, name), set, next);
  }
}
