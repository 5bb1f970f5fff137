import { braceExpand, Minimatch } from 'minimatch';

/** The URL path that a file's place says: `app/orders/[id]/route.ts` is `/orders/:id`. */
export function pathOfFile(globs: readonly string[], path: string, isFlat: boolean): string | undefined {
  for (const glob of globs.flatMap((one) => braceExpand(one))) {
    if (!new Minimatch(`**/${glob}`, { dot: true }).match(path)) continue;
    const anchor = anchorOf(glob);
    const segments = path.split('/');
    const start = segments.findIndex((_, index) => anchor.every((segment, offset) => segments[index + offset] === segment));
    if (start < 0) continue;
    const own = anchor.at(-1) === 'api' ? ['api'] : [];
    return `/${[...own, ...segments.slice(start + anchor.length).flatMap((segment, index, all) => urlSegments(segment, index === all.length - 1, isFlat))].join('/')}`;
  }
  return undefined;
}

/** The folders that a glob names before its first wildcard. */
function anchorOf(glob: string): string[] {
  const segments = glob.split('/');
  const end = segments.findIndex((segment) => segment.includes('*'));
  return segments.slice(0, end < 0 ? segments.length - 1 : end);
}

/** Files that stand for their folder, and folders that only group: they are no part of the URL. */
const SILENT = /^(?:route|index|_index|\+server|\+page\.server|\+layout\.server|layout|_.*|\(.*\)|@.*)$/;

function urlSegments(segment: string, isLast: boolean, isFlat: boolean): string[] {
  const bare = isLast ? segment.replace(/\.[cm]?[jt]sx?$/, '').replace(METHOD_SUFFIX, '') : segment;
  const parts = isFlat ? bare.split('.') : [bare];
  return parts.filter((part) => !SILENT.test(part)).map(urlSegment);
}

function urlSegment(part: string): string {
  const bracketed = /^\[{1,2}(\.\.\.)?(.+?)\]{1,2}$/.exec(part);
  if (bracketed) return `${bracketed[1] ? '*' : ':'}${bracketed[2] ?? ''}`;
  if (part === '$') return '*';
  return part.startsWith('$') ? `:${part.slice(1)}` : part.replace(/_$/, '');
}

const METHOD_SUFFIX = /\.(get|post|put|patch|delete|head|options)$/;

/** The method at the end of a file's name: `users.post.ts`; every method where there is none. */
export function methodOfFile(path: string): string {
  return METHOD_SUFFIX.exec(path.replace(/\.[cm]?[jt]s$/, ''))?.[1]?.toUpperCase() ?? '*';
}
