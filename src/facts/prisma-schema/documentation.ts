import type { Cursor } from './cursor.ts';
import type { PrismaComment, PrismaToken } from './nodes.ts';

/** The text of the `///` lines right above a token, without the slashes. */
export function documentationAbove({ comments, text }: Cursor, token: PrismaToken): string | undefined {
  const lines: string[] = [];
  let index = lastBefore(comments, token.range[0]);
  for (let line = token.loc.start.line - 1; index >= 0; index--, line--) {
    const comment = comments[index];
    if (comment?.type !== 'Documentation' || comment.loc.start.line !== line || !isAlone(comment, text)) break;
    lines.unshift(comment.value.trim());
  }
  return lines.length > 0 ? lines.join('\n') : undefined;
}

function lastBefore(comments: readonly PrismaComment[], offset: number): number {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle]?.range[0] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function isAlone({ range, loc }: PrismaComment, text: string): boolean {
  return text.slice(range[0] - loc.start.column, range[0]).trim() === '';
}
