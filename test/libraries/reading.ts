import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';
import type { TSESTree } from '@typescript-eslint/types';
import { readFacts, sourceFileOf } from '../../src/facts/index.ts';
import type { ColumnFact, EndpointFact, EntityIdFact, Facts, LogFact, Offset, QueryFact, ResponseFact, SourceFile, Surroundings, TableFact } from '../../src/facts/index.ts';

/** Facts of one file, as sentences that a test can state completely. */
export interface Reading {
  /** `GET /orders` and what is special about it: `express GET /orders, input schema`. */
  readonly endpoints: readonly string[];
  /** `json rows` and what is special about it: `json order, leaks order (prisma findUnique)`. */
  readonly responses: readonly string[];
  /** `error: message 'lost', fields { id }`. */
  readonly logs: readonly string[];
  /** Library, effect, operation, entity and what is special: `typeorm read find Order, columns some, skips skip (page - 1) * size`. */
  readonly queries: readonly string[];
  /** `typeorm orders: id uuid primary v4 ('uuid'), customer reference`. */
  readonly tables: readonly string[];
  /** `Order v4 randomUUID()`: the key that code gives to an entity outside queries and declarations. */
  readonly ids: readonly string[];
}

/** Reads the first file of a project that lies in memory. */
export function reading(files: Readonly<Record<string, string>>, path = Object.keys(files)[0] ?? ''): Reading {
  const { file, facts } = factsOf(files, path);
  const text = (node: { readonly range: readonly [number, number] }): string => file.text.slice(...node.range).replace(/\s+/g, ' ');
  return {
    endpoints: facts.endpoint.map((fact) => endpointLine(fact)),
    responses: facts.response.map((fact) => responseLine(fact, text)),
    logs: facts.log.map((fact) => logLine(fact, text)),
    queries: facts.query.map((fact) => queryLine(fact, text)),
    tables: facts.table.map((fact) => tableLine(fact)),
    ids: facts['entity-id'].map((fact) => idLine(fact)),
  };
}

/** The facts themselves, of a file in such a project. */
export function factsOf(files: Readonly<Record<string, string>>, path: string): { readonly file: SourceFile; readonly facts: Facts } {
  const read = new Map<string, SourceFile>();
  const surroundings: Surroundings = {
    resolve: (from, specifier) => resolved(files, from, specifier),
    read: (wanted) => {
      const text = files[wanted];
      const known = read.get(wanted);
      if (known || text === undefined) return known;
      const file = parsed(wanted, text);
      read.set(wanted, file);
      return file;
    },
  };
  const file = surroundings.read(path);
  if (!file) throw new Error(`no file ${path}`);
  return { file, facts: readFacts(file, surroundings) };
}

function parsed(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text, { astType: 'ts', range: true, preserveParens: false });
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message ?? ''}`);
  return sourceFileOf(path, text, program as unknown as TSESTree.Program);
}

function resolved(files: Readonly<Record<string, string>>, from: string, specifier: string): string | undefined {
  const base = specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : specifier.startsWith('@/') ? posix.join('src', specifier.slice(2)) : undefined;
  if (base === undefined) return undefined;
  const bare = base.replace(/\.[cm]?js$/, '');
  return [base, `${bare}.ts`, `${bare}.tsx`, `${bare}.js`, `${bare}/index.ts`].find((one) => Object.hasOwn(files, one));
}

function endpointLine(fact: EndpointFact): string {
  return [
    `${fact.framework} ${fact.method}${fact.path === undefined ? '' : ` ${fact.path}`}`,
    ...(fact.handlers.length === 1 ? [] : [`${fact.handlers.length} handlers`]),
    ...(fact.hasInputSchema ? ['input schema'] : []),
    ...(fact.hasOutputSchema ? ['output schema'] : []),
    ...(fact.certainty === 'certain' ? [] : [fact.certainty]),
  ].join(', ');
}

function responseLine(fact: ResponseFact, text: (node: ResponseFact['value']) => string): string {
  return [
    `${fact.via} ${text(fact.value)}`,
    ...(fact.endpoint ? [`of ${fact.endpoint.method}${fact.endpoint.path === undefined ? '' : ` ${fact.endpoint.path}`}`] : []),
    ...(fact.hasOutputSchema ? ['output schema'] : []),
    ...(fact.certainty === 'certain' ? [] : [fact.certainty]),
    ...fact.entities.map(({ entity, library, operation, isMany }) => `leaks ${isMany ? 'many ' : ''}${entity?.name ?? 'rows'} (${library} ${operation})`),
  ].join(', ');
}

function logLine(fact: LogFact, text: (node: LogFact['node']) => string): string {
  return [
    `${fact.library} ${fact.level}`,
    ...(fact.message ? [`message ${text(fact.message)}`] : []),
    ...(fact.fields ? [`fields ${text(fact.fields)}`] : []),
    ...(fact.certainty === 'certain' ? [] : [fact.certainty]),
  ].join(', ');
}

function queryLine(fact: QueryFact, text: (node: NonNullable<Offset['value']>) => string): string {
  const made = fact.written.map(({ column, uuid }) => (uuid ? `${column} v${uuid.version} ${uuid.generator}` : column));
  return [
    `${fact.library} ${fact.effect} ${fact.operation}${fact.entity ? ` ${fact.entity.name}` : ''}`,
    ...(fact.columns === 'all' ? [] : [`columns ${fact.columns}`]),
    ...fact.offsets.map((offset) => offsetLine(offset, offset.value, text)),
    ...(fact.hasCursor ? ['cursor'] : []),
    ...(made.length > 0 ? [`writes ${made.join(' ')}`] : []),
    ...(fact.runs ? [] : ['not run']),
    ...(fact.certainty === 'certain' ? [] : [fact.certainty]),
  ].join(', ');
}

function offsetLine(offset: Offset, value: Offset['value'], text: (node: NonNullable<Offset['value']>) => string): string {
  const what = offset.constants ? offset.constants.join('|') : value ? text(value) : '?';
  return `skips ${offset.name} ${what}`;
}

function tableLine(fact: TableFact): string {
  return [`${fact.library} ${fact.name ?? '?'}: ${fact.columns.map(columnLine).join(', ')}`.trimEnd(), ...(fact.certainty === 'certain' ? [] : [fact.certainty])].join('; ');
}

function columnLine(column: ColumnFact): string {
  return [
    column.name,
    ...(column.type === undefined ? [] : [column.type]),
    ...(column.isPrimary ? ['primary'] : []),
    ...(column.isReference ? ['reference'] : []),
    ...(column.uuid ? [`v${column.uuid.version} ${column.uuid.generator}`] : []),
  ].join(' ');
}

function idLine(fact: EntityIdFact): string {
  return [`${fact.entity?.name ?? '?'} v${fact.uuid.version} ${fact.uuid.generator}`, ...(fact.certainty === 'certain' ? [] : [fact.certainty])].join(', ');
}
