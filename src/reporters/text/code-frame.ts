import type { Finding } from '../../arch/index.ts';
import { cellsOf, safe } from './safe.ts';

/** A line of code with the carets below what a finding stands on, and the line before for orientation. */
export interface CodeFrame {
  readonly before: FrameLine | undefined;
  readonly line: FrameLine;
  /** Blanks and carets, to be shown below `line.code`. */
  readonly blanks: string;
  readonly carets: string;
}

/** A line of a file. */
export interface FrameLine {
  readonly number: number;
  readonly code: string;
}

/** What is shown of a very long line, and how much of it stands before the finding. */
const WIDEST = 140;
const LEAD = 40;

/** The lines of a text, as findings count them; none of a text that cannot be read. */
export function linesOf(text: string | undefined): readonly string[] {
  return text === undefined ? [] : text.split(/\r\n|[\n\r\u2028\u2029]/);
}

/** The frame of a finding; `undefined` where its line is not there any more. */
export function codeFrame(lines: readonly string[], { line, column, endLine, endColumn }: Finding): CodeFrame | undefined {
  const code = lines[line - 1];
  if (code === undefined || column > code.length + 1) return undefined;
  const from = code.length > WIDEST ? Math.max(0, column - 1 - LEAD) : 0;
  const to = Math.min(code.length, from + WIDEST);
  const start = column - 1;
  const end = Math.min(to, Math.max(start + 1, endLine === line ? endColumn - 1 : code.length));
  const shown = `${from > 0 ? '…' : ''}${safe(code.slice(from, to))}${to < code.length ? '…' : ''}`;
  const previous = lines[line - 2];
  return {
    before: previous === undefined || previous.trim() === '' || previous.length > WIDEST ? undefined : { number: line - 1, code: safe(previous) },
    line: { number: line, code: shown },
    blanks: (from > 0 ? ' ' : '') + blanksFor(code.slice(from, start)),
    carets: '^'.repeat(Math.max(1, cellsIn(code.slice(start, end)))),
  };
}

/** As wide as the code: a tab stays a tab, for nobody knows how wide it is shown. */
function blanksFor(code: string): string {
  return [...code].map((character) => (character === '\t' ? '\t' : ' '.repeat(cellsOf(character)))).join('');
}

function cellsIn(code: string): number {
  return [...code].reduce((cells, character) => cells + cellsOf(character), 0);
}
