import type { ColumnFact, Facts, QueryFact, SourceFile, TableFact, UuidValue } from '../../src/facts/index.ts';
import { factsOf } from './reading.ts';

/** What a file asks of a database and declares in it, as sentences that a test can state completely. */
export interface DatabaseReading {
  /** `prisma findMany order: read all, skip page` … builders that do not run here say `not run`. */
  readonly queries: readonly string[];
  /** `orders: id uuid key v4 defaultRandom(), total`. */
  readonly tables: readonly string[];
  /** What leaves an endpoint as it came from the database: `many orders (drizzle select)`. */
  readonly leaks: readonly string[];
}

/** Reads the first file of a project that lies in memory. */
export function databaseReading(files: Readonly<Record<string, string>>, path = Object.keys(files)[0] ?? ''): DatabaseReading {
  const { file, facts } = factsOf(files, path);
  return {
    queries: facts.query.map((fact) => queryLine(fact, file)),
    tables: facts.table.map((fact) => tableLine(fact, file)),
    leaks: leaksOf(facts),
  };
}

/** The body of an async function with what a test's file imports before it. */
export function inFunction(head: string, body: string): Readonly<Record<string, string>> {
  return { 'src/orders.ts': `${head}\nexport async function work(page: number, size: number, input: any, id: string) {\n${body}\n}\n` };
}

function queryLine(fact: QueryFact, file: SourceFile): string {
  const { entity } = fact;
  const text = (range: readonly [number, number]): string => file.text.slice(...range).replace(/\s+/g, ' ');
  return [
    `${fact.library} ${fact.operation}${entity ? ` ${entity.name}` : ''}${entity?.table === undefined ? '' : ` (${entity.table})`}: ${fact.effect} ${fact.columns}`,
    ...(fact.runs ? [] : ['not run']),
    ...fact.offsets.map(({ name, value, constants }) => `${name} ${constants ? constants.join('|') : value ? text(value.range) : '?'}`),
    ...(fact.hasCursor ? ['cursor'] : []),
    ...fact.written.map(({ column, uuid }) => `writes ${column}${uuid ? ` ${uuidText(uuid)}` : ''}`),
    ...(fact.certainty === 'certain' ? [] : [fact.certainty]),
  ].join(', ');
}

function tableLine({ name, columns, certainty }: TableFact, file: SourceFile): string {
  return `${name ?? '?'}: ${[...columns.map((column) => columnText(column, file)), ...(certainty === 'certain' ? [] : [certainty])].join(', ')}`;
}

function columnText({ name, type, isPrimary, isReference, uuid }: ColumnFact, file: SourceFile): string {
  void file;
  return [name, ...(type === undefined ? [] : [type]), ...(isPrimary ? ['key'] : []), ...(isReference ? ['reference'] : []), ...(uuid ? [uuidText(uuid)] : [])].join(' ');
}

function uuidText({ version, generator }: UuidValue): string {
  return `v${version} ${generator.replace(/\s+/g, ' ')}`;
}

function leaksOf(facts: Facts): string[] {
  return facts.response.flatMap(({ entities }) => entities.map(({ entity, library, operation, isMany }) => `${isMany ? 'many ' : ''}${entity?.name ?? 'rows'} (${library} ${operation})`));
}
