/** Paths inside the room: absolute, with `/`, no trailing slash. */

/** Extensions of the files that are checked. A declaration file ends in one of them. */
export const SOURCE_EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'] as const;

const SOURCE = /\.[cm]?[jt]sx?$/;
const NOT_SOURCE = /\.[cm][jt]sx$/;

/** Whether a file of this name is read for references. What Yarn writes beside the code is none of it. */
export function isSourceName(name: string): boolean {
  return SOURCE.test(name) && !NOT_SOURCE.test(name) && !name.startsWith('.pnp.');
}

/** A path of the operating system in the form of this room. */
export function toSlashes(path: string): string {
  return path.includes('\\') && process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}

/** The folder of a path; `/` for what stands at the top. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? path.slice(0, slash + 1) : path.slice(0, slash);
}

/** The last segment. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A path below a folder. */
export function under(folder: string, name: string): string {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

/** Whether a path is a folder or lies in it. */
export function isWithin(path: string, folder: string): boolean {
  if (!path.startsWith(folder)) return false;
  return path.length === folder.length || path[folder.length] === '/' || folder.endsWith('/');
}

/** The path seen from a folder that holds it; the empty string for the folder itself, `undefined` for what lies elsewhere. */
export function relativeTo(folder: string, path: string): string | undefined {
  if (path === folder) return '';
  return isWithin(path, folder) ? path.slice(folder.endsWith('/') ? folder.length : folder.length + 1) : undefined;
}

/** `.` and `..` worked out, doubled and trailing slashes left out. */
export function normalized(path: string): string {
  if (!path.includes('/.') && !path.includes('//') && !path.endsWith('/')) return path;
  const out: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') out.pop();
    else out.push(segment);
  }
  const joined = out.join('/');
  return path.startsWith('/') ? `/${joined}` : joined;
}

/** A relative path, worked out from a folder: `../b` from `/x/a` is `/x/b`. */
export function joined(folder: string, relative: string): string {
  let base = folder;
  let rest = relative;
  for (;;) {
    if (rest.startsWith('./')) rest = rest.slice(2);
    else if (rest.startsWith('../')) {
      rest = rest.slice(3);
      base = folderOf(base);
    } else break;
  }
  return normalized(rest === '' ? base : under(base, rest));
}

/** How to come from one folder to a path, `./` or `../` in front. */
export function relativeSpecifier(folder: string, path: string): string {
  const from = folder.split('/');
  const to = path.split('/');
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same += 1;
  const up = '../'.repeat(from.length - same);
  return (up === '' ? './' : up) + to.slice(same).join('/');
}
