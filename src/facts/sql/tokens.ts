import type { SqlParameter } from './types.ts';

/** A span of the text that is no SQL: `${…}` of a template, or the other half of a concatenation. */
export interface SqlHole {
  readonly start: number;
  readonly end: number;
}

/** Databases whose way of writing strings, comments and functions differs from the others'. */
export type SqlDialect = 'postgresql' | 'mysql' | 'sqlite' | 'mssql';

/**
 * One word of SQL. `word` a keyword or bare name; `name` a quoted name; `text` a string; `body` a dollar-quoted string; `mark` an operator or
 * punctuation; `end` the end of a statement.
 */
export interface Token {
  readonly kind: 'word' | 'name' | 'text' | 'body' | 'number' | 'parameter' | 'mark' | 'end';
  readonly start: number;
  readonly end: number;
  /** Lower case for words; without quotes for names and strings. */
  readonly value: string;
  readonly parameter?: SqlParameter;
}

/** Cuts SQL into tokens, in one pass; comments are left out. Never throws: what is not closed ends with the text. */
export function tokensOf(text: string, holes: readonly SqlHole[], dialect: SqlDialect | undefined): Token[] {
  const plain = new Tokenizer(text, holes, dialect, dialect === 'mysql');
  const tokens = plain.read();
  // `'it\'s'` is MySQL's way to write a quote, and the end of a string elsewhere.
  if (dialect === undefined && plain.isUnclosed && text.includes("\\'")) {
    const escaped = new Tokenizer(text, holes, dialect, true);
    const others = escaped.read();
    if (!escaped.isUnclosed) return others;
  }
  return tokens;
}

const SPACE = /\s/;
const WORD_START = /[A-Za-z_\u0080-\uffff]/;
const WORD_PART = /[A-Za-z0-9_$\u0080-\uffff]/;
const DIGIT = /[0-9]/;
const NUMBER_PART = /[0-9A-Fa-fxX_.]/;
const BRACKET_NAME = /[\w $#@.-]/;

/** Longest first: what is written together is one operator. */
const MARKS = ['\\?', '->>', '#>>', '<=>', '!~~*', '~~*', '!~~', '::', ':=', '->', '#>', '#-', '<=', '>=', '<>', '!=', '||', '&&', '@>', '<@', '@?', '@@', '?|', '?&', '~~', '!~', '..', '=>'];

/** Words after which a `?` is a placeholder: they end no operand, so that it cannot be the operator of `data ? 'key'`. */
const BEFORE_VALUE = new Set(
  ('select distinct where and or not limit offset between like ilike in is values by having on when then else case set interval top fetch first next skip using returning from join update into ' +
    'call exec execute any all some exists escape regexp rlike similar to against default at zone as over only table div mod xor binary collate return if call rows range groups').split(' '),
);

class Tokenizer {
  /** A string was not closed before the text ended. */
  isUnclosed = false;
  readonly #text: string;
  readonly #holes: readonly SqlHole[];
  readonly #dialect: SqlDialect | undefined;
  readonly #hasBackslashes: boolean;
  readonly #tokens: Token[] = [];
  #at = 0;
  #hole = 0;
  #positions = 0;
  #delimiter = '';
  #isCopy = false;
  #canNest = true;

  constructor(text: string, holes: readonly SqlHole[], dialect: SqlDialect | undefined, hasBackslashes: boolean) {
    this.#text = text;
    this.#holes = holes;
    this.#dialect = dialect;
    this.#hasBackslashes = hasBackslashes;
  }

  read(): Token[] {
    while (this.#at < this.#text.length) this.#next();
    return this.#tokens;
  }

  #next(): void {
    const text = this.#text;
    const at = this.#at;
    const hole = this.#holeAt(at);
    if (hole) return this.#push('parameter', Math.max(hole.end, at + 1), '', { style: 'hole', key: this.#hole++ });
    const char = text[at] as string;
    if (SPACE.test(char)) {
      this.#at++;
      return;
    }
    if (this.#comment(char)) return;
    if (this.#delimiter && text.startsWith(this.#delimiter, at)) return this.#push('end', at + this.#delimiter.length, ';');
    if (this.#quoted(char)) return;
    if (WORD_START.test(char)) return this.#word();
    if (DIGIT.test(char) || (char === '.' && DIGIT.test(text[at + 1] ?? '') && this.#last()?.kind !== 'word')) return this.#number();
    if (char === ';') return this.#endStatement();
    if (this.#placeholder(char)) return;
    const mark = MARKS.find((one) => one[0] === char && text.startsWith(one, at)) ?? char;
    this.#push('mark', at + mark.length, mark);
  }

  #holeAt(at: number): SqlHole | undefined {
    while ((this.#holes[this.#hole]?.end ?? Infinity) <= at) this.#hole++;
    const hole = this.#holes[this.#hole];
    return hole && hole.start <= at ? hole : undefined;
  }

  #push(kind: Token['kind'], end: number, value: string, parameter?: SqlParameter): void {
    this.#tokens.push({ kind, start: this.#at, end, value, ...(parameter && { parameter }) });
    this.#at = end;
  }

  #last(): Token | undefined {
    return this.#tokens.at(-1);
  }

  #comment(char: string): boolean {
    const text = this.#text;
    const at = this.#at;
    if (char === '/' && text[at + 1] === '*') {
      this.#at = this.#endOfBlock(at);
      return true;
    }
    const isCommand = char === '\\' && WORD_START.test(text[at + 1] ?? '') && this.#isFirstOfLine(at);
    if ((char === '-' && text[at + 1] === '-') || (char === '#' && this.#isHashComment()) || isCommand) {
      this.#at = endOfLine(text, at);
      return true;
    }
    return false;
  }

  /** Block comments nest in PostgreSQL, and end with the first `*` `/` elsewhere. */
  #endOfBlock(open: number): number {
    const text = this.#text;
    const first = text.indexOf('*/', open + 2);
    if (first < 0) return text.length;
    let depth = 1;
    let at = open + 2;
    while (at < text.length && depth > 0 && this.#canNest) {
      const pair = text.slice(at, at + 2);
      if (pair === '*/') depth--;
      else if (pair === '/*') depth++;
      at += pair === '*/' || pair === '/*' ? 2 : 1;
    }
    if (depth > 0) this.#canNest = false;
    return depth > 0 ? first + 2 : at;
  }

  /** `#` opens a comment in MySQL only; elsewhere it is an operator, which does not stand at the start of a line or after a statement. */
  #isHashComment(): boolean {
    if (this.#dialect === 'mysql') return true;
    const next = this.#text[this.#at + 1] ?? ' ';
    if (this.#dialect !== undefined || next === '>' || next === '-' || next === '=') return false;
    const last = this.#last();
    return this.#isFirstOfLine(this.#at) || last?.kind === 'end';
  }

  #isFirstOfLine(at: number): boolean {
    for (let before = at - 1; before >= 0; before--) {
      const char = this.#text[before] as string;
      if (char === '\n') return true;
      if (!SPACE.test(char)) return false;
    }
    return true;
  }

  #quoted(char: string): boolean {
    switch (char) {
      case "'":
        this.#string(this.#at, this.#hasBackslashes);
        return true;
      case '"':
      case '`':
        this.#name(char, char === '"' && this.#hasBackslashes);
        return true;
      case '[':
        return this.#bracketName();
      case '$':
        return this.#dollarBody();
      default:
        return false;
    }
  }

  #string(open: number, hasBackslashes: boolean): void {
    const end = this.#endOfQuoted(open, "'", hasBackslashes);
    this.#push('text', end, this.#text.slice(open + 1, end - 1));
  }

  #name(quote: string, hasBackslashes: boolean): void {
    const open = this.#at;
    this.#holeAt(open);
    const hole = this.#hole;
    const end = this.#endOfQuoted(open, quote, hasBackslashes);
    const value = this.#text.slice(open + 1, end - 1).replaceAll(quote + quote, quote);
    // A name with a hole in it is known by its hole only.
    if (hole < this.#hole) this.#push('parameter', end, value, { style: 'hole', key: hole });
    else this.#push('name', end, value);
  }

  #endOfQuoted(open: number, quote: string, hasBackslashes: boolean): number {
    const text = this.#text;
    let at = open + 1;
    while (at < text.length) {
      const hole = this.#holeAt(at);
      if (hole) {
        at = Math.max(hole.end, at + 1);
        this.#hole++;
        continue;
      }
      const char = text[at];
      if (char === quote) {
        if (text[at + 1] !== quote || this.#isHoleStart(at + 1)) return at + 1;
        at += 2;
      } else at += char === '\\' && hasBackslashes ? 2 : 1;
    }
    this.isUnclosed = true;
    return text.length;
  }

  #isHoleStart(at: number): boolean {
    return this.#holes[this.#hole]?.start === at;
  }

  /** `[Order Lines]` of SQL Server; `items[1]`, `array[a]` and `[OFFSET(0)]` are subscripts. */
  #bracketName(): boolean {
    const text = this.#text;
    const open = this.#at;
    const last = this.#last();
    if (this.#dialect === 'postgresql' || this.#dialect === 'mysql') return false;
    if (last && last.end === open && (last.kind !== 'mark' || last.value === ']' || last.value === ')')) return false;
    if (last?.value === 'array' || !WORD_START.test(text[open + 1] ?? '')) return false;
    let at = open + 1;
    while (at < text.length && BRACKET_NAME.test(text[at] as string)) at++;
    if (text[at] !== ']') return false;
    this.#push('name', at + 1, text.slice(open + 1, at));
    return true;
  }

  /** `$$ … $$`, `$body$ … $body$`. */
  #dollarBody(): boolean {
    const text = this.#text;
    const open = this.#at;
    let at = open + 1;
    if (DIGIT.test(text[at] ?? '')) return false;
    while (at < text.length && WORD_PART.test(text[at] as string) && text[at] !== '$') at++;
    if (text[at] !== '$') return false;
    const tag = text.slice(open, at + 1);
    const close = text.indexOf(tag, at + 1);
    const end = close < 0 ? text.length : close + tag.length;
    this.#push('body', end, text.slice(at + 1, close < 0 ? end : close));
    while ((this.#holes[this.#hole]?.start ?? Infinity) < end) this.#hole++;
    return true;
  }

  #word(): void {
    const text = this.#text;
    const open = this.#at;
    const limit = this.#holes[this.#hole]?.start ?? text.length;
    let at = open + 1;
    while (at < limit && WORD_PART.test(text[at] as string) && !(this.#delimiter && text.startsWith(this.#delimiter, at))) at++;
    if (text[at] === "'" && at === open + 1 && at < limit) {
      const prefix = (text[open] as string).toLowerCase();
      if (prefix === 'e' || prefix === 'n' || prefix === 'b' || prefix === 'x') return this.#string(at, prefix === 'e' || this.#hasBackslashes);
    }
    const value = text.slice(open, at).toLowerCase();
    if (value === 'delimiter' && this.#isFirstOfLine(open)) return this.#setDelimiter(at);
    if (value === 'go' && this.#isFirstOfLine(open) && text.slice(at, endOfLine(text, at)).trim() === '') return this.#push('end', at, ';');
    if (value === 'stdin') this.#isCopy = true;
    this.#push('word', at, value);
  }

  /** The client command of MySQL: statements end with another mark from here on. */
  #setDelimiter(at: number): void {
    const end = endOfLine(this.#text, at);
    const mark = this.#text.slice(at, end).trim();
    this.#delimiter = mark === ';' ? '' : mark;
    this.#at = end;
  }

  #number(): void {
    const text = this.#text;
    const limit = this.#holes[this.#hole]?.start ?? text.length;
    let at = this.#at + 1;
    while (at < limit && (NUMBER_PART.test(text[at] as string) || ((text[at] === '-' || text[at] === '+') && /e/i.test(text[at - 1] as string)))) at++;
    this.#push('number', at, text.slice(this.#at, at));
  }

  #endStatement(): void {
    this.#push('end', this.#at + 1, ';');
    if (!this.#isCopy) return;
    // `COPY … FROM stdin;` is followed by rows, not by SQL.
    this.#isCopy = false;
    const close = this.#text.indexOf('\n\\.', this.#at);
    if (close >= 0) this.#at = close + 3;
  }

  #placeholder(char: string): boolean {
    const text = this.#text;
    const at = this.#at;
    const next = text[at + 1] ?? '';
    if (char === '$' && DIGIT.test(next)) {
      const end = this.#endOfDigits(at + 1);
      this.#push('parameter', end, '', { style: 'number', key: Number(text.slice(at + 1, end)) - 1 });
      return true;
    }
    if (char === '?' && !this.#isQuestionOperator(next)) {
      const end = this.#endOfDigits(at + 1);
      if (end > at + 1) this.#push('parameter', end, '', { style: 'number', key: Number(text.slice(at + 1, end)) - 1 });
      else this.#push('parameter', next === '?' ? at + 2 : at + 1, '', { style: 'position', key: this.#positions++ });
      return true;
    }
    if ((char === ':' || char === '@' || char === '$') && WORD_START.test(next) && !this.#isGlued(char)) {
      let end = at + 2;
      const limit = this.#holes[this.#hole]?.start ?? text.length;
      while (end < limit && WORD_PART.test(text[end] as string)) end++;
      this.#push('parameter', end, '', { style: 'name', key: text.slice(at + 1, end) });
      return true;
    }
    return false;
  }

  #endOfDigits(from: number): number {
    let at = from;
    while (DIGIT.test(this.#text[at] ?? '')) at++;
    return at;
  }

  /** `data ? 'key'`, `tags ?| array['a']` of PostgreSQL's JSON. */
  #isQuestionOperator(next: string): boolean {
    if (next === '|' || next === '&') return this.#text[this.#at + 2] !== next;
    const last = this.#last();
    if (!last || last.kind === 'end' || last.kind === 'mark' || last.kind === 'body') return last?.value === ')' && this.#isBeforeString();
    if (last.kind === 'word' && BEFORE_VALUE.has(last.value)) return false;
    return this.#isBeforeString();
  }

  #isBeforeString(): boolean {
    let at = this.#at + 1;
    while (SPACE.test(this.#text[at] ?? '')) at++;
    const char = this.#text[at] ?? '';
    return char === "'" || char === '$' || char === ':' || this.#holes[this.#hole]?.start === at;
  }

  /** The `:` of a slice `[1:n]`, the `@` inside an operator. */
  #isGlued(char: string): boolean {
    const last = this.#last();
    return char === ':' && last?.end === this.#at && (last.kind === 'number' || last.kind === 'word' || last.value === '[');
  }
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
