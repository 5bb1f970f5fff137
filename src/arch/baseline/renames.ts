/** Where files have gone: old path to new path, relative to the project's root. */
export type Renames = ReadonlyMap<string, string>;

/** Where a file or folder stands now; the path itself where nothing is known of a move. */
export function currentPath(path: string, renames: Renames): string {
  return renames.get(path) ?? movedFolder(path, renames) ?? path;
}

/** A folder has moved where the files in it have. */
function movedFolder(folder: string, renames: Renames): string | undefined {
  if (folder === '') return undefined;
  for (const [old, current] of renames) {
    if (!old.startsWith(`${folder}/`)) continue;
    const inside = old.slice(folder.length);
    if (current.endsWith(inside)) return current.slice(0, -inside.length);
  }
  return undefined;
}

/** Two moves, one after the other, as one: what moved from `a` to `b` and then to `c` has moved from `a` to `c`. */
export function followed(first: Renames, then: Renames): Renames {
  const all = new Map(then);
  for (const [old, current] of first) all.set(old, then.get(current) ?? current);
  return all;
}
