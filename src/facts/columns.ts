import type { ColumnEffect, TableEffect } from '../libraries/index.ts';
import { argumentsAt, elementsOf, propertiesOf } from './arguments.ts';
import type { Argument } from './arguments.ts';
import type { Library } from './catalog.ts';
import type { Evaluator } from './evaluator.ts';
import { callValue } from './functions.ts';
import { orderedInCode } from './ordered-uuids.ts';
import { bare, constantString, keyName } from './tree.ts';
import type { ColumnFact, Located, Node, SourceFile, UuidValue } from './types.ts';
import { defaultUuid } from './uuids.ts';
import { alternatives } from './value.ts';
import type { Frame, QueryStep } from './value.ts';

type Callish = Parameters<typeof argumentsAt>[2];

/** What several calls or decorators say of one column, while they are put together. */
interface Draft {
  names: string[];
  type?: string;
  isPrimary: boolean;
  isReference: boolean;
  uuid?: UuidValue;
}

/** A call or decorator that says something of a column. */
export interface ColumnStep {
  readonly effect: ColumnEffect;
  readonly library?: Library;
  readonly node: Callish;
  readonly frame: Frame;
}

/** The column that a chain of calls, or a stack of decorators, declares. */
export function columnFrom(evaluator: Evaluator, steps: readonly ColumnStep[], name: string | undefined, at: Node, file: SourceFile): ColumnFact[] {
  const draft: Draft = { names: name === undefined ? [] : [name], isPrimary: false, isReference: false };
  for (const step of steps) apply(evaluator, step, draft, file, name !== undefined);
  const { type, isPrimary, isReference, uuid } = draft;
  return draft.names.map((column) => ({ name: column, at, isPrimary, ...(type !== undefined && { type }), ...(isReference && { isReference }), ...(uuid && { uuid }) }));
}

/** The steps of a chain that speak of a column. */
export function columnSteps(steps: readonly QueryStep[], library: Library): ColumnStep[] {
  return steps.flatMap((step) => (step.call.column ? [{ effect: step.call.column, library, node: step.node, frame: step.frame }] : []));
}

function apply(evaluator: Evaluator, step: ColumnStep, draft: Draft, file: SourceFile, isNamed: boolean): void {
  const { effect, library, node, frame } = step;
  const at = (path: Parameters<typeof argumentsAt>[1]) => argumentsAt(evaluator, path, node, frame);
  if (effect.name !== undefined && !isNamed) {
    const names = firstOf(evaluator, effect.name, node, frame).flatMap((one) => constantString(one.node) ?? []);
    if (names.length > 0) draft.names = names;
  }
  if (typeof effect.type === 'string') draft.type = effect.type;
  else if (effect.type) {
    const type = firstOf(evaluator, effect.type.at, node, frame)[0];
    const name = type && typeName(type);
    if (name) draft.type = name;
  }
  if (effect.primary !== undefined && isPrimary(evaluator, effect.primary, step, draft.names)) draft.isPrimary = true;
  if (effect.reference !== undefined && isSet(evaluator, effect.reference, step)) draft.isReference = true;
  if (effect.default !== undefined) {
    const uuid = at(effect.default).map((one) => defaultUuid(evaluator, one, file)).find((one) => one !== undefined);
    if (uuid) draft.uuid = uuid;
  }
  if (effect.uuid && fits(evaluator, effect.uuid.when, step)) {
    const place = ownPart(node);
    const { version, ordered } = effect.uuid;
    const isLocal = frame.file === file;
    const replacements = ordered && library && isLocal ? orderedInCode(evaluator, { node, file, library, ordered }) : [];
    draft.uuid = { version, generator: frame.file.text.slice(...place.range), at: place, isLocal, ...(replacements.length > 0 && { replacements }) };
  }
  if (effect.builder) {
    for (const one of at(effect.builder.at)) {
      const result = callValue(evaluator, evaluator.valueOf(one.node, one.frame), [], one.frame);
      const inner = alternatives(result).find((value) => value.is === 'handle');
      if (inner?.is === 'handle') for (const further of columnSteps(inner.column?.steps ?? [], inner.type.library)) apply(evaluator, further, draft, file, true);
    }
  }
}

/** A call without the chain that it goes on with: `defaultRandom()` of `uuid('id').primaryKey().defaultRandom()`. */
function ownPart(node: Callish): Located {
  return node.type === 'CallExpression' && node.callee.type === 'MemberExpression' ? { range: [node.callee.property.range[0], node.range[1]] } : node;
}

/** The first of several paths that leads somewhere. */
export function firstOf(evaluator: Evaluator, paths: string | readonly string[], node: Callish, frame: Frame): Argument[] {
  for (const path of typeof paths === 'string' ? [paths] : paths) {
    const found = argumentsAt(evaluator, path, node, frame);
    if (found.length > 0) return found;
  }
  return [];
}

function isPrimary(evaluator: Evaluator, when: NonNullable<ColumnEffect['primary']>, step: ColumnStep, names: readonly string[]): boolean {
  return typeof when === 'object' && 'named' in when ? names.some((name) => when.named.includes(name)) : isSet(evaluator, when, step);
}

function isSet(evaluator: Evaluator, when: boolean | { readonly at: string | readonly string[] }, { node, frame }: ColumnStep): boolean {
  if (typeof when === 'boolean') return when;
  return firstOf(evaluator, when.at, node, frame).some((one) => {
    const value = evaluator.valueOf(one.node, one.frame);
    return value.is !== 'constant' || (value.value !== false && value.value !== null);
  });
}

function fits(evaluator: Evaluator, when: { readonly at: string | readonly string[]; readonly equals: string } | undefined, { node, frame }: ColumnStep): boolean {
  return when === undefined || firstOf(evaluator, when.at, node, frame).some((one) => typeName(one) === when.equals);
}

/** A type as written: `'uuid'`, `DataTypes.UUID`, `String`. The last name counts. */
function typeName({ node }: Argument): string {
  const inner = bare(node);
  const text = constantString(inner);
  if (text !== undefined) return text;
  switch (inner.type) {
    case 'Identifier':
      return inner.name;
    case 'MemberExpression':
      return keyName(inner) ?? '';
    case 'CallExpression':
      return typeName({ node: inner.callee } as Argument);
    case 'TaggedTemplateExpression':
      return constantString(inner.quasi) ?? '';
    default:
      return '';
  }
}

/** The columns that an object of a table declaration lists. */
export function columnsOf(evaluator: Evaluator, table: TableEffect, node: Callish, frame: Frame, file: SourceFile): ColumnFact[] {
  if (table.columns === undefined || table.column === undefined) return [];
  const { column } = table;
  return argumentsAt(evaluator, table.columns, node, frame).flatMap((holder): ColumnFact[] => {
    if (typeof column === 'object' && column.name !== undefined) {
      return elementsOf(evaluator, holder).flatMap((one) => describedColumn(evaluator, one, undefined, column, file));
    }
    return propertiesIn(evaluator, holder).flatMap((one) => {
      const name = one.property?.type === 'Property' ? keyName(one.property) : undefined;
      if (name === undefined) return [];
      return column === 'builder' ? builtColumn(evaluator, one, name, file) : describedColumn(evaluator, one, name, column, file);
    });
  });
}

/** Every property of the object that a name, a function or the argument itself gives. */
function propertiesIn(evaluator: Evaluator, holder: Argument): Argument[] {
  const value = evaluator.valueOf(holder.node, holder.frame);
  const objects = alternatives(value).flatMap((one) => (one.is === 'function' ? alternatives(callValue(evaluator, one, [], holder.frame)) : [one]));
  return objects.flatMap((one) => {
    if (one.is !== 'object') return [];
    const frame: Frame = { ...one.frame, file: one.file };
    return one.node.properties.flatMap((property): Argument[] => {
      if (property.type === 'SpreadElement') return propertiesIn(evaluator, { node: property.argument, file: one.file, frame });
      return [{ node: property.value, file: one.file, frame, property }];
    });
  });
}

function builtColumn(evaluator: Evaluator, argument: Argument, name: string, file: SourceFile): ColumnFact[] {
  const given = evaluator.valueOf(argument.node, argument.frame);
  // `author: () => p.manyToOne(Author)`
  const held = given.is === 'function' ? callValue(evaluator, given, [], argument.frame) : given;
  const value = alternatives(held).find((one) => one.is === 'handle');
  if (value?.is !== 'handle' || !value.column) return [];
  const isHere = argument.file === file;
  return columnFrom(evaluator, columnSteps(value.column.steps, value.type.library), name, isHere ? argument.node : firstPlace(argument), file);
}

function firstPlace(argument: Argument): Node {
  return argument.property ?? argument.node;
}

type Described = Exclude<NonNullable<TableEffect['column']>, 'builder'>;

function describedColumn(evaluator: Evaluator, argument: Argument, given: string | undefined, keys: Described, file: SourceFile): ColumnFact[] {
  const part = (key: string | undefined): Argument | undefined => (key === undefined ? undefined : describedProperty(evaluator, argument, key));
  const named = part(keys.name);
  const name = given ?? (named && constantString(named.node));
  if (name === undefined) return [];
  // `name: DataTypes.STRING`, `name: String`: the type alone.
  const type = part(keys.type) ?? (keys.type !== undefined && !holdsObject(evaluator, argument) ? argument : undefined);
  const isOn = (one: Argument | undefined): boolean => {
    if (!one) return false;
    const value = evaluator.valueOf(one.node, one.frame);
    return value.is !== 'constant' || (value.value !== false && value.value !== null);
  };
  const uuidKey = keys.uuid && part(keys.uuid.key);
  const byLibrary: UuidValue | undefined =
    keys.uuid && uuidKey && typeName(uuidKey) === keys.uuid.equals
      ? { version: keys.uuid.version, generator: argument.file.text.slice(...uuidKey.node.range), at: uuidKey.property ?? uuidKey.node, isLocal: uuidKey.file === file }
      : undefined;
  const defaults = (keys.default ?? []).flatMap((key) => part(key) ?? []);
  const uuid = defaults.map((one) => defaultUuid(evaluator, one, file)).find((one) => one !== undefined) ?? byLibrary;
  const at = argument.property?.type === 'Property' ? argument.property : argument.node;
  const written = type && typeName(type);
  return [{ name, at, isPrimary: isOn(part(keys.primary)), ...(written && { type: written }), ...(isOn(part(keys.reference)) && { isReference: true }), ...(uuid && { uuid }) }];
}

function holdsObject(evaluator: Evaluator, { node, frame }: Argument): boolean {
  return bare(node).type === 'NewExpression' || alternatives(evaluator.valueOf(node, frame)).some((value) => value.is === 'object');
}

function describedProperty(evaluator: Evaluator, argument: Argument, key: string): Argument | undefined {
  return propertiesOf(evaluator, argument, key)[0] ?? constructed(evaluator, argument, key);
}

/** `new TableColumn({ … })` holds the description in its argument. */
function constructed(evaluator: Evaluator, argument: Argument, key: string): Argument | undefined {
  const inner = bare(argument.node);
  const first = inner.type === 'NewExpression' || inner.type === 'CallExpression' ? inner.arguments[0] : undefined;
  return first ? propertiesOf(evaluator, { node: first, file: argument.file, frame: argument.frame }, key)[0] : undefined;
}
