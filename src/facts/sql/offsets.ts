import { after, isMark, isOneOf, located, numberIn, parameterIn } from './statement.ts';
import type { Span, Statement } from './statement.ts';
import type { SqlOffset } from './types.ts';

/** Words that may stand before OFFSET as the end of a clause; any other keyword there makes it a name. */
const ENDS_CLAUSE = new Set(['all', 'asc', 'desc', 'last', 'first', 'only', 'row', 'rows', 'end', 'null', 'true', 'false', 'ties', 'share', 'update', 'locked', 'nowait', 'current_timestamp']);

/** Words that show that the `offset` before them is a name. */
const AFTER_NAME = new Set(
  ('from as where and or is in not between like ilike asc desc order group by having limit union except intersect join inner left right full cross natural on using set values returning then when else end ' +
    'nulls collate to for into over').split(' '),
);

/** Words that cannot be a name or a value and so cannot end a clause: after them, `offset` is a column. */
const BEFORE_NAME = new Set(
  ('select distinct where and or not by as on having set in like between when then else case add drop column rename to into values with from join table returning using is any some exists index key primary unique ' +
    'modify change after before ilike offset limit interval zone declare').split(' '),
);

/** Words that go on after the value of OFFSET or LIMIT. */
const AFTER_VALUE = new Set(['rows', 'row', 'fetch', 'limit', 'for', 'union', 'except', 'intersect', 'by', 'with', 'option', 'settings', 'offset', 'into', 'lock', 'returning']);

/** Every place of a statement that skips rows, nested selects included. */
export function offsetsOf(statement: Statement): SqlOffset[] {
  const found: SqlOffset[] = [];
  const clauses = startOfClauses(statement);
  for (const [at, token] of statement.tokens.entries()) {
    if (token.kind !== 'word') continue;
    if (token.value === 'offset' && isOffset(statement, at, at > clauses)) found.push(offsetOf(statement, at, { from: at + 1, to: endOfValue(statement, at + 1) }));
    else if (token.value === 'limit') {
      const skipped = skippedByLimit(statement, at, at > clauses);
      if (skipped) found.push(offsetOf(statement, skipped.from, skipped));
    }
  }
  return found;
}

function offsetOf(statement: Statement, at: number, value: Span): SqlOffset {
  const constant = numberIn(statement, value);
  const parameter = parameterIn(statement, value);
  return { at: located(statement, { from: at, to: at + 1 }), ...(constant !== undefined && { constant }), ...(parameter && { parameter }) };
}

/** Whether the word is the clause; it is also a popular name of columns, and BigQuery's subscript. */
function isOffset(statement: Statement, at: number, isClause: boolean): boolean {
  return canPrecede(statement, at) && canFollow(statement, at, isClause);
}

/** `CREATE TABLE events (offset bigint)`: before its first SELECT, a declaration holds columns and no clauses. */
function startOfClauses(statement: Statement): number {
  if (!isOneOf(statement, 0, DDL)) return -1;
  const select = statement.tokens.findIndex((token) => token.kind === 'word' && token.value === 'select');
  return select < 0 ? Infinity : select;
}

const DDL = new Set(['create', 'alter']);

function canPrecede({ tokens }: Statement, at: number): boolean {
  const before = tokens[at - 1];
  switch (before?.kind) {
    case undefined:
    case 'number':
    case 'parameter':
    case 'name':
    case 'text':
      return true;
    case 'word':
      return ENDS_CLAUSE.has(before.value) || !BEFORE_NAME.has(before.value);
    case 'mark':
      // `SELECT * OFFSET 5` has no rows to skip, but `SELECT * FROM ${table} …` may end so in a fragment.
      return before.value === ')' || before.value === ']' || before.value === '}';
    default:
      return false;
  }
}

function canFollow(statement: Statement, at: number, isClause: boolean): boolean {
  const { tokens } = statement;
  const next = tokens[at + 1];
  switch (next?.kind) {
    case undefined:
      // The value is added later: `… LIMIT 10 OFFSET ` + skip.
      return isClause && isEndOfValue(statement, at - 1);
    case 'number':
    case 'parameter':
      return true;
    case 'word':
      return isClause && !AFTER_NAME.has(next.value);
    case 'mark':
      return next.value === '(' || next.value === '-' || next.value === '+' || next.value === '{';
    default:
      return false;
  }
}

function isEndOfValue(statement: Statement, at: number): boolean {
  const token = statement.tokens[at];
  return token !== undefined && (token.kind === 'number' || token.kind === 'parameter' || token.kind === 'mark' || isOneOf(statement, at, ENDS_CLAUSE));
}

/** Where the value after OFFSET or LIMIT ends. */
function endOfValue(statement: Statement, from: number): number {
  const { tokens } = statement;
  let at = from;
  for (; at < tokens.length; at = after(statement, at)) {
    const token = tokens[at];
    if (token?.kind === 'mark' && (token.value === ')' || token.value === ',' || token.value === ']')) break;
    if (at === from) continue;
    if (isOneOf(statement, at, AFTER_VALUE)) break;
    // Two values side by side: the second is something else, a fragment or a row lock.
    if ((token?.kind === 'parameter' || token?.kind === 'number') && isEndOfValue(statement, at - 1) && !isOperator(statement, at - 1)) break;
  }
  return Math.min(at, tokens.length);
}

function isOperator({ tokens }: Statement, at: number): boolean {
  const token = tokens[at];
  return token?.kind === 'mark' && token.value !== ')' && token.value !== ']';
}

/** The first number of MySQL's `LIMIT skip, count`. */
function skippedByLimit(statement: Statement, at: number, isClause: boolean): Span | undefined {
  const { tokens } = statement;
  const before = tokens[at - 1];
  if (before?.kind === 'mark' && before.value !== ')' && before.value !== ']') return undefined;
  if (before?.kind === 'word' && !ENDS_CLAUSE.has(before.value) && BEFORE_NAME.has(before.value)) return undefined;
  const first = tokens[at + 1];
  if (first?.kind !== 'number' && first?.kind !== 'parameter' && !isMark(statement, at + 1, '(')) {
    if (first?.kind !== 'word' || AFTER_NAME.has(first.value) || !isClause) return undefined;
  }
  const end = endOfValue(statement, at + 1);
  const second = tokens[end + 1];
  if (!isMark(statement, end, ',') || !second) return undefined;
  const isCount = second.kind === 'number' || second.kind === 'parameter' || second.kind === 'word' || isMark(statement, end + 1, '(');
  return isCount ? { from: at + 1, to: end } : undefined;
}
