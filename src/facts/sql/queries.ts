import { after, find, inside, isAt, isMark, isOneOf, nameAt, partsOf } from './statement.ts';
import type { Span, Statement } from './statement.ts';

/** How much of its rows a query gives. */
export type Columns = 'all' | 'some' | 'none' | 'unknown';

/** A query and those it names with WITH, in order; the main one last. */
export interface Query extends Span {
  /** `select`, `insert` … the word it begins with. */
  readonly verb: string;
  readonly columns: Columns;
}

/** Selects inside selects deeper than this are left unknown: nobody writes them. */
const DEEPEST = 24;

const WRITES = new Set(['insert', 'update', 'delete', 'merge', 'replace', 'upsert']);
const QUERIES = new Set(['select', 'with', 'values', 'table', ...WRITES]);

type Scope = ReadonlyMap<string, Columns>;

/** The queries that a statement consists of: those of its WITH, and the main one. */
export function queriesOf(statement: Statement, span: Span): Query[] {
  return readQuery(statement, span, new Map(), 0);
}

function readQuery(statement: Statement, span: Span, outer: Scope, depth: number): Query[] {
  let { from } = span;
  if (depth > DEEPEST) return [];
  from = pastOpening(statement, from);
  const before: Query[] = [];
  const scope = new Map(outer);
  if (isAt(statement, from, 'with')) {
    from = isAt(statement, from + 1, 'recursive') ? from + 2 : from + 1;
    for (let next = readCommonTable(statement, from, scope, before, depth); next !== undefined; next = isMark(statement, next, ',') ? readCommonTable(statement, next + 1, scope, before, depth) : undefined) {
      from = next;
    }
  }
  from = pastOpening(statement, from);
  const token = statement.tokens[from];
  if (from >= span.to || token?.kind !== 'word') return before;
  return [...before, { verb: token.value, from, to: span.to, columns: columnsOf(statement, { from, to: span.to }, scope, depth) }];
}

/** Past brackets, and past holes that hold an earlier part: `${cte} SELECT …`. */
function pastOpening(statement: Statement, start: number): number {
  let at = start;
  while (isMark(statement, at, '(') || (statement.tokens[at]?.parameter?.style === 'hole' && isOneOf(statement, at + 1, QUERIES))) at++;
  return at;
}

/** `name (columns) AS MATERIALIZED ( … )`; gives the token after it. */
function readCommonTable(statement: Statement, from: number, scope: Map<string, Columns>, into: Query[], depth: number): number | undefined {
  const name = nameAt(statement, from);
  if (!name) return undefined;
  let at = name.next;
  if (isMark(statement, at, '(')) at = after(statement, at);
  if (!isAt(statement, at, 'as')) return undefined;
  at++;
  while (isAt(statement, at, 'not') || isAt(statement, at, 'materialized')) at++;
  if (!isMark(statement, at, '(')) return undefined;
  const queries = readQuery(statement, inside(statement, at), scope, depth + 1);
  into.push(...queries);
  if (name.name !== undefined) scope.set(name.name.toLowerCase(), queries.at(-1)?.columns ?? 'unknown');
  return after(statement, at);
}

function columnsOf(statement: Statement, span: Span, scope: Scope, depth: number): Columns {
  const verb = statement.tokens[span.from]?.value ?? '';
  if (verb === 'select') return selectColumns(statement, span, scope, depth);
  if (verb === 'table') return 'all';
  return WRITES.has(verb) ? writtenColumns(statement, span, scope, depth) : 'unknown';
}

const RETURNING = new Set(['returning']);
const OUTPUT = new Set(['output']);
const AFTER_OUTPUT = new Set(['into', 'values', 'select', 'from', 'where', 'default']);

/** What a write gives back: PostgreSQL's and SQLite's RETURNING, SQL Server's OUTPUT. */
function writtenColumns(statement: Statement, span: Span, scope: Scope, depth: number): Columns {
  const returning = find(statement, span, RETURNING);
  if (returning < span.to) return listColumns(statement, { from: returning + 1, to: span.to }, [], scope, depth);
  const output = find(statement, span, OUTPUT);
  if (output >= span.to) return 'none';
  const list: Span = { from: output + 1, to: find(statement, { from: output + 1, to: span.to }, AFTER_OUTPUT) };
  return listColumns(statement, list, [], scope, depth);
}

const AFTER_LIST = new Set(['from', 'into', 'bulk', 'where', 'union', 'except', 'intersect', 'order', 'group', 'limit', 'offset', 'having', 'for', 'fetch', 'window']);
const AFTER_SOURCES = new Set(['where', 'union', 'except', 'intersect', 'order', 'group', 'limit', 'offset', 'having', 'for', 'fetch', 'window', 'returning', 'set', 'values', 'qualify']);

function selectColumns(statement: Statement, span: Span, scope: Scope, depth: number): Columns {
  const from = startOfList(statement, span.from + 1);
  const to = endOfList(statement, from, span.to);
  const start = find(statement, { from: to, to: span.to }, FROM);
  const sources = start < span.to ? sourcesOf(statement, { from: start + 1, to: find(statement, { from: start + 1, to: span.to }, AFTER_SOURCES) }, scope, depth) : [];
  return listColumns(statement, { from, to }, sources, scope, depth);
}

/** Where the list of a select ends. `a IS DISTINCT FROM b` is a comparison; `SELECT offset, "limit"` are columns. */
function endOfList(statement: Statement, from: number, to: number): number {
  let end = find(statement, { from, to }, AFTER_LIST);
  while (end < to && isOneOf(statement, end, AFTER_LIST)) {
    const isColumn = isOneOf(statement, end, ALSO_COLUMNS) && (end === from || isMark(statement, end - 1, ','));
    const isComparison = isAt(statement, end - 1, 'distinct', 'from') && end - 1 > from;
    if (!isColumn && !isComparison) break;
    end = find(statement, { from: end + 1, to }, AFTER_LIST);
  }
  return end;
}

const ALSO_COLUMNS = new Set(['offset', 'limit', 'bulk', 'window', 'fetch']);

const FROM = new Set(['from']);
const BEFORE_LIST = new Set(['all', 'distinct', 'distinctrow', 'high_priority', 'straight_join', 'sql_small_result', 'sql_big_result', 'sql_buffer_result', 'sql_no_cache', 'sql_calc_found_rows', 'percent']);

/** Past `DISTINCT ON (…)`, `TOP (10)` and other words before the list. */
function startOfList(statement: Statement, start: number): number {
  let at = start;
  for (;;) {
    if (isAt(statement, at, 'distinct', 'on')) at = after(statement, at + 2);
    else if (isOneOf(statement, at, BEFORE_LIST)) at++;
    else if (isAt(statement, at, 'with', 'ties')) at += 2;
    else if (isAt(statement, at, 'top') && statement.tokens[at + 1]?.kind !== 'mark') at += 2;
    else if (isAt(statement, at, 'top') && isMark(statement, at + 1, '(')) at = after(statement, at + 1);
    else return at;
  }
}

/** Something rows come from. */
interface Source {
  readonly names: readonly string[];
  readonly columns: Columns;
}

const JOINS = new Set(['join', 'straight_join', 'apply']);
const NO_ALIAS = new Set(['inner', 'left', 'right', 'full', 'cross', 'natural', 'outer', 'join', 'straight_join', 'on', 'using', 'where', 'as', 'tablesample', 'use', 'force', 'ignore', 'with', 'final', 'apply', 'asof', 'lateral', 'partition']);

function sourcesOf(statement: Statement, span: Span, scope: Scope, depth: number): Source[] {
  const found: Source[] = [];
  let isExpected = true;
  for (let at = span.from; at < span.to; ) {
    if (!isExpected) {
      isExpected = isMark(statement, at, ',') || isOneOf(statement, at, JOINS);
      at = after(statement, at);
      continue;
    }
    if (isAt(statement, at, 'lateral') || isAt(statement, at, 'only')) {
      at++;
      continue;
    }
    isExpected = false;
    const { columns, name, next } = sourceAt(statement, at, scope, depth);
    at = isAt(statement, next, 'as') ? next + 1 : next;
    const alias = at < span.to && !isOneOf(statement, at, NO_ALIAS) ? nameAt(statement, at) : undefined;
    found.push({ names: [name, alias?.name].flatMap((one) => (one === undefined ? [] : [one.toLowerCase()])), columns });
    if (alias) at = alias.next;
  }
  return found;
}

function sourceAt(statement: Statement, at: number, scope: Scope, depth: number): { columns: Columns; name?: string; next: number } {
  if (isMark(statement, at, '(')) {
    const inner = inside(statement, at);
    const isQuery = isOneOf(statement, inner.from, QUERIES) || isMark(statement, inner.from, '(');
    return { columns: isQuery ? (readQuery(statement, inner, scope, depth + 1).at(-1)?.columns ?? 'unknown') : 'all', next: after(statement, at) };
  }
  const name = nameAt(statement, at);
  if (!name) return { columns: 'unknown', next: after(statement, at) };
  if (isMark(statement, name.next, '(')) return { columns: 'unknown', next: after(statement, name.next), ...(name.name !== undefined && { name: name.name }) };
  const known = name.schema === undefined && name.name !== undefined ? scope.get(name.name.toLowerCase()) : undefined;
  return { columns: known ?? 'all', next: name.next, ...(name.name !== undefined && { name: name.name }) };
}

function listColumns(statement: Statement, list: Span, sources: readonly Source[], scope: Scope, depth: number): Columns {
  return together(partsOf(statement, list).map((item) => itemColumns(statement, item, sources, scope, depth)));
}

function together(columns: readonly Columns[]): Columns {
  for (const one of ['all', 'unknown', 'some'] as const) if (columns.includes(one)) return one;
  return columns.length > 0 ? 'none' : 'unknown';
}

/** Functions that give whole rows when a table's name goes in. */
const WHOLE_ROWS = new Set(['row_to_json', 'to_json', 'to_jsonb', 'json_agg', 'jsonb_agg', 'array_agg', 'json_strip_nulls', 'jsonb_strip_nulls', 'coalesce', 'any_value', 'row']);

const COMPUTED = new Set(
  ('count sum min max avg every bool_and bool_or stddev stddev_pop stddev_samp variance var_pop var_samp count_big countif sumif approx_count_distinct uniq percentile_cont percentile_disc exists now version ' +
    'current_database current_user pg_advisory_lock pg_advisory_xact_lock pg_try_advisory_lock pg_try_advisory_xact_lock pg_advisory_unlock set_config current_setting last_insert_id last_insert_rowid changes nextval currval lastval found_rows row_count ' +
    'pg_sleep pg_notify pg_database_size pg_total_relation_size to_regclass').split(' '),
);

/** Functions that change a computed value, and leave it one. */
const WRAPPERS = new Set(['coalesce', 'ifnull', 'isnull', 'nullif', 'round', 'ceil', 'ceiling', 'floor', 'cast', 'greatest', 'least', 'abs', 'not']);

const CONSTANTS = new Set(['null', 'true', 'false', 'current_timestamp', 'current_date', 'current_time', 'localtimestamp']);

function itemColumns(statement: Statement, { from, to }: Span, sources: readonly Source[], scope: Scope, depth: number): Columns {
  const { tokens } = statement;
  const first = tokens[from];
  if (!first || from >= to || depth > DEEPEST) return 'unknown';
  if (isMark(statement, from, '*')) return to > from + 1 ? 'some' : starOf(sources);
  if (isMark(statement, to - 1, '*') && isMark(statement, to - 2, '.')) return qualifiedStar(tokens[to - 3]?.value, sources);
  if (first.parameter?.style === 'hole' || first.parameter?.style === 'position') {
    // A hole alone may name columns, or a table's; `${orders.id} as id` is one column.
    return to === from + 1 && first.parameter.style === 'hole' ? 'unknown' : isMark(statement, from + 1, '.') ? 'some' : first.parameter.style === 'hole' ? 'some' : 'none';
  }
  if (first.kind === 'number' || first.kind === 'text' || first.kind === 'parameter' || isOneOf(statement, from, CONSTANTS)) return 'none';
  if (isMark(statement, from, '(')) {
    const inner = inside(statement, from);
    if (isOneOf(statement, inner.from, QUERIES)) return readQuery(statement, inner, scope, depth + 1).at(-1)?.columns ?? 'unknown';
    return itemColumns(statement, inner, sources, scope, depth + 1);
  }
  if (first.kind === 'word' && isMark(statement, from + 1, '(')) return calledColumns(statement, first.value, from + 1, sources, scope, depth);
  if (isAt(statement, from, 'not') || isAt(statement, from, 'array')) return itemColumns(statement, { from: from + 1, to }, sources, scope, depth + 1);
  return 'some';
}

function calledColumns(statement: Statement, name: string, open: number, sources: readonly Source[], scope: Scope, depth: number): Columns {
  if (COMPUTED.has(name)) return 'none';
  const given = inside(statement, open);
  if (WHOLE_ROWS.has(name)) {
    const row = wholeRow(statement, given, sources);
    if (row) return row;
  }
  if (WRAPPERS.has(name) || WHOLE_ROWS.has(name)) {
    const part = partsOf(statement, given)[0];
    const columns = part ? itemColumns(statement, part, sources, scope, depth + 1) : 'some';
    return columns === 'unknown' ? 'some' : columns;
  }
  return 'some';
}

/** `row_to_json(o)`, `json_agg(o.*)`, `json_agg(o ORDER BY o.id)` where `o` is a table. */
function wholeRow(statement: Statement, { from, to }: Span, sources: readonly Source[]): Columns | undefined {
  const start = isAt(statement, from, 'distinct') ? from + 1 : from;
  const token = statement.tokens[start];
  if (!token || start >= to || (token.kind !== 'word' && token.kind !== 'name')) return undefined;
  const isStar = isMark(statement, start + 1, '.') && isMark(statement, start + 2, '*');
  if (isStar) return qualifiedStar(token.value, sources);
  if (start + 1 < to && !isAt(statement, start + 1, 'order')) return undefined;
  return sources.find(({ names }) => names.includes(token.value.toLowerCase()))?.columns;
}

function starOf(sources: readonly Source[]): Columns {
  return sources.length === 0 ? 'all' : together(sources.map(({ columns }) => columns));
}

function qualifiedStar(name: string | undefined, sources: readonly Source[]): Columns {
  const source = name === undefined ? undefined : sources.find(({ names }) => names.includes(name.toLowerCase()));
  return source?.columns ?? 'all';
}
