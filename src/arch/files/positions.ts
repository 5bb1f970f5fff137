/** A place in a text: line and column count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds lines and columns of offsets: worked out once a text. Lines end as JavaScript's do, and as ESLint counts them. */
export class Lines {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    const ends = /\r\n|[\n\r\u2028\u2029]/g;
    while (ends.exec(text) !== null) this.#starts.push(ends.lastIndex);
  }

  /** The place of an offset. */
  at(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }
}

/** `file:line:column` */
export function placed(file: string, text: string, offset: number): string {
  const { line, column } = new Lines(text).at(offset);
  return `${file}:${line}:${column}`;
}
