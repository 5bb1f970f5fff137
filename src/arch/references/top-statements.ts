import type { Reference } from '../types.ts';
import { tokensOf } from './top-tokens.ts';
import type { Tokens } from './top-tokens.ts';

/** The imports and re-exports that a file begins with. */
export interface TopStatements {
  readonly references: readonly Reference[];
  /** Where the rest begins. Up to here the file is free of syntax errors. */
  readonly end: number;
}

/**
 * Reads the statements that nearly every file begins with, without a parser. It stops at the first that is not plainly an
 * import or a re-export, so that what it has read needs no other look. `isTypeScript`: there may
 * be types; in JavaScript, re-exports are left to the parser as well, for it tells names that are exported twice.
 */
export function readTopStatements(text: string, isTypeScript: boolean): TopStatements {
  const references: Reference[] = [];
  const tokens = tokensOf(text);
  let end = 0;
  for (;;) {
    const kind = tokens.next();
    const reference = tokens.is('import') ? importAt(tokens) : tokens.is('export') ? exportAt(tokens) : undefined;
    // `'use client';` is no reference, and means nothing to the rest.
    const isRead = reference !== undefined || (kind === 'string' && tokens.value.startsWith('use '));
    const next = isRead ? endOfStatement(text, tokens.end) : undefined;
    if (next === undefined || (!isTypeScript && /\b(?:type|export)\b/.test(text.slice(end, tokens.start)))) return { references, end };
    if (reference) references.push(reference);
    end = next;
    tokens.end = next;
  }
}

/** `import './x'`, `import a, { type B, c as d } from './x'`. */
function importAt(tokens: Tokens): Reference | undefined {
  if (tokens.next() === 'string') return reference(tokens, 'import', false, []);
  const isType = tokens.is('type');
  if (isType) tokens.next();
  // `import type from './x'` is rare enough to be left to the parser.
  if (tokens.is('from') || tokens.is(',')) return undefined;
  const names: Name[] = [];
  if (tokens.kind === 'word') {
    if (RESERVED.has(tokens.value)) return undefined;
    names.push(DEFAULT);
    tokens.next();
    if (tokens.is('from')) return fromAt(tokens, 'import', isType, names);
    // TypeScript allows no more after `import type a`.
    if (!tokens.is(',') || isType) return undefined;
    tokens.next();
  }
  if (tokens.is('*')) {
    const isBound = tokens.next() === 'word' && tokens.is('as') && tokens.next() === 'word' && !RESERVED.has(tokens.value);
    if (!isBound) return undefined;
    names.push(ALL);
  } else if (!tokens.is('{') || !readNamed(tokens, names, true)) return undefined;
  tokens.next();
  return tokens.is('from') ? fromAt(tokens, 'import', isType, names) : undefined;
}

/** `export * from './x'`, `export * as a from './x'`, `export { type B, c as d } from './x'`. */
function exportAt(tokens: Tokens): Reference | undefined {
  tokens.next();
  const isType = tokens.is('type');
  if (isType) tokens.next();
  const names: Name[] = [];
  if (tokens.is('*')) {
    names.push(ALL);
    tokens.next();
    if (tokens.is('as')) {
      if (tokens.next() !== 'word') return undefined;
      tokens.next();
    }
  } else if (tokens.is('{') && readNamed(tokens, names, false)) tokens.next();
  else return undefined;
  return tokens.is('from') ? fromAt(tokens, 'export', isType, names) : undefined;
}

function fromAt(tokens: Tokens, form: 'import' | 'export', isType: boolean, names: readonly Name[]): Reference | undefined {
  return tokens.next() === 'string' ? reference(tokens, form, isType, names) : undefined;
}

interface Name {
  readonly name: string;
  readonly isType: boolean;
}

const DEFAULT: Name = { name: 'default', isType: false };
const ALL: Name = { name: '*', isType: false };

/** Reads `a, type B, c as d }`; `false` where it is anything else. `isBound`: the names are new ones of this file. */
function readNamed(tokens: Tokens, names: Name[], isBound: boolean): boolean {
  let words: string[] = [];
  for (;;) {
    const kind = tokens.next();
    if (kind === 'word') {
      words.push(tokens.value);
      continue;
    }
    const isEnd = tokens.is('}');
    if (!isEnd && !tokens.is(',')) return false;
    if (words.length > 0) {
      const name = nameOf(words);
      if (!name || (isBound && RESERVED.has(words.at(-1) ?? ''))) return false;
      names.push(name);
    } else if (!isEnd) return false;
    if (isEnd) return true;
    words = [];
  }
}

/** `a`, `a as b`, `type A`, `type A as B`. */
function nameOf(words: readonly string[]): Name | undefined {
  const isType = words.length % 2 === 0;
  const [name = '', as] = isType ? words.slice(1) : words;
  const isPlain = (!isType || words[0] === 'type') && (as === undefined || as === 'as') && words.length <= 4;
  return isPlain ? { name, isType } : undefined;
}

function reference(tokens: Tokens, form: 'import' | 'export', isType: boolean, names: readonly Name[]): Reference | undefined {
  // TypeScript allows no `type` inside of `import type`.
  if (isType && names.some((one) => one.isType)) return undefined;
  const kind = isType || (names.length > 0 && names.every((one) => one.isType)) ? 'type' : 'value';
  return { form, kind, specifier: detached(tokens.value), start: tokens.start, end: tokens.end, names: names.map(({ name }) => detached(name)) };
}

/** V8 keeps the whole text in memory for a piece of it; of two strings put together it makes a new one. */
function detached(piece: string): string {
  return `${piece} `.slice(0, -1);
}

/** The end of a statement that ends plainly: by `;` or with its line, and not with attributes on the next one. */
const END = /[ \t]*(?:;|(?=\/\/|[\r\n]|$)(?!\s*(?:with|assert)\b))/y;

function endOfStatement(text: string, from: number): number | undefined {
  if (text.charCodeAt(from) === 59) return from + 1;
  END.lastIndex = from;
  return END.test(text) ? END.lastIndex : undefined;
}

/** Names that no import may bind. */
const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally ' +
    'for function if implements import in instanceof interface let new null package private protected public return static super ' +
    'switch this throw true try typeof var void while with yield'
  ).split(' '),
);
