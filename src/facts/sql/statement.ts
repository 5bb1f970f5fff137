import type { Token } from './tokens.ts';
import type { Located } from '../types.ts';
import type { SqlParameter } from './types.ts';
import type { SqlDialect } from './tokens.ts';

/** The tokens of one statement, and where each bracket closes. */
export interface Statement {
  readonly tokens: readonly Token[];
  /** For an opening bracket the index of the one that closes it (past the end where none does); for all others -1. */
  readonly closes: readonly number[];
  readonly text: string;
  readonly dialect: SqlDialect | undefined;
}

/** Tokens `from` up to, not including, `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A name as SQL writes it: `public."Orders"`. */
export interface QualifiedName {
  /** Its last part. Nothing where a hole stands in it. */
  readonly name?: string;
  readonly schema?: string;
  readonly parameter?: SqlParameter;
  readonly at: Located;
  /** Index of the token after it. */
  readonly next: number;
}

/** Statements of a text: cut at `;`, without empty ones. */
export function statementsOf(tokens: readonly Token[], text: string, dialect: SqlDialect | undefined): Statement[] {
  const found: Statement[] = [];
  let from = 0;
  for (let at = 0; at <= tokens.length; at++) {
    if (at < tokens.length && tokens[at]?.kind !== 'end') continue;
    if (at > from) found.push(statementOf(tokens.slice(from, at), text, dialect));
    from = at + 1;
  }
  return found;
}

export function statementOf(tokens: readonly Token[], text: string, dialect: SqlDialect | undefined): Statement {
  const closes = new Array<number>(tokens.length).fill(-1);
  const open: number[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'mark') continue;
    if (token.value === '(' || token.value === '[') open.push(index);
    else if (token.value === ')' || token.value === ']') {
      const partner = open.pop();
      if (partner !== undefined) closes[partner] = index;
    }
  }
  for (const index of open) closes[index] = tokens.length;
  return { tokens, closes, text, dialect };
}

/** The token after one, past the brackets that it opens. */
export function after({ closes }: Statement, at: number): number {
  const close = closes[at] ?? -1;
  return close < 0 ? at + 1 : close + 1;
}

/** Whether these words follow each other from a token on. */
export function isAt({ tokens }: Statement, at: number, ...words: readonly string[]): boolean {
  return words.every((word, index) => {
    const token = tokens[at + index];
    return token?.kind === 'word' && token.value === word;
  });
}

/** Whether a token is one of these keywords. */
export function isOneOf({ tokens }: Statement, at: number, words: ReadonlySet<string>): boolean {
  const token = tokens[at];
  return token?.kind === 'word' && words.has(token.value);
}

export function isMark({ tokens }: Statement, at: number, mark: string): boolean {
  const token = tokens[at];
  return token?.kind === 'mark' && token.value === mark;
}

/** The parts of a span between commas of its own level. */
export function partsOf(statement: Statement, { from, to }: Span): Span[] {
  const parts: Span[] = [];
  let start = from;
  let at = from;
  for (; at < to; at = after(statement, at)) {
    if (!isMark(statement, at, ',')) continue;
    parts.push({ from: start, to: at });
    start = at + 1;
  }
  if (start < to) parts.push({ from: start, to });
  return parts;
}

/** What stands between the brackets that a token opens. */
export function inside({ closes, tokens }: Statement, open: number): Span {
  return { from: open + 1, to: Math.min(closes[open] ?? tokens.length, tokens.length) };
}

/** The first of these words in a span, on its own level; after a dot it is a name (`o.order`). */
export function find(statement: Statement, { from, to }: Span, words: ReadonlySet<string>): number {
  for (let at = from; at < to; at = after(statement, at)) if (isOneOf(statement, at, words) && !isMark(statement, at - 1, '.')) return at;
  return to;
}

/** Where a span stands in the text. */
export function located({ tokens }: Statement, { from, to }: Span): Located {
  const start = tokens[from]?.start ?? 0;
  return { range: [start, tokens[Math.max(from, to - 1)]?.end ?? start] };
}

export function textOf(statement: Statement, span: Span): string {
  return statement.text.slice(...located(statement, span).range);
}

/** The name that begins at a token: bare, quoted, or made by a hole. */
export function nameAt(statement: Statement, from: number): QualifiedName | undefined {
  const { tokens } = statement;
  let parts: Token[] = [];
  let at = from;
  for (;;) {
    const token = tokens[at];
    if (token?.kind !== 'word' && token?.kind !== 'name' && token?.parameter?.style !== 'hole' && token?.parameter?.style !== 'position') break;
    parts.push(token);
    at++;
    // `orders_${year}`: what touches is one name.
    while (tokens[at] && tokens[at]?.start === tokens[at - 1]?.end && (tokens[at]?.kind === 'parameter' || tokens[at]?.kind === 'word' || tokens[at]?.kind === 'number')) {
      parts = [...parts.slice(0, -1), { ...token, kind: 'parameter', value: '' }];
      at++;
    }
    if (!isMark(statement, at, '.')) break;
    at++;
  }
  const last = parts.at(-1);
  if (!last) return undefined;
  const schema = parts.at(-2);
  const written = last.kind === 'word' ? statement.text.slice(last.start, last.end) : last.value;
  return {
    ...(last.kind !== 'parameter' && { name: written }),
    ...(schema && schema.kind !== 'parameter' && { schema: schema.kind === 'word' ? statement.text.slice(schema.start, schema.end) : schema.value }),
    ...(last.parameter && { parameter: last.parameter }),
    at: { range: [parts[0]?.start ?? last.start, tokens[at - 1]?.end ?? last.end] },
    next: at,
  };
}

/** The placeholder that a span is, nothing else: past brackets, casts and `CAST(… AS …)`. */
export function parameterIn(statement: Statement, span: Span): SqlParameter | undefined {
  const { from, to } = unwrapped(statement, span);
  const token = statement.tokens[from];
  return to === from + 1 && token?.parameter ? token.parameter : undefined;
}

/** The number that a span is, nothing else. */
export function numberIn(statement: Statement, span: Span): number | undefined {
  const { from, to } = unwrapped(statement, span);
  const isNegative = isMark(statement, from, '-');
  const token = statement.tokens[isNegative ? from + 1 : from];
  if (token?.kind !== 'number' || to !== from + (isNegative ? 2 : 1)) return undefined;
  const value = Number(token.value.replaceAll('_', ''));
  return Number.isNaN(value) ? undefined : isNegative ? -value : value;
}

/** A span without the brackets and casts around what it says. */
export function unwrapped(statement: Statement, span: Span): Span {
  let { from, to } = span;
  for (;;) {
    const cast = castAt(statement, { from, to });
    if (cast < to) {
      to = cast;
    } else if (isMark(statement, from, '(') && statement.closes[from] === to - 1) {
      from++;
      to--;
    } else if (isAt(statement, from, 'cast') && isMark(statement, from + 1, '(') && statement.closes[from + 1] === to - 1) {
      to = find(statement, { from: from + 2, to: to - 1 }, AS);
      from += 2;
    } else return { from, to };
  }
}

const AS = new Set(['as']);

/** Where the first `::` of a span stands, when only a type follows it. */
function castAt(statement: Statement, { from, to }: Span): number {
  for (let at = from; at < to; at = after(statement, at)) {
    if (!isMark(statement, at, '::')) continue;
    for (let rest = at + 1; rest < to; rest = after(statement, rest)) {
      const token = statement.tokens[rest];
      const isType = token?.kind === 'word' || token?.kind === 'name' || (token?.kind === 'mark' && ['(', '[', '::', '.'].includes(token.value));
      if (!isType) return to;
    }
    return at;
  }
  return to;
}
