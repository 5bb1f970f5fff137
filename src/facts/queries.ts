import type { TSESTree } from '@typescript-eslint/types';
import { argumentsAt, elementsOf, mappedOver, propertiesOf, standsAt } from './arguments.ts';
import type { Argument } from './arguments.ts';
import { queryAfter, readCall } from './calls.ts';
import type { CallNode, CallReading } from './calls.ts';
import type { Library } from './catalog.ts';
import { callAround } from './contextual.ts';
import type { Evaluator } from './evaluator.ts';
import { callValue } from './functions.ts';
import { sqlOf } from './sql-text.ts';
import type { SqlInCode } from './sql-text.ts';
import type { SqlParameter } from './sql/types.ts';
import { bare, keyName, outer } from './tree.ts';
import type { Located, Node, Offset, QueryFact, SourceFile, WrittenValue } from './types.ts';
import { uuidInSql, uuidOf, writtenUuid } from './uuids.ts';
import { alternatives } from './value.ts';
import type { Frame, QueryState, QueryStep, Value } from './value.ts';

/** The query that a call makes or goes on with; nothing where a later call of the chain speaks for it. */
export function queryAt(evaluator: Evaluator, node: CallNode, frame: Frame, reading: CallReading): QueryFact | undefined {
  const state = stateOf(evaluator, reading);
  if (!state || isContinued(evaluator, node, frame) || (reading.call.lazy && reading.call.query === 'sql' && isHandedOn(evaluator, node, frame))) return undefined;
  const steps = state.steps.filter((step) => step.file === frame.file && within(step.node, node));
  if (steps.length === 0) return undefined;
  const first = steps.find(begins) ?? steps.at(-1);
  const { file } = frame;
  const fact: QueryFact = {
    kind: 'query',
    library: state.library.name,
    operation: state.operation,
    effect: state.effect,
    ...(state.entity && { entity: state.entity }),
    at: first ? nameOf(first.node) : node,
    node,
    runs: runs(evaluator, node, steps, frame),
    offsets: steps.flatMap((step) => offsetsOf(evaluator, step, parametersOf(step, state.steps), file)),
    hasCursor: steps.some((step) => step.call.cursor !== undefined && argumentsAt(evaluator, step.call.cursor, step.node, step.frame).length > 0),
    columns: state.effect === 'write' && givesNothing(evaluator, node, frame) ? 'none' : state.columns,
    written: [...steps.flatMap((step) => writtenBy(evaluator, step, parametersOf(step, state.steps), file)), ...boundLater(evaluator, steps, state.steps, file)],
    ...keysetOf(state.library),
    certainty: state.certainty,
  };
  return saysSomething(fact, steps) ? fact : undefined;
}

function begins({ call }: QueryStep): boolean {
  return call.query === 'read' || call.query === 'write' || call.query === 'sql';
}

/** Neither one more condition on a builder of elsewhere, nor a fragment of SQL that becomes part of something else. */
function saysSomething(fact: QueryFact, steps: readonly QueryStep[]): boolean {
  if (steps.every(({ call }) => call.weak) && fact.certainty === 'guess') return false;
  if (fact.offsets.length > 0 || fact.written.length > 0) return true;
  if (!fact.runs && fact.effect === 'unknown') return false;
  return steps.some((step) => begins(step) || step.call.query === 'run');
}

function givesNothing(evaluator: Evaluator, node: CallNode, frame: Frame): boolean {
  return isScalar(evaluator.awaited(evaluator.valueOf(node, frame)));
}

function isScalar(value: Value): boolean {
  return value.is === 'scalar' || (value.is === 'tuple' && value.elements.every(isScalar));
}

function keysetOf({ definition }: Library): Pick<QueryFact, 'keyset'> {
  return definition.keyset === undefined ? {} : { keyset: definition.keyset };
}

/** What is known of the query after a call; nothing where the call is part of none. */
export function stateOf(evaluator: Evaluator, reading: CallReading): QueryState | undefined {
  const { call, receiver } = reading;
  if (call.query === undefined) {
    // A call that only goes on: its receiver's query, when it is still a builder.
    if (!receiver?.query || call.gives !== 'this') return undefined;
    return receiver.query;
  }
  return queryAfter(evaluator, reading, { call, name: reading.name, node: reading.node, file: reading.frame.file, frame: reading.frame });
}

/** The next call of the chain speaks of the same query. */
function isContinued(evaluator: Evaluator, node: CallNode, frame: Frame): boolean {
  const member = outer(node);
  if (member?.type !== 'MemberExpression' || bare(member.object) !== node) return false;
  const call = outer(member);
  if (call?.type !== 'CallExpression' || bare(call.callee) !== member) return false;
  const next = readCall(evaluator, call, frame);
  if (!next?.receiver?.query) return false;
  if (next.call.query === 'part' || next.call.query === 'run' || next.call.gives === 'this') return true;
  const isBuilder = next.receiver.type.awaited !== undefined || next.receiver.query.steps.some((step) => step.call.lazy);
  return next.call.query !== undefined && isBuilder;
}

/** SQL that another call of a library is given, or that stands in other SQL, is read there. */
function isHandedOn(evaluator: Evaluator, node: CallNode, frame: Frame): boolean {
  const parent = outer(node);
  if (parent?.type === 'TemplateLiteral') return parent.parent.type === 'TaggedTemplateExpression' && isGivenSql(evaluator, parent.parent, parent, frame);
  if (parent?.type === 'ConditionalExpression' || parent?.type === 'LogicalExpression') {
    const template = outer(parent);
    if (template?.type === 'TemplateLiteral') return template.parent.type === 'TaggedTemplateExpression' && isGivenSql(evaluator, template.parent, template, frame);
  }
  const uses = parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? usesOf(parent.id, frame) : [node];
  return uses.some((use) => {
    const call = callAround(use);
    return call !== undefined && isGivenSql(evaluator, call, use, frame);
  });
}

function usesOf(name: TSESTree.Identifier, frame: Frame): Node[] {
  return (frame.file.scopes.variableAt(name, name.name)?.references ?? []).filter((reference) => !reference.isWrite()).map(({ identifier }) => identifier);
}

function isGivenSql(evaluator: Evaluator, call: CallNode, node: Node, frame: Frame): boolean {
  const sql = readCall(evaluator, call, frame)?.call.sql;
  return sql !== undefined && (call.type === 'TaggedTemplateExpression' ? sql.includes('template') : standsAt(sql, call, node));
}

/** The step that gives the parameters of one's SQL: itself, or the run of a prepared statement. */
function parametersOf(step: QueryStep, all: readonly QueryStep[]): QueryStep {
  if (step.call.sql === undefined || step.call.parameters !== undefined) return step;
  return all.slice(all.indexOf(step) + 1).find(bindsParameters) ?? step;
}

function bindsParameters({ call }: QueryStep): boolean {
  return call.parameters !== undefined && call.sql === undefined;
}

/** What a statement that was prepared elsewhere writes when it runs here: `insert.run(randomUUID(), total)`. */
function boundLater(evaluator: Evaluator, here: readonly QueryStep[], all: readonly QueryStep[], file: SourceFile): WrittenValue[] {
  const run = here.find(bindsParameters);
  const prepared = run && all.filter((step) => step.call.sql !== undefined && !here.includes(step));
  return (prepared ?? []).flatMap((step) =>
    sqlSteps(evaluator, step).flatMap((sql) => sqlWritten(evaluator, sql, run as QueryStep, file).flatMap((written) => (written.value ? [{ ...written, at: written.value }] : []))),
  );
}

/** Whether a node stands in another, or is it. */
export function within(inner: Node, outerNode: Node): boolean {
  return outerNode.range[0] <= inner.range[0] && inner.range[1] <= outerNode.range[1];
}

/** The name of the method, or the tag. */
export function nameOf(node: CallNode): Node {
  const callee = bare(node.type === 'TaggedTemplateExpression' ? node.tag : node.callee);
  return callee.type === 'MemberExpression' ? callee.property : callee;
}

/** A call runs its query unless it is lazy and nobody awaits, returns or executes it. */
function runs(evaluator: Evaluator, node: CallNode, steps: readonly QueryStep[], frame: Frame): boolean {
  if (steps.some((step) => step.call.query === 'run')) return true;
  const last = steps.findLast(begins);
  if (!steps.some((step) => step.call.lazy)) return last !== undefined;
  if (last && !last.call.lazy) return true;
  const given = evaluator.valueOf(node, frame);
  // Some builders are no promises: to await them does nothing.
  if (given.is === 'handle' && given.query !== undefined && given.type.awaited === undefined) return false;
  const parent = outer(node);
  switch (parent?.type) {
    case 'AwaitExpression':
    case 'ReturnStatement':
    case 'YieldExpression':
    case 'ArrayExpression':
      return true;
    case 'ArrowFunctionExpression':
      return parent.body === node;
    case 'MemberExpression':
      return ['then', 'catch', 'finally'].includes(keyName(parent) ?? '');
    default:
      return false;
  }
}

function offsetsOf(evaluator: Evaluator, step: QueryStep, parameters: QueryStep, file: SourceFile): Offset[] {
  const given = step.call.offset === undefined ? [] : argumentsAt(evaluator, step.call.offset, step.node, step.frame);
  const found = given.filter((one) => !isUndefined(evaluator, one)).map((one) => offsetFrom(evaluator, one, step, file));
  return [...found, ...sqlSteps(evaluator, step).flatMap((sql) => sqlOffsets(evaluator, sql, parameters, file))];
}

function isUndefined(evaluator: Evaluator, argument: Argument): boolean {
  const value = evaluator.valueOf(argument.node, argument.frame);
  return value.is === 'constant' && value.value === null;
}

/** Rows to skip, as an argument says it. */
export function offsetFrom(evaluator: Evaluator, argument: Argument, step: QueryStep, file: SourceFile): Offset {
  const { property } = argument;
  const name = property?.type === 'Property' ? keyName(property) : property ? keyName(property) : undefined;
  const place: Node = argument.file !== file ? nameOf(step.node) : property ? (property.type === 'Property' ? property.key : property) : nameOf(step.node);
  const constants = constantsOf(evaluator, argument.node, argument.frame);
  return { at: place, name: step.call.page ? 'page' : (name ?? step.name), value: argument.node, ...(constants && { constants }) };
}

/** Every number that an expression can be, when all are constants. */
export function constantsOf(evaluator: Evaluator, node: Node, frame: Frame): number[] | undefined {
  const inner = bare(node);
  const each = (parts: readonly { readonly node: Node; readonly frame: Frame }[]): number[] | undefined => {
    const found = parts.map((part) => constantsOf(evaluator, part.node, part.frame));
    return found.length > 0 && found.every((one) => one !== undefined) ? found.flat() : undefined;
  };
  switch (inner.type) {
    case 'ConditionalExpression':
      return each([
        { node: inner.consequent, frame },
        { node: inner.alternate, frame },
      ]);
    case 'LogicalExpression':
      return each([
        { node: inner.left, frame },
        { node: inner.right, frame },
      ]);
    case 'MemberExpression': {
      // A property of anything but a literal object may be set elsewhere: `args.skip`, whose class starts it with 0.
      const held = evaluator.valueOf(inner.object, frame);
      const name = keyName(inner);
      return held.is === 'object' && name !== undefined ? each(propertiesOf(evaluator, { node: held.node, file: held.file, frame: { ...held.frame, file: held.file } }, name)) : undefined;
    }
    case 'Identifier': {
      const init = onlyValue(inner, frame);
      return init ? constantsOf(evaluator, init, frame) : inner.name === 'undefined' || isImported(inner, frame) ? numberOf(evaluator.valueOf(inner, frame)) : undefined;
    }
    case 'Literal':
    case 'UnaryExpression':
      return numberOf(evaluator.valueOf(inner, frame));
    default:
      return undefined;
  }
}

function numberOf(value: Value): number[] | undefined {
  if (value.is !== 'constant') return undefined;
  return typeof value.value === 'number' ? [value.value] : value.value === null ? [0] : undefined;
}

/** What a variable is set to, once and for all: neither a parameter, nor taken out of an object, nor a `let` that is counted up. */
function onlyValue(name: TSESTree.Identifier, frame: Frame): Node | undefined {
  const variable = frame.file.scopes.variableAt(name, name.name);
  const definition = variable?.defs[0];
  if (definition?.node.type !== 'VariableDeclarator' || definition.node.id.type !== 'Identifier' || !definition.node.init) return undefined;
  return variable?.references.some((reference) => reference.isWrite() && !reference.init) ? undefined : definition.node.init;
}

function isImported(name: TSESTree.Identifier, frame: Frame): boolean {
  return frame.file.scopes.variableAt(name, name.name)?.defs[0]?.type === 'ImportBinding';
}

/** The SQL of a step: of the places where it may stand, the first that has any. */
function sqlSteps(evaluator: Evaluator, step: QueryStep): SqlInCode[] {
  for (const argument of step.call.sql === undefined ? [] : argumentsAt(evaluator, step.call.sql, step.node, step.frame)) {
    const sql = sqlOf(evaluator, argument);
    if (sql) return [sql];
  }
  return [];
}

function sqlOffsets(evaluator: Evaluator, sql: SqlInCode, step: QueryStep, file: SourceFile): Offset[] {
  return sql.facts.statements.flatMap((statement) =>
    statement.offsets.map((offset) => {
      const at = sql.file === file ? shifted(offset.at, sql) : nameOf(step.node);
      const value = offset.parameter && parameterValue(evaluator, offset.parameter, sql, step);
      const constants = offset.constant !== undefined ? [offset.constant] : value && constantsOf(evaluator, value.node, value.frame);
      return { at, name: 'OFFSET', ...(value && { value: value.node }), ...(constants && { constants }) };
    }),
  );
}

function shifted(at: Located, sql: SqlInCode): Located {
  return { range: [at.range[0] + sql.start, at.range[1] + sql.start] };
}

/** The expression that fills a placeholder: a hole of the template, or one of the parameters. */
function parameterValue(evaluator: Evaluator, parameter: SqlParameter, sql: SqlInCode, step: QueryStep): Argument | undefined {
  if (parameter.style === 'hole') {
    const node = sql.holes[Number(parameter.key)];
    return node && sql.file && { node, file: sql.file, frame: sql.frame };
  }
  if (step.call.parameters === undefined) return undefined;
  const given = argumentsAt(evaluator, step.call.parameters, step.node, step.frame);
  if (parameter.style === 'name') return given.flatMap((one) => propertiesOf(evaluator, one, String(parameter.key)))[0];
  return given.flatMap((one) => elementsOf(evaluator, one))[Number(parameter.key)];
}

function writtenBy(evaluator: Evaluator, step: QueryStep, parameters: QueryStep, file: SourceFile): WrittenValue[] {
  const given = step.call.values === undefined ? [] : argumentsAt(evaluator, step.call.values, step.node, step.frame);
  return [...given.flatMap((one) => writtenIn(evaluator, one, file, step)), ...sqlSteps(evaluator, step).flatMap((sql) => sqlWritten(evaluator, sql, parameters, file))];
}

/** The properties of a written object, through its spreads; of each in an array, or of what a function gives. */
function writtenIn(evaluator: Evaluator, argument: Argument, file: SourceFile, step: QueryStep, depth = 0): WrittenValue[] {
  if (depth > 4) return [];
  return alternatives(evaluator.valueOf(argument.node, argument.frame)).flatMap((value) => {
    if (value.is === 'array') return elementsOf(evaluator, argument).flatMap((one) => writtenIn(evaluator, one, file, step, depth + 1));
    const objects = value.is === 'function' ? alternatives(callValue(evaluator, value, [], argument.frame)) : [value];
    return objects.flatMap((one) => (one.is === 'object' ? propertiesWritten(evaluator, one, file, step, depth) : []));
  });
}

function propertiesWritten(evaluator: Evaluator, object: Value & { is: 'object' }, file: SourceFile, step: QueryStep, depth: number): WrittenValue[] {
  const frame: Frame = { ...object.frame, file: object.file };
  return object.node.properties.flatMap((property): WrittenValue[] => {
    if (property.type === 'SpreadElement') {
      const spread: Argument = { node: property.argument, file: object.file, frame };
      const rows = property.argument.type === 'Identifier' ? mappedOver(property.argument, spread) : undefined;
      const sources = rows ? elementsOf(evaluator, rows).filter(({ node }) => node !== rows.node) : [spread];
      return sources.flatMap((one) => writtenIn(evaluator, one, file, step, depth + 1));
    }
    const column = keyName(property);
    // MongoDB's operators stand beside columns.
    if (column === undefined || column.startsWith('$')) return [];
    const uuid = writtenUuid(evaluator, { node: property.value, file: object.file, frame }, file);
    const at = object.file === file ? property : nameOf(step.node);
    return [{ column, at, value: property.value, ...(uuid && { uuid }) }];
  });
}

function sqlWritten(evaluator: Evaluator, sql: SqlInCode, step: QueryStep, file: SourceFile): WrittenValue[] {
  return sql.facts.statements.flatMap((statement) =>
    statement.written.map((written) => {
      const value = written.parameter && parameterValue(evaluator, written.parameter, sql, step);
      const made = value && uuidOf(evaluator, value.node, value.frame, file);
      const inSql = written.uuid;
      const at = sql.file === file ? shifted(written.at, sql) : nameOf(step.node);
      const uuid = made ?? (inSql && (sql.file === file ? uuidInSql(inSql, shifted(inSql.at, sql), file) : uuidInSql(inSql, at, undefined)));
      return { column: written.column, at, ...(value && { value: value.node }), ...(uuid && { uuid }) };
    }),
  );
}

/** `query.offset = 20` on a builder or request whose page says that it skips rows. */
export function assignedOffset(evaluator: Evaluator, node: TSESTree.AssignmentExpression, frame: Frame): QueryFact | undefined {
  if (node.left.type !== 'MemberExpression') return undefined;
  const name = keyName(node.left);
  if (name === undefined) return undefined;
  const holder = alternatives(evaluator.valueOf(node.left.object, frame)).find((one) => one.is === 'handle' && one.type.offsets.has(name));
  if (holder?.is !== 'handle') return undefined;
  const constants = constantsOf(evaluator, node.right, frame);
  const entity = holder.entity ?? holder.query?.entity;
  return {
    kind: 'query',
    library: holder.type.library.name,
    operation: name,
    effect: 'read',
    ...(entity && { entity }),
    at: node.left.property,
    node,
    runs: false,
    offsets: [{ at: node.left.property, name, value: node.right, ...(constants && { constants }) }],
    hasCursor: false,
    columns: 'unknown',
    written: [],
    ...keysetOf(holder.type.library),
    certainty: holder.certainty,
  };
}

