import { braceExpand } from 'minimatch';
import type { RouteFiles } from '../libraries/index.ts';

/** The URL path that a file's place says: `app/orders/[id]/route.ts` is `/orders/:id`. */
export function pathOfFile({ files, roots }: Pick<RouteFiles, 'files' | 'roots'>, path: string, isFlat: boolean): string | undefined {
  const segments = path.split('/');
  for (const anchor of roots?.map((root) => root.split('/')) ?? files.flatMap((glob) => braceExpand(glob)).map(anchorOf)) {
    const start = segments.findIndex((_, index) => anchor.every((segment, offset) => segments[index + offset] === segment));
    if (start < 0) continue;
    const below = segments.slice(start + anchor.length);
    return `/${below.flatMap((segment, index) => urlSegments(segment, index === below.length - 1, isFlat)).join('/')}`;
  }
  return undefined;
}

/** The folders that a glob names before its first wildcard. */
function anchorOf(glob: string): string[] {
  const segments = glob.split('/');
  const end = segments.findIndex((segment) => segment.includes('*'));
  return segments.slice(0, end < 0 ? segments.length - 1 : end);
}

/** Files that stand for their folder. */
const OWN_FOLDER = /^(?:route|index|_index|\+server|\+page\.server|\+layout\.server|layout)$/;
/** Folders, and parts of flat names, that only group. */
const GROUP = /^(?:_.*|\(.*\)|@.*)$/;

function urlSegments(segment: string, isLast: boolean, isFlat: boolean): string[] {
  const bare = isLast ? segment.replace(/\.[cm]?[jt]sx?$/, '').replace(METHOD_SUFFIX, '') : segment;
  if (isLast && (OWN_FOLDER.test(bare) || (isFlat && bare === 'root'))) return [];
  // In flat names, brackets keep a dot from dividing.
  const parts = isFlat ? bare.split(/\.(?![^[]*\])/).filter((part, index, all) => !(index === all.length - 1 && OWN_FOLDER.test(part))) : [bare];
  return parts.filter((part) => !GROUP.test(part)).map((part) => (isFlat ? flatSegment(part) : urlSegment(part)));
}

function urlSegment(part: string): string {
  const bracketed = /^\[{1,2}(\.\.\.)?(.+?)\]{1,2}$/.exec(part);
  return bracketed ? `${bracketed[1] ? '*' : ':'}${bracketed[2] ?? ''}` : part;
}

function flatSegment(part: string): string {
  if (part === '$') return '*';
  return (part.startsWith('$') ? `:${part.slice(1)}` : part.replace(/_$/, '')).replace(/[[\]]/g, '');
}

const METHOD_SUFFIX = /\.(get|post|put|patch|delete|head|options)$/;

/** The method at the end of a file's name: `users.post.ts`; every method where there is none. */
export function methodOfFile(path: string): string {
  return METHOD_SUFFIX.exec(path.replace(/\.[cm]?[jt]s$/, ''))?.[1]?.toUpperCase() ?? '*';
}
