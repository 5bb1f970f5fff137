import { linesOf } from './lines.ts';
import type { PrismaComment, PrismaToken } from './nodes.ts';

/** Tokens and comments of a `.prisma` file. Line breaks are told by the tokens' lines. */
export interface Lexed {
  readonly tokens: readonly PrismaToken[];
  readonly comments: readonly PrismaComment[];
}

const SPACE = /\s/;
const WORD_START = /[\p{L}_]/u;
const WORD_PART = /[\p{L}\p{N}_-]/u;
const DIGIT = /[0-9]/;

/** Cuts a schema into tokens, in one pass. Never throws. */
export function lex(text: string): Lexed {
  const { placeOf } = linesOf(text);
  const tokens: PrismaToken[] = [];
  const comments: PrismaComment[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const whileFits = (from: number, part: RegExp): number => {
    let end = from;
    while (end < text.length && part.test(text[end] as string)) end++;
    return end;
  };
  const push = (type: PrismaToken['type'], end: number, value = text.slice(at, end)): void => {
    tokens.push({ type, value, ...placeOf(at, end) });
    at = end;
  };
  const comment = (type: PrismaComment['type'], end: number, value: string): void => {
    comments.push({ type, value, ...placeOf(at, end) });
    at = end;
  };
  while (at < text.length) {
    const char = text[at] as string;
    if (SPACE.test(char)) at++;
    else if (text.startsWith('//', at)) {
      const end = endOfLine(text, at);
      const slashes = text.startsWith('///', at) ? 3 : 2;
      comment(slashes === 3 ? 'Documentation' : 'Line', end, text.slice(at + slashes, end));
    } else if (text.startsWith('/*', at)) {
      const close = text.indexOf('*/', at + 2);
      comment('Block', close < 0 ? text.length : close + 2, text.slice(at + 2, close < 0 ? text.length : close));
    } else if (char === '"') {
      const end = endOfText(text, at);
      push('Text', end, unescaped(text.slice(at + 1, text[end - 1] === '"' && end > at + 1 ? end - 1 : end)));
    } else if (WORD_START.test(char)) push('Word', whileFits(at, WORD_PART));
    else if (DIGIT.test(char) || (char === '-' && DIGIT.test(text[at + 1] ?? ''))) push('Number', whileFits(at + 1, /[0-9.]/));
    else push('Mark', text.startsWith('@@', at) ? at + 2 : at + 1);
  }
  return { tokens, comments };
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

/** After the closing quote; a string that is not closed ends with its line. */
function endOfText(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '"') return at + 1;
    else if (char === '\n') return at;
  }
  return text.length;
}

function unescaped(text: string): string {
  return text.replace(/\\(u[0-9a-fA-F]{4}|.)/g, (_, code: string) => {
    if (code.length === 5) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return { n: '\n', r: '\r', t: '\t' }[code] ?? code;
  });
}
