import { realpathSync } from 'node:fs';
import { isSourceName, under } from './paths.ts';
import type { Folder, Tree } from './tree.ts';

/** Everything of the project: each folder's files by name, then its folders. */
export interface Walked {
  /** Source files, absolute and real. */
  readonly files: readonly string[];
  readonly folders: readonly Folder[];
  /** Links to source files or folders that lead to nothing, absolute. */
  readonly dangling: readonly string[];
}

/** Reads every folder of the project. */
export function walk(tree: Tree): Walked {
  const files: string[] = [];
  const folders: Folder[] = [];
  const dangling: string[] = [];
  const followed = new Set<string>();
  const pending = [tree.root];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    const folder = tree.folder(path);
    if (folder === undefined || !isFirstVisit(folder, path, followed)) continue;
    folders.push(folder);
    for (const name of folder.sources) files.push(under(folder.path, name));
    for (const [name, target] of folder.links) {
      if (target === undefined && (isSourceName(name) || !name.includes('.'))) dangling.push(under(folder.path, name));
    }
    for (const name of folder.children.toReversed()) pending.push(under(folder.path, name));
  }
  return { files, folders, dangling };
}

/** A link that leads out of the project is followed once: what it leads to may hold links to itself. */
function isFirstVisit(folder: Folder, path: string, followed: Set<string>): boolean {
  if (folder.path !== path) return false;
  const real = realpathOf(path, folder, followed);
  if (real === undefined) return true;
  if (followed.has(real)) return false;
  followed.add(real);
  return true;
}

function realpathOf(path: string, folder: Folder, followed: Set<string>): string | undefined {
  // Nearly no project has such links: no path is worked out before the first one is met.
  const hasLinksOut = followed.size > 0 || [...folder.links.values()].some((target) => target?.kind === 'folder' && target.path.startsWith(under(path, '')));
  return hasLinksOut ? realpathSync.native(path) : undefined;
}
