/** Lines count from 1, columns from 0, as in JavaScript. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Location {
  readonly start: Position;
  readonly end: Position;
}

/** The lines of a text, to tell offsets from positions. */
export class Lines {
  readonly lines: readonly string[];
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    this.lines = text.split(/\r\n|[\r\n\u2028\u2029]/);
    const starts = [0];
    for (const { index, 0: mark } of text.matchAll(/\r\n|[\r\n\u2028\u2029]/g)) starts.push(index + mark.length);
    this.#starts = starts;
  }

  /** @throws RangeError for an offset outside the text */
  positionOf(index: number): Position {
    if (!(index >= 0 && index <= this.#text.length)) throw new RangeError(`Index out of range (requested index ${index}, but source text has length ${this.#text.length}).`);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: index - (this.#starts[low] ?? 0) };
  }

  /** @throws RangeError for a line that is not there */
  indexOf({ line, column }: Position): number {
    const start = this.#starts[line - 1];
    if (start === undefined) throw new RangeError(`Line number out of range (line ${line} requested).`);
    return start + column;
  }

  locationOf([start, end]: readonly [number, number]): Location {
    return { start: this.positionOf(start), end: this.positionOf(end) };
  }
}
