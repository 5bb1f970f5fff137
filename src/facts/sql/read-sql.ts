import { combined, declaredBy } from './declared.ts';
import { offsetsOf } from './offsets.ts';
import { queriesOf } from './queries.ts';
import type { Query } from './queries.ts';
import { find, isAt, isOneOf, located, statementOf, statementsOf } from './statement.ts';
import type { Statement } from './statement.ts';
import { tablesIn } from './tables.ts';
import { tokensOf } from './tokens.ts';
import type { SqlDialect, SqlHole } from './tokens.ts';
import type { SqlFacts, SqlStatement } from './types.ts';
import { writtenBy } from './written.ts';

export interface ReadSqlOptions {
  /** How strings, comments and functions are written. Without it, whatever fits the text. */
  readonly dialect?: SqlDialect;
  /** Spans of the text that stand for something else: the `${…}` of a template. What fills them is not read. In order. */
  readonly holes?: readonly SqlHole[];
}

/** Functions whose bodies hold functions deeper than this are not read. */
const DEEPEST_BODY = 3;

/** Reads SQL of any dialect: whole files, one statement, or a fragment of one. Never throws; takes time in proportion to the text. */
export function readSql(text: string, options: ReadSqlOptions = {}): SqlFacts {
  return { statements: withKeys(read(text, options, 0)) };
}

function read(text: string, { dialect, holes = [] }: ReadSqlOptions, depth: number): SqlStatement[] {
  return statementsOf(tokensOf(text, holes, dialect), text, dialect).flatMap((statement) => [...factsOf(statement), ...bodiesOf(statement, holes, depth)]);
}

/** What `DO $$ … $$` and the bodies of functions say. */
function bodiesOf({ tokens, text, dialect }: Statement, holes: readonly SqlHole[], depth: number): SqlStatement[] {
  if (depth >= DEEPEST_BODY) return [];
  return tokens.flatMap((token) => {
    if (token.kind !== 'body') return [];
    const shift = token.start + text.slice(token.start, token.end).indexOf(token.value);
    // All of them, so that a hole keeps its number; those before the body lie before its start.
    const inner = holes.map(({ start, end }) => ({ start: start - shift, end: end - shift }));
    const statements = read(token.value, { holes: inner, ...(dialect && { dialect }) }, depth + 1);
    // `END`, `EXCEPTION WHEN …` and the like say nothing.
    return statements.filter(({ verb, tables, offsets }) => verb !== 'other' || tables.length > 0 || offsets.length > 0).map((statement) => moved(statement, shift));
  });
}

function factsOf(statement: Statement): SqlStatement[] {
  const { tokens } = statement;
  const start = startOf(statement);
  // `BEGIN … END` around statements, `IF … THEN` before one: what follows is the statement.
  const own = start === 0 ? statement : statementOf(tokens.slice(start), statement.text, statement.dialect);
  const queries = queriesOf(own, { from: 0, to: own.tokens.length });
  const verb = verbOf(own, queries);
  const isDeclaration = verb === 'create-table' || verb === 'alter-table';
  return [
    {
      verb,
      tables: tablesIn(own),
      columns: GIVES_NOTHING.has(queries.at(-1)?.verb ?? '') ? 'none' : (queries.at(-1)?.columns ?? 'unknown'),
      offsets: offsetsOf(own),
      written: queries.flatMap((query) => writtenBy(own, query)),
      declared: isDeclaration ? declaredBy(own, verb) : [],
      at: located(statement, { from: 0, to: tokens.length }),
    },
  ];
}

const GIVES_NOTHING = new Set(['create', 'alter', 'truncate', 'copy']);

/** Words that begin a block of a procedure, not a query. */
const BLOCKS = new Set(['begin', 'declare', 'if', 'elsif', 'elseif', 'else', 'then', 'loop', 'for', 'foreach', 'while', 'exception', 'end', 'return', 'perform']);
const STARTS = new Set(['select', 'insert', 'update', 'delete', 'merge', 'replace', 'with', 'create', 'alter', 'truncate']);

function startOf(statement: Statement): number {
  if (!isOneOf(statement, 0, BLOCKS)) return 0;
  // `FOR UPDATE`, `FOR SHARE` are the end of a select, given as a fragment.
  if (isAt(statement, 0, 'for', 'update')) return 0;
  const found = find(statement, { from: 0, to: statement.tokens.length }, STARTS);
  return found < statement.tokens.length ? found : 0;
}

const VERBS: { readonly [word: string]: SqlStatement['verb'] } = {
  select: 'select',
  table: 'select',
  insert: 'insert',
  replace: 'insert',
  upsert: 'insert',
  copy: 'insert',
  update: 'update',
  merge: 'update',
  delete: 'delete',
  truncate: 'delete',
};

const OTHERS = new Set(
  ('create alter drop begin commit rollback savepoint release start set show explain analyze vacuum pragma use call exec execute grant revoke comment lock unlock listen notify reindex cluster refresh declare close prepare ' +
    'deallocate describe desc attach detach do rename discard reset checkpoint import load optimize repair flush kill end abort if while loop print raiserror raise return perform exception').split(' '),
);

const WRITES = new Set(['insert', 'replace', 'upsert', 'update', 'delete', 'merge']);

function verbOf(statement: Statement, queries: readonly Query[]): SqlStatement['verb'] {
  const main = queries.at(-1);
  const word = main?.verb ?? '';
  if (word === 'create') return createdBy(statement);
  if (word === 'alter') return isAt(statement, 1, 'table') ? 'alter-table' : 'other';
  if (OTHERS.has(word)) return 'other';
  // `WITH moved AS (DELETE …) SELECT …` writes.
  const write = word === 'select' ? queries.find(({ verb }) => WRITES.has(verb)) : undefined;
  return (VERBS[write?.verb ?? word] ?? 'fragment');
}

function createdBy(statement: Statement): SqlStatement['verb'] {
  const { tokens } = statement;
  for (let at = 1; at < Math.min(tokens.length, 8) && tokens[at]?.kind === 'word'; at++) {
    if (isAt(statement, at, 'table')) return 'create-table';
    if (isAt(statement, at, 'index')) return 'create-index';
    if (isOneOf(statement, at, OTHER_OBJECTS)) return 'other';
  }
  return 'other';
}

const OTHER_OBJECTS = new Set(['function', 'procedure', 'view', 'trigger', 'type', 'domain', 'policy', 'schema', 'sequence', 'extension', 'role', 'user', 'rule', 'event', 'publication', 'as', 'on']);

/** A key that one statement declares and another adds is one: `CREATE TABLE …; ALTER TABLE … ADD PRIMARY KEY (id)`. */
function withKeys(statements: readonly SqlStatement[]): SqlStatement[] {
  const byTable = new Map<string, SqlStatement['declared'][number][]>();
  for (const { declared, tables } of statements) {
    const name = tables[0]?.name?.toLowerCase();
    if (name === undefined || declared.length === 0) continue;
    const known = byTable.get(name);
    if (known) known.push(...declared);
    else byTable.set(name, [...declared]);
  }
  const all = new Map([...byTable].map(([name, columns]) => [name, new Map(combined(columns).map((column) => [column.name.toLowerCase(), column]))]));
  return statements.map((statement) => {
    const known = all.get(statement.tables[0]?.name?.toLowerCase() ?? '');
    if (!known || statement.declared.length === 0) return statement;
    const declared = statement.declared.map((column) => {
      const whole = known.get(column.name.toLowerCase());
      return whole ? { ...column, isPrimary: whole.isPrimary, ...(whole.isReference && { isReference: true }) } : column;
    });
    return { ...statement, declared };
  });
}

function moved(statement: SqlStatement, by: number): SqlStatement {
  const shift = <Placed extends { readonly at: { readonly range: readonly [number, number] } }>(placed: Placed): Placed => ({
    ...placed,
    at: { range: [placed.at.range[0] + by, placed.at.range[1] + by] as const },
  });
  const withUuid = <Placed extends { readonly at: { readonly range: readonly [number, number] }; readonly uuid?: SqlStatement['declared'][number]['uuid'] }>(placed: Placed): Placed => ({
    ...shift(placed),
    ...(placed.uuid && { uuid: shift(placed.uuid) }),
  });
  return {
    ...shift(statement),
    tables: statement.tables.map(shift),
    offsets: statement.offsets.map(shift),
    written: statement.written.map(withUuid),
    declared: statement.declared.map(withUuid),
  };
}
