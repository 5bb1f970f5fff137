import { lex } from './lexer.ts';
import { linesOf } from './lines.ts';
import type { Lines } from './lines.ts';
import type { PrismaComment, PrismaError, PrismaName, PrismaToken } from './nodes.ts';

const KEYWORDS: ReadonlySet<string> = new Set(['model', 'view', 'type', 'enum', 'datasource', 'generator']);

/** The tokens of a schema, and how far they have been read. */
export class Cursor {
  readonly text: string;
  readonly tokens: readonly PrismaToken[];
  readonly comments: readonly PrismaComment[];
  readonly errors: PrismaError[] = [];
  readonly placeOf: Lines['placeOf'];
  /** How deep lists and calls stand in each other. */
  depth = 0;
  #at = 0;

  constructor(text: string) {
    const { tokens, comments } = lex(text);
    this.text = text;
    this.tokens = tokens;
    this.comments = comments;
    this.placeOf = linesOf(text).placeOf;
  }

  peek(ahead = 0): PrismaToken | undefined {
    return this.tokens[this.#at + ahead];
  }

  isMark(value: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.type === 'Mark' && token.value === value;
  }

  isWord(ahead = 0): boolean {
    return this.peek(ahead)?.type === 'Word';
  }

  /** Whether the next token stands on another line than the one before it. */
  isNewLine(): boolean {
    const token = this.peek();
    const before = this.tokens[this.#at - 1];
    return !token || !before || token.loc.start.line > before.loc.end.line;
  }

  /** `model Order {` at the start of a line: also the way out of a block that was not closed. */
  isBlock(): boolean {
    const token = this.peek();
    return token?.type === 'Word' && KEYWORDS.has(token.value) && this.isWord(1) && this.isMark('{', 2) && this.isNewLine();
  }

  skip(count = 1): void {
    this.#at += count;
  }

  /** Goes past a mark, when it is the next token. */
  take(mark: string): boolean {
    const is = this.isMark(mark);
    if (is) this.#at++;
    return is;
  }

  /** The next token as a name. Only where there is one. */
  name(): PrismaName {
    const { value, range, loc } = this.peek() as PrismaToken;
    this.#at++;
    return { type: 'Name', value, range, loc };
  }

  /** From an offset to the end of the last token that was read. */
  since(start: number): ReturnType<Lines['placeOf']> {
    return this.placeOf(start, Math.max(start, this.tokens[this.#at - 1]?.range[1] ?? start));
  }

  error(message: string, token = this.peek()): void {
    const [start, end] = token?.range ?? [this.text.length, this.text.length];
    this.errors.push({ message, ...this.placeOf(start, end) });
  }

  /** Leaves out what cannot be read, to the end of its line. */
  skipLine(message: string): void {
    this.error(message);
    do this.#at++;
    while (this.peek() && !this.isNewLine() && !this.isMark('}'));
  }
}
