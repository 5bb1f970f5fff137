/** A place as people and editors count it. */
export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/** What ECMAScript, TypeScript and ESLint take for the end of a line. */
const LINE_END = /\r\n|[\r\n\u2028\u2029]/g;

/** The position of an offset. A byte order mark takes no column, as in an editor. */
export function positionAt(text: string, offset: number): Position {
  let line = 1;
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (const end of text.slice(0, offset).matchAll(LINE_END)) {
    line++;
    start = end.index + end[0].length;
  }
  return { line, column: Math.max(offset - start, 0) + 1 };
}
