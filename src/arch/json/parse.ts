/** Thrown where a text is no JSON. */
export class JsonError extends Error {
  /** Offset into the text. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.name = 'JsonError';
    this.offset = offset;
  }
}

/** A value, and where each of its parts stands. */
export interface Json {
  readonly value: unknown;
  /** Offset of the key (of a property) or of the value (of an element) at a path; of the nearest part above it that is there. */
  offsetOf(path: readonly (string | number)[]): number;
}

interface Part {
  readonly offset: number;
  readonly parts: Map<string | number, Part>;
}

/**
 * Reads JSON, or, where `lenient`, what `tsconfig.json` takes: comments and trailing commas too.
 * @throws JsonError at the first character that does not fit
 */
export function parseJson(text: string, { lenient = false } = {}): Json {
  const reader = new Reader(text, lenient);
  const [value, part] = reader.document();
  return {
    value,
    offsetOf(path) {
      let current = part;
      for (const key of path) {
        const next = current.parts.get(key);
        if (next === undefined) break;
        current = next;
      }
      return current.offset;
    },
  };
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([['true', true], ['false', false], ['null', null]]);

class Reader {
  readonly #text: string;
  readonly #lenient: boolean;
  #at = 0;

  constructor(text: string, lenient: boolean) {
    this.#text = text;
    this.#lenient = lenient;
    if (text.charCodeAt(0) === 0xfeff) this.#at = 1;
  }

  document(): [unknown, Part] {
    this.#skip();
    const result = this.#value();
    this.#skip();
    if (this.#at < this.#text.length) throw this.#error('nothing more');
    return result;
  }

  #value(): [unknown, Part] {
    const offset = this.#at;
    const leaf = (value: unknown): [unknown, Part] => [value, { offset, parts: new Map() }];
    const character = this.#text[offset];
    if (character === '{') return this.#object(offset);
    if (character === '[') return this.#array(offset);
    if (character === '"') return leaf(this.#string());
    const number = this.#match(NUMBER);
    if (number !== undefined) return leaf(Number(number));
    for (const [word, value] of WORDS) {
      if (!this.#text.startsWith(word, offset)) continue;
      this.#at += word.length;
      return leaf(value);
    }
    throw this.#error('a value');
  }

  #object(offset: number): [unknown, Part] {
    const value: Record<string, unknown> = {};
    const parts = new Map<string | number, Part>();
    this.#list('}', () => {
      const keyOffset = this.#at;
      if (this.#text[keyOffset] !== '"') throw this.#error('a key in double quotes');
      const key = this.#string();
      this.#skip();
      this.#expect(':', '`:`');
      this.#skip();
      const [inner, part] = this.#value();
      Object.defineProperty(value, key, { value: inner, enumerable: true, configurable: true, writable: true });
      parts.set(key, { offset: keyOffset, parts: part.parts });
    });
    return [value, { offset, parts }];
  }

  #array(offset: number): [unknown, Part] {
    const value: unknown[] = [];
    const parts = new Map<string | number, Part>();
    this.#list(']', () => {
      const [inner, part] = this.#value();
      parts.set(value.length, part);
      value.push(inner);
    });
    return [value, { offset, parts }];
  }

  #list(close: string, element: () => void): void {
    this.#at += 1;
    this.#skip();
    for (let first = true; this.#text[this.#at] !== close; first = false) {
      if (!first) {
        this.#expect(',', `\`,\` or \`${close}\``);
        this.#skip();
        if (this.#lenient && this.#text[this.#at] === close) break;
      }
      element();
      this.#skip();
    }
    this.#at += 1;
  }

  #string(): string {
    const literal = this.#match(STRING);
    if (literal === undefined) throw this.#error('the end of the text in double quotes');
    return JSON.parse(literal) as string;
  }

  #match(expression: RegExp): string | undefined {
    expression.lastIndex = this.#at;
    const match = expression.exec(this.#text)?.[0];
    if (match !== undefined) this.#at += match.length;
    return match;
  }

  #expect(character: string, what: string): void {
    if (this.#text[this.#at] !== character) throw this.#error(what);
    this.#at += 1;
  }

  #skip(): void {
    const space = this.#lenient ? /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y : /\s*/y;
    space.lastIndex = this.#at;
    this.#at += space.exec(this.#text)?.[0].length ?? 0;
  }

  #error(expected: string): JsonError {
    const found = this.#text[this.#at];
    return new JsonError(`${expected} was expected, but ${found === undefined ? 'the file ends' : `\`${found}\` stands`} here`, Math.min(this.#at, this.#text.length));
  }
}
