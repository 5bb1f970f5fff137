import type { TableEffect } from '../../libraries/index.ts';
import { argumentsAt } from '../arguments.ts';
import { modelOf } from '../calls.ts';
import type { CallReading } from '../calls.ts';
import type { Library } from '../catalog.ts';
import { readDecorators } from '../decorators.ts';
import type { Evaluator } from '../evaluator.ts';
import { tableOfClass } from '../tables.ts';
import { bare, decoratorsOf } from '../tree.ts';
import type { Node, SourceFile } from '../types.ts';
import { alternatives } from '../value.ts';
import type { ClassNode, Frame } from '../value.ts';
import { constantOf, tableInText } from './named.ts';
import type { TableDeclaration } from './types.ts';

type Callish = Parameters<typeof argumentsAt>[2];

/** The table that a call declares: `pgTable('invoices', …)`, `model('Invoice', schema)`, `createTable('invoices', …)`. */
export function declaredByCall(evaluator: Evaluator, reading: CallReading): TableDeclaration[] {
  const { table } = reading.call;
  if (!table || table.alters === true) return [];
  const { node, frame, library, receiver } = reading;
  const named = nameIn(evaluator, table, node, frame, library);
  const owner = receiver?.model?.node.id?.name ?? constantOf(node);
  if (!named && owner === undefined) return [];
  const schema = named?.schema ?? (receiver && schemaOf(evaluator, reading));
  const entities = [...new Set([owner, named?.entity].filter((one) => one !== undefined))];
  const base = { library: library.name, ...(named?.table !== undefined && { table: named.table }), ...(schema !== undefined && { schema }), at: named?.at ?? node };
  return entities.length > 0 ? entities.map((entity) => ({ ...base, entity })) : [base];
}

/** `pgSchema('billing').table('invoices', …)` */
function schemaOf(evaluator: Evaluator, { receiver }: CallReading): string | undefined {
  const made = receiver?.type.name === 'schema' ? receiver.chain[0] : undefined;
  const argument = made && argumentsAt(evaluator, '0', made.node, made.frame)[0];
  const value = argument && evaluator.valueOf(argument.node, argument.frame);
  return value?.is === 'constant' && typeof value.value === 'string' ? value.value : undefined;
}

interface DeclaredName {
  readonly table?: string;
  readonly schema?: string;
  /** The name is that of the entity, which the table is called after. */
  readonly entity?: string;
  readonly at: Node;
}

function nameIn(evaluator: Evaluator, table: TableEffect, node: Callish, frame: Frame, library: Library): DeclaredName | undefined {
  const paths = typeof table.name === 'string' ? [table.name] : (table.name ?? []);
  for (const [index, path] of paths.entries()) {
    const [argument] = argumentsAt(evaluator, path, node, frame);
    if (!argument || bare(argument.node).type === 'ObjectExpression') continue;
    for (const value of alternatives(evaluator.valueOf(argument.node, argument.frame))) {
      const at = argument.file === frame.file ? argument.node : node;
      if (value.is === 'class' && value.node.id) return { entity: value.node.id.name, table: byConvention(value.node.id.name, library), at };
      if (value.is !== 'constant' || typeof value.value !== 'string') continue;
      const isEntity = library.definition.naming !== undefined && paths.length > 1 && index === paths.length - 1 && !isFrozen(evaluator, node, frame);
      if (isEntity) return { entity: value.value, table: byConvention(value.value, library), at };
      const found = tableInText(value.value);
      if (found) return { table: found.name, ...(found.schema !== undefined && { schema: found.schema }), ...(paths.length > 1 && index === paths.length - 1 && { entity: value.value }), at };
    }
  }
  return undefined;
}

/** Sequelize's `freezeTableName`: the table is called as the entity is. */
function isFrozen(evaluator: Evaluator, node: Callish, frame: Frame): boolean {
  return argumentsAt(evaluator, ['0.freezeTableName', '1.freezeTableName', '2.freezeTableName'], node, frame).some(({ node: given }) => given.type === 'Literal' && given.value === true);
}

/** The table that a class declares by a decorator, or by its base class and a static name. */
export function declaredByClass(evaluator: Evaluator, node: ClassNode, file: SourceFile): TableDeclaration[] {
  const frame: Frame = { file, depth: 0 };
  const id = node.id?.name;
  const decorated = readDecorators(evaluator, decoratorsOf(node), frame).filter(({ decorator }) => decorator.table);
  const [reading] = decorated;
  const entity = id === undefined ? {} : { entity: id };
  if (reading) {
    const named = decorated.map(({ decorator, call, frame: inside, library }) => decorator.table && nameIn(evaluator, { ...decorator.table, name: listed(decorator.table.name) }, call, inside, { ...library, definition: { ...library.definition, naming: undefined } as unknown as Library['definition'] })).find((one) => one?.table !== undefined);
    const frozen = decorated.some(({ call, frame: inside }) => isFrozen(evaluator, call, inside));
    const table = named?.table ?? (id === undefined ? undefined : frozen ? id : byConvention(id, reading.library));
    const schema = named?.schema ?? decorated.flatMap(({ call, frame: inside }) => argumentsAt(evaluator, ['0.schema', '1.schema'], call, inside)).flatMap(({ node: given }) => (given.type === 'Literal' && typeof given.value === 'string' ? [given.value] : []))[0];
    return [{ library: reading.library.name, ...entity, ...(table !== undefined && { table }), ...(schema !== undefined && { schema }), ...(named?.table === undefined && reading.library.definition.naming === 'lower-plural' && { mayBeEmbedded: true }), at: node.id ?? reading.node }];
  }
  const fact = node.superClass ? tableOfClass(evaluator, node, file) : undefined;
  const model = fact && modelOf(evaluator, { is: 'class', node, file });
  if (!fact?.name || !model || fact.name === id) return [];
  const found = tableInText(fact.name);
  return found ? [{ library: fact.library, ...entity, table: found.name, ...(found.schema !== undefined && { schema: found.schema }), at: node.id ?? node }] : [];
}

function listed(name: TableEffect['name']): readonly string[] {
  return name === undefined ? [] : typeof name === 'string' ? [name] : name;
}

/** What the library calls the table of an entity whose declaration does not say. */
function byConvention(entity: string, { definition: { naming } }: Library): string {
  switch (naming) {
    case 'snake':
      return entity.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/([A-Z])([A-Z][a-z])/g, '$1_$2').toLowerCase();
    case 'plural':
      return plural(entity);
    case 'lower-plural':
      return plural(entity.toLowerCase());
    default:
      return entity;
  }
}

/** The plural as Sequelize and Mongoose make it, for regular nouns and those that stay as they are. */
function plural(noun: string): string {
  if (/(?:series|species|news|data|information|equipment|money|sheep|fish)$/i.test(noun)) return noun;
  if (/person$/i.test(noun)) return noun.replace(/erson$/, 'eople');
  if (/child$/i.test(noun)) return `${noun}ren`;
  if (/[^aeiou]y$/i.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh)$/i.test(noun)) return /[^s]s$/i.test(noun) && !/(?:us|is|ss)$/i.test(noun) ? noun : `${noun}es`;
  return `${noun}s`;
}

