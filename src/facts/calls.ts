import type { TSESTree } from '@typescript-eslint/types';
import type { Call, Gives } from '../libraries/index.ts';
import { argumentsAt } from './arguments.ts';
import type { Argument } from './arguments.ts';
import type { CompiledType, Library } from './catalog.ts';
import { entityNameAt, entityNameOf } from './entities.ts';
import type { Evaluator } from './evaluator.ts';
import { callValue, settled } from './functions.ts';
import { elementOf } from './names.ts';
import { hasShape, isExclusion, isNothing } from './shapes.ts';
import { holeAt, sqlOf } from './sql-text.ts';
import type { SqlInCode } from './sql-text.ts';
import type { SqlTable } from './sql/index.ts';
import { bare, constantString, keyName } from './tree.ts';
import { entityOfType } from './type-arguments.ts';
import type { Certainty, EntityName, Node } from './types.ts';
import { alternatives, MAPPED, SCALAR, unionOf, UNKNOWN } from './value.ts';
import type { Frame, Handle, ModelClass, QueryState, QueryStep, Value } from './value.ts';

export type CallNode = TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.TaggedTemplateExpression;

/** A call that a page describes. */
export interface CallReading {
  readonly kind: 'call';
  readonly call: Call;
  readonly library: Library;
  readonly name: string;
  readonly receiver?: Handle;
  readonly node: CallNode;
  readonly frame: Frame;
}

/** A described call, or the `await` of a builder. */
export type Reading = CallReading | { readonly kind: 'await'; readonly of: Handle };

/** What a call means, when a page describes it. */
export function readCall(evaluator: Evaluator, node: CallNode, frame: Frame): CallReading | undefined {
  const callee = node.type === 'TaggedTemplateExpression' ? node.tag : node.callee;
  for (const value of alternatives(evaluator.valueOf(callee, frame))) {
    const reading = readCallee(evaluator, value, node, frame);
    const call = reading && overloadOf(evaluator, reading);
    // A receiver that is known by its name only has to look like it: a call without a meaning does not.
    if (call && !(reading.receiver?.needsShape && isMeaningless(call))) return { ...reading, call };
  }
  return undefined;
}

function isMeaningless(call: Call): boolean {
  return call.overloads !== undefined && Object.keys(call).length === 1;
}

/** The meaning that the arguments' shape chooses. */
function overloadOf(evaluator: Evaluator, { call, node, frame }: CallReading): Call {
  return call.overloads?.find(({ when }) => hasShape(evaluator, when, node, frame)) ?? call;
}

function readCallee(evaluator: Evaluator, value: Value, node: CallNode, frame: Frame): CallReading | undefined {
  switch (value.is) {
    case 'method':
      return { kind: 'call', call: value.call, library: value.of.type.library, name: value.name, receiver: value.of, node, frame };
    case 'export': {
      const call = exportCall(value.export, node);
      return call && { kind: 'call', call, library: value.library, name: value.name.slice(value.name.lastIndexOf('.') + 1), node, frame };
    }
    case 'handle': {
      const { type } = value;
      const call = node.type === 'NewExpression' ? type.new : node.type === 'TaggedTemplateExpression' ? (type.tag ?? type.call) : type.call;
      return call && { kind: 'call', call, library: type.library, name: calledName(type, node), receiver: value, node, frame };
    }
    case 'package': {
      for (const library of value.libraries) {
        const entry = library.definition.exports?.['default'];
        const call = entry && exportCall(entry, node);
        if (call) return { kind: 'call', call, library, name: 'default', node, frame };
      }
      return undefined;
    }
    case 'class':
      return node.type === 'NewExpression' ? modelConstructor(evaluator, value, node, frame) : undefined;
    default:
      return undefined;
  }
}

/** A value that can only be called goes by its member's name: `customer.getOrders()`. */
function calledName(type: CompiledType, node: CallNode): string {
  const callee = node.type === 'TaggedTemplateExpression' ? node.tag : node.callee;
  const member = type.methods.size === 0 && callee.type === 'MemberExpression' ? keyName(callee) : undefined;
  return member ?? type.name;
}

function exportCall(entry: import('../libraries/index.ts').Export, node: CallNode): Call | undefined {
  if (node.type === 'TaggedTemplateExpression') return entry.tag ?? entry.call;
  if (node.type === 'CallExpression') return entry.call;
  if (entry.new) return entry.new;
  return entry.class?.instance === undefined ? undefined : { gives: entry.class.instance };
}

/** `new User({ … })` of a class that extends a library's model. */
function modelConstructor(evaluator: Evaluator, value: Value & { is: 'class' }, node: CallNode, frame: Frame): CallReading | undefined {
  const model = modelOf(evaluator, value);
  if (!model?.type.new) return undefined;
  return { kind: 'call', call: model.type.new, library: model.type.library, name: 'new', receiver: model, node, frame };
}

/** The library type that a class of the project is by its base class: `class User extends Model`. */
export function modelOf(evaluator: Evaluator, value: Value & { is: 'class' }, side: 'static' | 'instance' = 'static'): Handle | undefined {
  let current = value;
  for (let height = 0; height < HIGHEST; height++) {
    const { superClass } = current.node;
    if (!superClass) return undefined;
    const frame: Frame = { file: current.file, depth: 0, self: { is: 'instance', node: value.node, file: value.file } };
    const bases = alternatives(extended(evaluator, superClass, { file: current.file, depth: 0 }));
    for (const base of bases) {
      const type = libraryClass(evaluator, base, side);
      if (!type) continue;
      const argument = base.is === 'export' && base.export.unnamed ? undefined : current.node.superTypeArguments?.params[0];
      const isRow = type.isEntity || side === 'static';
      const entity = isRow ? entityOfClass(value) : argument && entityOfType(evaluator, argument, frame);
      return { is: 'handle', type, certainty: 'certain', chain: [], ...(isRow && { model: value }), ...(entity && { entity }) };
    }
    const above = bases.find((base) => base.is === 'class');
    if (above?.is !== 'class') return undefined;
    current = above;
  }
  return undefined;
}

/** What a class extends. A function that nobody knows gives back a class like the one it is given: `withTimestamps(Model)`. */
function extended(evaluator: Evaluator, superClass: Node, frame: Frame): Value {
  const value = evaluator.valueOf(superClass, frame);
  const inner = bare(superClass);
  const given = inner.type === 'CallExpression' ? inner.arguments[0] : undefined;
  return value.is === 'unknown' && given && given.type !== 'SpreadElement' ? extended(evaluator, given, frame) : value;
}

/** Classes above one another: more are generated. */
const HIGHEST = 8;

function libraryClass(evaluator: Evaluator, base: Value, side: 'static' | 'instance'): CompiledType | undefined {
  if (base.is === 'export') {
    const name = base.export.class?.[side];
    return name === undefined ? undefined : evaluator.catalog.type(base.library, name);
  }
  // A mixin: `class Orders extends createRepository(Order)`.
  return base.is === 'handle' ? base.type : undefined;
}

function entityOfClass(value: Value & { is: 'class' }): EntityName | undefined {
  return value.node.id ? { name: value.node.id.name } : undefined;
}

/** What a described call gives. */
export function applyCall(evaluator: Evaluator, reading: Reading): Value {
  if (reading.kind === 'await') return resolveGives(evaluator, reading.of.type.awaited ?? 'this', reading);
  const { call, node, frame } = reading;
  if (call.uuid !== undefined) return call.uuid === 0 ? SCALAR : { is: 'uuid', version: call.uuid, spot: { node, file: frame.file }, library: reading.library, ordered: call.ordered };
  if (call.gives === undefined) {
    const next = stateAfter(evaluator, reading);
    return next.column && reading.receiver ? { ...reading.receiver, ...next } : UNKNOWN;
  }
  return resolveGives(evaluator, call.gives, reading);
}

/** What the receiver knows after the call. */
function stateAfter(evaluator: Evaluator, reading: CallReading): Pick<Handle, 'query' | 'column' | 'chain' | 'certainty' | 'entity' | 'model'> {
  const { call, receiver } = reading;
  const step: QueryStep = { call, name: reading.name, node: reading.node, file: reading.frame.file, frame: reading.frame };
  const query = queryAfter(evaluator, reading, step);
  const entity = entityOf(evaluator, reading);
  const model = modelAt(evaluator, reading);
  return {
    certainty: certaintyOf(receiver, call),
    chain: [...(receiver?.chain ?? []), step].slice(-LONGEST_CHAIN),
    ...(query && { query }),
    ...(entity && { entity }),
    ...(model && { model }),
    ...(call.column || receiver?.column ? { column: { steps: [...(receiver?.column?.steps ?? []), step] } } : {}),
  };
}

/** Chains longer than this are generated; the newest calls are kept. */
const LONGEST_CHAIN = 60;

/** A name that needed its shape has it once a method of the page is called on it. */
export function certaintyOf(receiver: Handle | undefined, call?: Call): Certainty {
  if (!receiver) return 'certain';
  return receiver.needsShape && !call?.weak ? 'likely' : receiver.certainty;
}

/** The query after a call: a new one, the receiver's with one more part, or the receiver's unchanged. */
export function queryAfter(evaluator: Evaluator, reading: CallReading, step: QueryStep): QueryState | undefined {
  const { call, receiver } = reading;
  const base = receiver?.query;
  if (call.query === undefined) return base;
  const entity = entityOf(evaluator, reading);
  const steps = [...(base?.steps ?? []), step].slice(-LONGEST_CHAIN);
  const model = modelAt(evaluator, reading) ?? base?.model;
  const shared = { library: reading.library, steps, certainty: certaintyOf(receiver, call), ...(entity && { entity }), ...(model && { model }) };
  const narrowed = narrowing(evaluator, reading);
  if (call.query === 'part' || call.query === 'run') {
    const kept = base ?? { operation: reading.name, effect: 'unknown' as const, columns: 'all' as const };
    // Whole rows stay whole, whatever is named beside them.
    const isWhole = kept.columns === 'all' && steps.some((one) => one !== step && one.call.whole);
    return { ...kept, ...shared, columns: narrowed === undefined || (narrowed === 'some' && isWhole) ? kept.columns : narrowed };
  }
  if (call.query === 'sql') {
    const { sql, isChecked } = sqlGiven(evaluator, reading);
    const statement = sql?.facts.statements.find((one) => one.verb !== 'other');
    const effect = !statement || statement.verb === 'fragment' ? 'unknown' : statement.verb === 'select' ? 'read' : statement.verb === 'other' ? 'unknown' : 'write';
    const table = sql && statement?.tables[0] && tableInSql(evaluator, sql, statement.tables[0]);
    const named = isChecked && statement?.columns === 'all' ? 'some' : statement?.columns;
    return { ...shared, ...(table && { entity: table }), operation: call.operation ?? reading.name, effect, columns: narrowed ?? named ?? 'unknown' };
  }
  return { ...shared, operation: call.operation ?? reading.name, effect: call.query, columns: narrowed ?? base?.columns ?? 'all' };
}

/** The SQL among a call's arguments, and whether a schema checks its rows: Slonik's `sql.type(Order)`. */
function sqlGiven(evaluator: Evaluator, { call, node, frame }: CallReading): { readonly sql?: SqlInCode; readonly isChecked: boolean } {
  for (const argument of call.sql === undefined ? [] : argumentsAt(evaluator, call.sql, node, frame)) {
    const sql = sqlOf(evaluator, argument);
    if (!sql) continue;
    const value = evaluator.valueOf(argument.node, argument.frame);
    return { sql, isChecked: value.is === 'handle' && value.chain.some((step) => step.call.schema === 'output') };
  }
  return { isChecked: false };
}

/** The table that SQL names, or that the hole in its place holds. */
function tableInSql(evaluator: Evaluator, sql: SqlInCode, { name, parameter }: SqlTable): EntityName | undefined {
  if (name !== undefined) return { name };
  const hole = parameter?.style === 'hole' ? holeAt(sql, parameter.key) : undefined;
  return hole && (holderOfTable(hole, sql) ?? entityNameOf(evaluator, hole, sql.frame));
}

/** `${orders.table}`, `const { table } = convertToIdentifiers(Orders)`: what holds the table is its name. */
function holderOfTable(hole: Node, { file }: SqlInCode): EntityName | undefined {
  const inner = bare(hole);
  if (inner.type === 'MemberExpression' && keyName(inner) === 'table') return inner.object.type === 'Identifier' ? { name: inner.object.name } : undefined;
  if (inner.type !== 'Identifier' || inner.name !== 'table') return undefined;
  const declarator = file?.scopes.variableAt(inner, inner.name)?.defs[0]?.node;
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'ObjectPattern' || !declarator.init) return undefined;
  const init = bare(declarator.init);
  const holder = init.type === 'CallExpression' ? init.arguments[0] : init;
  return holder?.type === 'Identifier' ? { name: holder.name } : undefined;
}

/** The entity that the call names, or that its receiver is of. One that is named in a way that cannot be read is none. */
function entityOf(evaluator: Evaluator, reading: CallReading): EntityName | undefined {
  const { call, node, frame, receiver } = reading;
  const isNamed = call.entity !== undefined && argumentsAt(evaluator, call.entity, node, frame).length > 0;
  return isNamed && call.entity !== undefined ? entityNameAt(evaluator, reading, call.entity) : (receiver?.entity ?? receiver?.query?.entity ?? entityOfWritten(evaluator, reading));
}

/** `manager.save(order)` is about what `order` is. */
function entityOfWritten(evaluator: Evaluator, { call, node, frame }: CallReading): EntityName | undefined {
  if (call.query !== 'write' || call.values === undefined) return undefined;
  for (const argument of argumentsAt(evaluator, call.values, node, frame)) {
    for (const value of alternatives(evaluator.valueOf(argument.node, argument.frame))) {
      if (value.is === 'stored' && value.query.entity) return value.query.entity;
      if (value.is === 'handle' && value.type.isEntity && value.entity) return value.entity;
      if (value.is === 'instance' && value.node.id) return { name: value.node.id.name };
    }
  }
  return undefined;
}

/** The class of the entity that the call names, or its receiver is of. */
function modelAt(evaluator: Evaluator, { call, node, frame, receiver }: CallReading): ModelClass | undefined {
  const argument = call.entity === undefined ? undefined : argumentsAt(evaluator, call.entity, node, frame)[0];
  const named = argument && evaluator.valueOf(argument.node, argument.frame);
  if (named?.is === 'class') return named;
  return argument ? undefined : receiver?.model;
}

/** How the call's own arguments narrow the columns; nothing where they do not. */
function narrowing(evaluator: Evaluator, reading: CallReading): QueryState['columns'] | undefined {
  const { call, node, frame } = reading;
  if (call.narrow) return 'none';
  const otherwise = call.whole ? 'all' : undefined;
  if (call.columns === undefined) return otherwise;
  const found = argumentsAt(evaluator, call.columns, node, frame).filter((one) => !isNothing(evaluator, one));
  if (found.length > 0) return namesEverything(evaluator, found, call.alias === true) ? otherwise : 'some';
  return hasUnknownOptions(evaluator, reading) ? 'unknown' : otherwise;
}

/** A projection that keeps whole rows: it names `*` or a table among its columns, or only says what to leave out. */
function namesEverything(evaluator: Evaluator, projection: readonly Argument[], hasAliases: boolean): boolean {
  return projection.some((one) => isEverything(one, hasAliases) || isWholeRow(evaluator, one)) || projection.every((one) => isExclusion(evaluator, one));
}

/** `'*'`, `'orders.*'` name every column; so does the alias of a table. */
function isEverything(argument: Argument, isAlias: boolean): boolean {
  const text = constantString(argument.node)?.trim();
  if (text === undefined) return false;
  return text.endsWith('*') || (isAlias && /^\w+$/.test(text));
}

/** A table among the columns, alone, spread or as a property: `select({ order: orders, total: count() })`. */
function isWholeRow(evaluator: Evaluator, { node, frame }: Argument): boolean {
  return alternatives(evaluator.valueOf(node, frame)).some((value) => {
    if (value.is === 'handle') return value.type.isWholeRow;
    if (value.is !== 'object') return false;
    const inside: Frame = { ...value.frame, file: value.file };
    return value.node.properties.some((property) => {
      const held = evaluator.valueOf(property.type === 'SpreadElement' ? property.argument : property.value, inside);
      return held.is === 'handle' && held.type.isWholeRow;
    });
  });
}

/** The options object cannot be seen: it may narrow the columns. */
function hasUnknownOptions(evaluator: Evaluator, { call, node, frame }: CallReading): boolean {
  const paths = typeof call.columns === 'string' ? [call.columns] : (call.columns ?? []);
  return paths
    .filter((path) => path.includes('.'))
    .some((path) => {
      const holders = argumentsAt(evaluator, path.slice(0, path.lastIndexOf('.')), node, frame);
      return holders.some((holder) => isOpaqueObject(evaluator, holder));
    });
}

function isOpaqueObject(evaluator: Evaluator, argument: Argument, seen: Set<unknown> = new Set()): boolean {
  return alternatives(evaluator.valueOf(argument.node, argument.frame)).some((value) => {
    if (value.is !== 'object') return value.is === 'unknown' || value.is === 'mapped';
    // `query = { ...query, take: 20 }` holds itself.
    if (seen.has(value.node)) return false;
    seen.add(value.node);
    const frame: Frame = { ...value.frame, file: value.file };
    return value.node.properties.some((property) => property.type === 'SpreadElement' && isOpaqueObject(evaluator, { node: property.argument, file: value.file, frame }, seen));
  });
}

/** The value that a page's `gives` means for this call. */
export function resolveGives(evaluator: Evaluator, gives: Gives, reading: Reading): Value {
  if (typeof gives !== 'string') {
    if (isTuple(gives)) return { is: 'tuple', elements: gives.map((one) => resolveGives(evaluator, one, reading)) };
    return { is: 'record', properties: new Map(Object.entries(gives).map(([name, one]) => [name, resolveGives(evaluator, one, reading)])) };
  }
  const receiver = reading.kind === 'await' ? reading.of : reading.receiver;
  switch (gives) {
    case 'scalar':
    case 'nothing':
      return SCALAR;
    case 'mapped':
      return MAPPED;
    case 'row':
    case 'rows':
      return storedOf(evaluator, gives === 'rows', reading);
    case 'this':
      if (!receiver) return UNKNOWN;
      return reading.kind === 'await' ? receiver : { ...receiver, ...stateAfter(evaluator, reading), ...addedBy(evaluator, reading), needsShape: isUnconfirmed(reading) };
    case 'input':
      return UNKNOWN;
    case 'instance': {
      // A page may call its own type so: Fastify's application.
      if (isTypeOf(evaluator, gives, reading)) return handleOf(evaluator, gives, reading);
      const given = reading.kind === 'call' ? firstArgument(evaluator, reading) : UNKNOWN;
      return given.is === 'class' ? { is: 'instance', node: given.node, file: given.file } : UNKNOWN;
    }
    case 'element':
      return receiver && reading.kind === 'call' ? elementOf(evaluator, receiver, reading.frame) : UNKNOWN;
    case 'argument':
      return reading.kind === 'call' ? firstArgument(evaluator, reading) : UNKNOWN;
    case 'settled':
      return reading.kind === 'call' ? settled(evaluator, firstArgument(evaluator, reading), false) : UNKNOWN;
    case 'callback':
      return reading.kind === 'call' ? callbackResult(evaluator, reading) : UNKNOWN;
    default:
      return handleOf(evaluator, gives, reading);
  }
}

/** The methods that the call gives to its receiver. */
function addedBy(evaluator: Evaluator, { call, node, frame }: CallReading): Pick<Handle, 'added'> {
  const argument = call.adds === undefined ? undefined : argumentsAt(evaluator, call.adds, node, frame)[0];
  const added = argument && evaluator.valueOf(argument.node, argument.frame);
  return added?.is === 'object' ? { added } : {};
}

/** What a function in the arguments is given. A builder that is named by its type is a new one; `this` is the receiver's own. */
export function givenToCallback(evaluator: Evaluator, gives: Gives, reading: CallReading): Value {
  const value = resolveGives(evaluator, gives, reading);
  if (value.is !== 'handle' || gives === 'this' || gives === 'argument') return value;
  const { query: _, column: __, ...fresh } = value;
  return fresh;
}

function isTuple(gives: Gives): gives is readonly Gives[] {
  return Array.isArray(gives);
}

function storedOf(evaluator: Evaluator, many: boolean, reading: Reading): Value {
  const after = reading.kind === 'await' ? reading.of : stateAfter(evaluator, reading);
  const { query } = after;
  const fallback = reading.kind === 'await' ? reading.of : reading.receiver;
  const state: QueryState | undefined =
    query ??
    (fallback && {
      library: fallback.type.library,
      operation: reading.kind === 'call' ? reading.name : fallback.type.name,
      effect: 'read',
      steps: [],
      columns: 'all',
      certainty: after.certainty,
      ...(after.entity && { entity: after.entity }),
      ...(after.model && { model: after.model }),
    });
  if (!state || state.columns === 'none') return SCALAR;
  return { is: 'stored', many, query: state, through: (reading.kind === 'await' ? reading.of.through : reading.receiver?.through) ?? [] };
}

function handleOf(evaluator: Evaluator, name: string, reading: Reading): Value {
  const library = reading.kind === 'await' ? reading.of.type.library : reading.library;
  const type = evaluator.catalog.type(library, name);
  if (!type) return UNKNOWN;
  if (reading.kind === 'await') return { ...reading.of, type };
  return { is: 'handle', type, ...stateAfter(evaluator, reading), ...(isUnconfirmed(reading) && { needsShape: true }) };
}

/** The receiver is known by its name only, and the call is too common to confirm it. */
function isUnconfirmed({ call, receiver }: CallReading): boolean {
  return call.weak === true && receiver?.needsShape === true;
}

function isTypeOf(evaluator: Evaluator, name: string, reading: Reading): boolean {
  return evaluator.catalog.type(reading.kind === 'await' ? reading.of.type.library : reading.library, name) !== undefined;
}

function firstArgument(evaluator: Evaluator, reading: CallReading): Value {
  const argument = argumentsAt(evaluator, '0', reading.node, reading.frame)[0];
  return argument ? evaluator.valueOf(argument.node, argument.frame) : UNKNOWN;
}

function callbackResult(evaluator: Evaluator, reading: CallReading): Value {
  const results: Value[] = [];
  for (const { at, params } of reading.call.callbacks ?? []) {
    for (const one of argumentsAt(evaluator, at, reading.node, reading.frame)) {
      const fn = evaluator.valueOf(one.node, one.frame);
      const bound = params.map((gives) => givenToCallback(evaluator, gives, reading));
      results.push(evaluator.awaited(callValue(evaluator, fn, bound, reading.frame)));
    }
  }
  return unionOf(results);
}

/** A call that no page and no file describes: it may only wrap the function in its arguments (`asyncHandler(fn)`). */
export function isOpaqueWrapper(evaluator: Evaluator, node: CallNode, frame: Frame): boolean {
  if (node.type !== 'CallExpression' || readCall(evaluator, node, frame)) return false;
  const callee = evaluator.valueOf(node.callee, frame);
  if (callee.is === 'builtin') return false;
  const name = node.callee.type === 'MemberExpression' ? keyName(node.callee) : undefined;
  return name === undefined || !ARRAY_METHODS.has(name);
}

const ARRAY_METHODS = new Set(['map', 'filter', 'forEach', 'reduce', 'find', 'some', 'every', 'flatMap', 'sort', 'then', 'catch', 'finally']);
