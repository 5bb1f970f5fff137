import type { Position } from './nodes.ts';

/** Turns offsets of a text into places with lines and columns. */
export interface Lines {
  placeOf(start: number, end: number): { readonly range: readonly [number, number]; readonly loc: { readonly start: Position; readonly end: Position } };
}

/** Indexes the lines of a text once. */
export function linesOf(text: string): Lines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const positionOf = (offset: number): Position => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) };
  };
  return { placeOf: (start, end) => ({ range: [start, end], loc: { start: positionOf(start), end: positionOf(end) } }) };
}
