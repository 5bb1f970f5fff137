import { nearestTo } from '../config/nearest.ts';
import { folderOf, nameOf, under } from '../files/paths.ts';
import type { Tree } from '../files/tree.ts';

const EXTENSION = /\.d\.[cm]?ts$|\.[cm]?[jt]sx?$/;

/** The file that was probably meant by a path that leads to none: the same in other letters, or with a slip in its name. */
export function nearFile(tree: Tree, path: string): string | undefined {
  const folder = existing(tree, folderOf(path));
  const listing = folder === undefined ? undefined : tree.folder(folder);
  if (listing === undefined) return undefined;
  const stem = nameOf(path).replace(EXTENSION, '').toLowerCase();
  const stems = new Map(listing.sources.map((name) => [name.replace(EXTENSION, '').toLowerCase(), name]));
  const exact = stems.get(stem);
  if (exact !== undefined) return under(listing.path, exact);
  if (listing.path !== folderOf(path)) return undefined;
  const near = nearestTo(stem, [...stems.keys()].filter((one) => Math.abs(one.length - stem.length) <= 2));
  const name = near === undefined ? undefined : stems.get(near);
  return name === undefined ? undefined : under(listing.path, name);
}

/** The folder as it is written on disk, where only the case of its letters differs. */
function existing(tree: Tree, path: string): string | undefined {
  const known = tree.folder(path);
  if (known !== undefined) return known.path;
  if (path === folderOf(path) || !path.startsWith(tree.root)) return undefined;
  const parent = existing(tree, folderOf(path));
  const name = parent === undefined ? undefined : [...(tree.folder(parent)?.folders ?? [])].find((one) => one.toLowerCase() === nameOf(path).toLowerCase());
  return parent === undefined || name === undefined ? undefined : under(parent, name);
}
