import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** One segment of a pattern: `**`, a name, or a test of a name. */
export type Segment = typeof ANY_DEPTH | string | { readonly test: (name: string) => boolean };

/** The segment `**`: any number of folders, also none. */
export const ANY_DEPTH = Symbol('**');

/** One pattern without alternatives in braces. */
export interface Path {
  readonly segments: readonly Segment[];
  /** Names only: nothing in it is a wildcard. */
  readonly isLiteral: boolean;
}

const MAGIC = /[*?[\]{}()!+@\\]/;
/** What only minimatch reads: classes, groups, escapes, ranges. */
const HARD = /[[\]()\\]|\.\.|\{[^{}]*\{|\{[^,{}]*\}/;

/** Whether a pattern takes out what others take in: `!src/legacy`. `!(a|b)` is a name that is neither. */
export function isNegative(pattern: string): boolean {
  return pattern.startsWith('!') && pattern[1] !== '(';
}

/** Whether a pattern is more than a path. */
export function hasMagic(pattern: string): boolean {
  return MAGIC.test(pattern);
}

/** A path as a pattern that matches it alone: a folder may be called `[tenant]`, which in a pattern is one letter. */
export function escapedPath(path: string): string {
  return path.replace(/[\\*?[\]{}()]/g, '\\$&');
}

/** A path in which every character stands for itself. */
export function literalPath(path: string): Path {
  return { segments: clean(path).split('/').filter(Boolean), isLiteral: true };
}

/** The paths that a pattern stands for: `src/{a,b}/*` is two. */
export function pathsOf(pattern: string): Path[] {
  const cleaned = clean(pattern);
  const paths = isBracedWithinNames(cleaned) ? [cleaned] : expandBraces(cleaned);
  return paths.map((one) => {
    const segments = split(one).map(segmentOf);
    return { segments, isLiteral: segments.every((segment) => typeof segment === 'string') };
  });
}

/** `*.{test,spec}.ts`: every brace stands in a name that has a wildcard anyway, and is matched with it. */
function isBracedWithinNames(pattern: string): boolean {
  const braces = /\{[^{}]*\}/;
  return !/\{[^}]*[{/]/.test(pattern) && pattern.split('/').every((name) => !braces.test(name) || name.includes('*'));
}

/** The alternatives of `{a,b}`, written out. */
export function expandBraces(pattern: string): string[] {
  const open = pattern.indexOf('{');
  if (open < 0) return [pattern];
  // Ranges and escapes are rare: minimatch knows them all.
  if (pattern.includes('..', open) || pattern.includes('\\')) return minimatch().braceExpand(pattern);
  const parts: string[] = [];
  let depth = 0;
  let start = open + 1;
  for (let i = open; i < pattern.length; i += 1) {
    const character = pattern[i];
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if ((character === ',' && depth === 1) || depth === 0) {
      parts.push(pattern.slice(start, i));
      start = i + 1;
    }
    if (depth === 0) break;
  }
  if (depth > 0 || parts.length < 2) return minimatch().braceExpand(pattern);
  return parts.flatMap((part) => expandBraces(pattern.slice(0, open) + part + pattern.slice(start)));
}

/** `./` in front, `/` behind and the slashes of Windows are ways of writing. */
function clean(pattern: string): string {
  const slashed = pattern.replace(/\\(?![\\[\]{}()*?!+@])/g, '/');
  return slashed.replace(/^(?:\.\/+)+/, '').replace(/\/+$/, '').replace(/^\.$/, '');
}

/** Splits at `/`, but not within brackets and parentheses. */
function split(pattern: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let current = '';
  let escaped = false;
  for (const character of pattern) {
    if (escaped || character === '\\') {
      escaped = !escaped;
      current += character;
      continue;
    }
    if (character === '(' || character === '[') depth += 1;
    if (character === ')' || character === ']') depth -= 1;
    if (character === '/' && depth <= 0) {
      if (current !== '') parts.push(current);
      current = '';
    } else current += character;
  }
  return current === '' ? parts : [...parts, current];
}

function segmentOf(text: string): Segment {
  if (text === '**') return ANY_DEPTH;
  if (!MAGIC.test(text)) return text;
  if (!/[*?[\]{}()]/.test(text.replace(/\\(.)/gs, ''))) return text.replace(/\\(.)/gs, '$1');
  if (HARD.test(text)) return hardSegment(text);
  if (text === '*') return { test: () => true };
  const tail = /^\*([^*?{}]+)$/.exec(text)?.[1];
  if (tail !== undefined) return { test: (name) => name.endsWith(tail) };
  let depth = 0;
  let source = '';
  for (const character of text.replace(/\*+/g, '*')) {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    source += characterOf(character, depth);
  }
  const expression = new RegExp(`^${source}$`, 'su');
  return { test: (name) => expression.test(name) };
}

function characterOf(character: string, depth: number): string {
  if (character === '*') return '.*';
  if (character === '?') return '.';
  if (character === '{') return '(?:';
  if (character === '}') return ')';
  if (character === ',' && depth > 0) return '|';
  return character.replace(/[$()*+./?[\\\]^{|}]/g, '\\$&');
}

/** Classes, groups and escapes: compiled once by minimatch. */
function hardSegment(text: string): Segment {
  const expression = new (minimatch().Minimatch)(text, { dot: true, nonegate: true, nocomment: true }).makeRe();
  return expression === false ? text : { test: (name) => expression.test(name) };
}

function minimatch(): typeof import('minimatch') {
  return require('minimatch') as typeof import('minimatch');
}
