export type TokenKind = 'word' | 'string' | 'mark' | 'other';

/** Reads words, strings without escapes, and `{ } , *`, past comments; everything else is `other`. */
export interface Tokens {
  /** Goes to the next token and gives its kind. */
  next(): TokenKind;
  /** Whether the token is this word or mark. */
  is(text: string): boolean;
  /** The word, the mark, or the string without quotes. */
  value: string;
  kind: TokenKind;
  start: number;
  end: number;
}

const SLASH = 47;
const STAR = 42;
const NEWLINE = 10;

export function tokensOf(text: string): Tokens {
  const token: Tokens = {
    kind: 'other',
    value: '',
    start: 0,
    end: 0,
    next() {
      const start = skipBlank(text, token.end);
      const code = text.charCodeAt(start);
      token.start = start;
      if (isWordPart(code) && !isDigit(code)) return read('word', wordEnd(text, start), 0);
      if (code === 34 || code === 39) return read('string', stringEnd(text, start, code), 1);
      // { } , *
      if (code === 123 || code === 125 || code === 44 || code === STAR) return read('mark', start + 1, 0);
      return read('other', start, 0);
    },
    is(other) {
      return token.kind !== 'string' && token.value === other;
    },
  };
  function read(kind: TokenKind, end: number, quote: number): TokenKind {
    token.value = text.slice(token.start + quote, end - quote);
    token.end = end;
    token.kind = end > token.start ? kind : 'other';
    return token.kind;
  }
  return token;
}

/** The offset behind white space and comments. */
function skipBlank(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 32 || (code >= 9 && code <= 13) || code === 0xfe_ff || code === 0xa0) at++;
    else if (code === SLASH && text.charCodeAt(at + 1) === SLASH) at = lineEnd(text, at);
    else if (code === SLASH && text.charCodeAt(at + 1) === STAR) {
      const end = text.indexOf('*/', at + 2);
      if (end < 0) return at;
      at = end + 2;
    } else if (at === 0 && text.startsWith('#!')) at = lineEnd(text, 0);
    else return at;
  }
}

function lineEnd(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code !== NEWLINE && code !== 13 && code !== 0x20_28 && code !== 0x20_29 && at < text.length; code = text.charCodeAt(at)) at++;
  return at;
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (isWordPart(text.charCodeAt(at))) at++;
  return at;
}

/** `from` for a string that is not closed on its line, or holds an escape. */
function stringEnd(text: string, from: number, quote: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === 92 || code === NEWLINE || code === 13) return from;
  }
  return from;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** ASCII alone: a name with other letters is left to the parser. */
function isWordPart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code) || code === 95 || code === 36;
}
