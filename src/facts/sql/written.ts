import { after, find, inside, isAt, isMark, isOneOf, located, nameAt, parameterIn, partsOf, textOf } from './statement.ts';
import type { Span, Statement } from './statement.ts';
import type { Query } from './queries.ts';
import type { SqlWritten } from './types.ts';
import { uuidIn } from './uuid-generators.ts';

/** The values that INSERT gives to columns in its first row, or that UPDATE sets. */
export function writtenBy(statement: Statement, query: Query): SqlWritten[] {
  switch (query.verb) {
    case 'insert':
    case 'replace':
    case 'upsert':
      return inserted(statement, query);
    case 'update':
      return assigned(statement, query);
    case 'merge':
      return merged(statement, query);
    default:
      return [];
  }
}

const INTO = new Set(['into']);

function inserted(statement: Statement, query: Span): SqlWritten[] {
  const into = find(statement, query, INTO);
  const start = into < query.to ? into + 1 : query.from + 1;
  const table = nameAt(statement, start);
  if (!table) return [];
  let at = table.next;
  if (isAt(statement, at, 'as')) at = nameAt(statement, at + 1)?.next ?? at + 1;
  if (isAt(statement, at, 'set')) return assigned(statement, { from: at, to: query.to });
  return columnsAndValues(statement, { from: at, to: query.to });
}

const WHEN = new Set(['when']);
const INSERT = new Set(['insert']);

/** The INSERT branches of a MERGE. */
function merged(statement: Statement, query: Span): SqlWritten[] {
  const found: SqlWritten[] = [];
  for (let at = find(statement, query, INSERT); at < query.to; at = find(statement, { from: at + 1, to: query.to }, INSERT)) {
    found.push(...columnsAndValues(statement, { from: at + 1, to: find(statement, { from: at + 1, to: query.to }, WHEN) }));
  }
  return found;
}

const VALUES = new Set(['values', 'value', 'select']);
const AFTER_ITEMS = new Set(['from', 'where', 'union', 'order', 'limit', 'on', 'returning', 'group', 'having']);

/** `(id, total) VALUES (…), (…)`, `(id, total) SELECT …` */
function columnsAndValues(statement: Statement, { from, to }: Span): SqlWritten[] {
  if (!isMark(statement, from, '(')) return [];
  const columns = partsOf(statement, inside(statement, from)).map((part) => nameAt(statement, part.from));
  let at = find(statement, { from: after(statement, from), to }, VALUES);
  if (at >= to) return [];
  if (!isAt(statement, at, 'select')) {
    if (isAt(statement, at + 1, 'row')) at++;
    return isMark(statement, at + 1, '(') ? paired(statement, columns, partsOf(statement, inside(statement, at + 1))) : [];
  }
  const start = isAt(statement, at + 1, 'distinct') ? at + 2 : at + 1;
  return paired(statement, columns, partsOf(statement, { from: start, to: find(statement, { from: start, to }, AFTER_ITEMS) }));
}

function paired(statement: Statement, columns: readonly (ReturnType<typeof nameAt>)[], values: readonly Span[]): SqlWritten[] {
  return columns.flatMap((column, index) => {
    const value = values[index];
    return column?.name !== undefined && value && value.to > value.from ? [writtenValue(statement, column.name, value)] : [];
  });
}

function writtenValue(statement: Statement, column: string, value: Span): SqlWritten {
  const parameter = parameterIn(statement, value);
  const uuid = uuidIn(statement, value);
  return { column, at: located(statement, value), text: textOf(statement, value), ...(parameter && { parameter }), ...(uuid && { uuid }) };
}

const SET = new Set(['set']);
const AFTER_SET = new Set(['where', 'from', 'returning', 'order', 'limit', 'output', 'on', 'when']);

/** `SET name = value, other = value` */
function assigned(statement: Statement, query: Span): SqlWritten[] {
  const set = find(statement, query, SET);
  if (set >= query.to) return [];
  const list: Span = { from: set + 1, to: find(statement, { from: set + 1, to: query.to }, AFTER_SET) };
  return partsOf(statement, list).flatMap((part): SqlWritten[] => {
    const column = nameAt(statement, part.from);
    if (column?.name === undefined || !isMark(statement, column.next, '=') || isOneOf(statement, part.from, AFTER_SET)) return [];
    const value: Span = { from: column.next + 1, to: part.to };
    return value.to > value.from ? [writtenValue(statement, column.name, value)] : [];
  });
}
