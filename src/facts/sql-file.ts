import { orderedInSql } from './ordered-uuids.ts';
import { readSql } from './sql/index.ts';
import type { SqlStatement } from './sql/types.ts';
import type { Facts, Node, QueryFact, TableFact, UuidValue } from './types.ts';

/** The facts of a SQL file: what it declares and what it asks. */
export function readSqlFile(text: string, roles: Facts['roles'] = new Set()): Facts {
  const { statements } = readSql(text);
  return {
    roles,
    endpoint: [],
    response: [],
    query: statements.flatMap((statement) => queryOf(text, statement) ?? []),
    table: statements.flatMap((statement) => tableOf(text, statement) ?? []),
    log: [],
    'entity-id': [],
  };
}

const EFFECTS: Partial<Record<SqlStatement['verb'], QueryFact['effect']>> = { select: 'read', insert: 'write', update: 'write', delete: 'write' };

function queryOf(text: string, { verb, at, tables: [table], columns, offsets, written }: SqlStatement): QueryFact | undefined {
  const effect = EFFECTS[verb];
  if (!effect) return undefined;
  return {
    kind: 'query',
    library: 'sql',
    operation: verb,
    effect,
    ...(table?.name !== undefined && { entity: { name: table.name } }),
    at,
    // A statement is a place, as a syntax node is; it has no tree of its own.
    node: { type: 'SqlStatement', range: at.range } as unknown as Node,
    runs: true,
    offsets: offsets.map((offset) => ({ at: offset.at, name: 'OFFSET', ...(offset.constant !== undefined && { constants: [offset.constant] }) })),
    hasCursor: false,
    columns,
    written: written.map(({ column, at: place, uuid }) => ({ column, at: place, ...(uuid && { uuid: withOrdered(uuid, text) }) })),
    certainty: 'certain',
  };
}

function tableOf(text: string, { at, tables: [table], declared }: SqlStatement): TableFact | undefined {
  if (declared.length === 0) return undefined;
  return { kind: 'table', library: 'sql', ...(table?.name !== undefined && { name: table.name }), at: table?.at ?? at, columns: declared.map((column) => (column.uuid ? { ...column, uuid: withOrdered(column.uuid, text) } : column)), certainty: 'certain' };
}

function withOrdered(uuid: UuidValue, text: string): UuidValue {
  const replacements = orderedInSql({ text }, uuid.at, uuid.generator);
  return replacements.length > 0 ? { ...uuid, replacements } : uuid;
}
