import { orderedGenerator, uuidGeneratorIn } from '../sql/index.ts';
import type { SqlDialect } from '../sql/index.ts';
import type { ColumnFact, TableFact, UuidValue } from '../types.ts';
import type { PrismaArgument, PrismaAttribute, PrismaBlock, PrismaField, PrismaSchema, PrismaValue } from './nodes.ts';

// Source: Prisma schema reference, Prisma 7: `uuid()` without an argument is version 4, and 4 and 7 are the only ones it takes.

/** A model or view, as a table. */
export interface PrismaTable extends TableFact {
  /** The model's name: `Order` for `prisma.order`. `name` is the table's. */
  readonly model: string;
  readonly schema?: string;
  /** The module that owns it, by a comment `/// @module billing` above it. */
  readonly module?: string;
  readonly isView: boolean;
}

const SCALARS = new Set(['String', 'Boolean', 'Int', 'BigInt', 'Float', 'Decimal', 'DateTime', 'Json', 'Bytes', 'Unsupported']);

/**
 * The tables that a schema declares.
 * @param others the other files of the same schema: they may hold its enums and its datasource.
 */
export function tablesIn(schema: PrismaSchema, others: readonly PrismaSchema[] = []): PrismaTable[] {
  const blocks = [schema, ...others].flatMap(({ body }) => body);
  const kinds = new Map(blocks.map((block) => [block.name.value, block.keyword]));
  const dialect = dialectOf(blocks);
  return schema.body.flatMap((block) => (block.keyword === 'model' || block.keyword === 'view' ? [tableOf(block, kinds, dialect)] : []));
}

function tableOf(block: PrismaBlock, kinds: ReadonlyMap<string, PrismaBlock['keyword']>, dialect: SqlDialect | undefined): PrismaTable {
  const fields = block.members.filter((member): member is PrismaField => member.type === 'Field');
  const attributes = block.members.filter((member): member is PrismaAttribute => member.type === 'Attribute');
  const named = (name: string): string | undefined => textOf(argumentOf(attributes.find((one) => one.name === name), 'name'));
  const keys = new Set(namesIn(argumentOf(attributes.find((one) => one.name === 'id'), 'fields')));
  const references = new Set(fields.flatMap(({ attributes: own }) => namesIn(byName(own.find((one) => one.name === 'relation'), 'fields'))));
  const schema = textOf(attributes.find((one) => one.name === 'schema')?.arguments[0]?.value);
  const module = /(?:^|\n)@module\s+(\S+)/.exec(block.documentation ?? '')?.[1];
  return {
    kind: 'table',
    library: 'prisma',
    name: named('map') ?? block.name.value,
    model: block.name.value,
    ...(schema !== undefined && { schema }),
    ...(module !== undefined && { module }),
    isView: block.keyword === 'view',
    at: block.name,
    columns: fields.filter((field) => isColumn(field, kinds)).map((field) => columnOf(field, keys.has(field.name.value), references.has(field.name.value), dialect)),
    certainty: 'certain',
  };
}

/** A field of a model's type is a relation; one of an unknown type may be an enum of another file. */
function isColumn({ fieldType, attributes }: PrismaField, kinds: ReadonlyMap<string, PrismaBlock['keyword']>): boolean {
  if (!fieldType) return false;
  if (SCALARS.has(fieldType.name)) return true;
  const kind = kinds.get(fieldType.name);
  if (kind !== undefined) return kind === 'enum' || kind === 'type';
  return attributes.some(({ name }) => name === 'default' || name === 'map' || name === 'id' || name === 'unique' || name.startsWith('db.'));
}

function columnOf(field: PrismaField, isKey: boolean, isReference: boolean, dialect: SqlDialect | undefined): ColumnFact {
  const attribute = (name: string): PrismaAttribute | undefined => field.attributes.find((one) => one.name === name);
  const native = field.attributes.find(({ name }) => name.startsWith('db.'))?.name.slice(3).toLowerCase();
  const type = native ?? field.fieldType?.unsupported ?? field.fieldType?.name;
  const uuid = uuidOf(attribute('default')?.arguments[0]?.value, dialect);
  return {
    name: textOf(argumentOf(attribute('map'), 'name')) ?? field.name.value,
    at: field.name,
    isPrimary: isKey || attribute('id') !== undefined,
    ...(type !== undefined && { type }),
    ...(isReference && { isReference }),
    ...(uuid && { uuid }),
  };
}

/** `uuid()`, `uuid(7)`, `dbgenerated("gen_random_uuid()")`. */
function uuidOf(value: PrismaValue | undefined, dialect: SqlDialect | undefined): UuidValue | undefined {
  if (value?.type !== 'Call') return undefined;
  const given = value.arguments[0]?.value;
  if (value.name.value === 'uuid') {
    const version = given?.type === 'Number' ? given.value : 4;
    const edits = [{ range: value.range, text: 'uuid(7)' }];
    return { version, generator: given?.type === 'Number' ? `uuid(${version})` : 'uuid()', at: value, isLocal: true, ...(version !== 7 && { replacements: [{ text: 'uuid(7)', edits, isSafe: true }] }) };
  }
  const made = value.name.value === 'dbgenerated' && given?.type === 'Text' ? uuidGeneratorIn(given.value, dialect) : undefined;
  return made && given?.type === 'Text' ? { ...made, at: value, isLocal: true, ...orderedIn(given, made.generator) } : undefined;
}

/** `dbgenerated("uuidv7()")` */
function orderedIn({ range, value }: PrismaValue & { readonly type: 'Text' }, generator: string): Pick<UuidValue, 'replacements'> {
  const ordered = orderedGenerator(generator);
  if (!ordered) return {};
  const text = JSON.stringify(value.replace(generator, ordered.text));
  return { replacements: [{ ...ordered, text: `dbgenerated(${text})`, edits: [{ range, text }] }] };
}

/** The argument of this name, or the first without a name. */
function argumentOf(attribute: PrismaAttribute | undefined, name: string): PrismaValue | undefined {
  return byName(attribute, name) ?? attribute?.arguments.find((one: PrismaArgument) => !one.name)?.value;
}

function byName(attribute: PrismaAttribute | undefined, name: string): PrismaValue | undefined {
  return attribute?.arguments.find((one) => one.name?.value === name)?.value;
}

function textOf(value: PrismaValue | undefined): string | undefined {
  return value?.type === 'Text' ? value.value : undefined;
}

/** `[orderId, createdAt(sort: Desc)]` */
function namesIn(value: PrismaValue | undefined): string[] {
  if (value?.type !== 'List') return [];
  return value.elements.flatMap((one) => (one.type === 'Reference' ? [one.value] : one.type === 'Call' ? [one.name.value] : []));
}

const DIALECTS: { readonly [provider: string]: SqlDialect } = {
  postgresql: 'postgresql',
  postgres: 'postgresql',
  cockroachdb: 'postgresql',
  mysql: 'mysql',
  sqlite: 'sqlite',
  sqlserver: 'mssql',
};

function dialectOf(blocks: readonly PrismaBlock[]): SqlDialect | undefined {
  const source = blocks.find(({ keyword }) => keyword === 'datasource');
  for (const member of source?.members ?? []) {
    if (member.type === 'Setting' && member.name.value === 'provider' && member.value?.type === 'Text') return DIALECTS[member.value.value];
  }
  return undefined;
}
