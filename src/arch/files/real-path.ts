import { realpathSync } from 'node:fs';
import { folderOf, isWithin, nameOf, toSlashes, under } from './paths.ts';

/** The real path of what is there or would be: the links in the part that is there are followed. */
export function realPath(path: string): string {
  try {
    return toSlashes(realpathSync.native(path));
  } catch {
    const above = folderOf(path);
    return above === path ? path : under(realPath(above), nameOf(path));
  }
}

/** A path as it is called below a real root, also where somebody came to it through a link that leads to the root. */
export function pathBelow(root: string, path: string): string {
  const slashed = toSlashes(path);
  if (isWithin(slashed, root)) return slashed;
  const real = realPath(slashed);
  return isWithin(real, root) ? real : slashed;
}
