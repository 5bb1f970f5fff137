import type { TSESTree } from '@typescript-eslint/types';
import { modelOf, readCall } from './calls.ts';
import type { Evaluator } from './evaluator.ts';
import { tableOfClass } from './tables.ts';
import { bare, classAround, decoratorsOf, isFunction, keyName, parameterPattern } from './tree.ts';
import type { EntityIdFact, EntityName, Node, SourceFile } from './types.ts';
import { uuidOf } from './uuids.ts';
import { alternatives } from './value.ts';
import type { ClassNode, Frame } from './value.ts';

// A key is often made before any query sees it: it goes into a constructor, a factory, a creator of the house. What is only called `id` and
// names a message, a job or a request is no key of an entity.

/** Things that carry an id of their own and are no entities. */
const NO_ENTITY = new Set(
  ('event message command query job request response error exception token context span trace envelope lock dto log packet frame node mark attr attribute header meta metadata ctx req res ' +
    'socket connection store scope').split(' '),
);
/** Functions that bring an entity into being. */
const MAKES_ENTITY = /^(?:create|insert|save|upsert|persist)(?!.*(?:event|message|job|token|span|trace|log|request|session|context|queue|secret|hash|jwt|key$))|creator$/i;
/** Receivers that deliver or call somebody else. */
const DELIVERS = new Set(
  'queue bus emitter producer publisher logger log broker channel socket http axios fetch stripe client sdk api cache redis session storage bucket tracer crypto jwt dom document url'.split(' '),
);

/** Whether the last word of a name is one of these: `res`, `orderResponse`, `RETRY_JOBS`, but neither `scores` nor `catalog`. */
function endsWith(name: string, words: ReadonlySet<string>): boolean {
  const last = (name.split(/(?<=[a-z\d])(?=[A-Z])|(?=[A-Z][a-z])|_/).at(-1) ?? '').toLowerCase();
  return words.has(last) || (last.endsWith('s') && words.has(last.slice(0, -1)));
}

/** A key given in a call: `createOrder({ id: randomUUID() })`, `new Order(randomUUID())`. */
export function idInCall(evaluator: Evaluator, node: TSESTree.CallExpression | TSESTree.NewExpression, frame: Frame): EntityIdFact[] {
  const named = node.type === 'NewExpression' ? constructedName(node) : creatorName(node);
  if (named === undefined || readCall(evaluator, node, frame)?.call.values !== undefined) return [];
  const found = node.arguments.flatMap((argument) => (argument.type === 'SpreadElement' ? [] : idIn(evaluator, argument, named, frame)));
  if (node.type === 'NewExpression') return [...found, ...positionalId(evaluator, node, named, frame)];
  return [...found, ...node.arguments.flatMap((argument) => idInContent(evaluator, argument, named, frame))];
}

/** The class, when it may be an entity. */
function constructedName({ callee }: TSESTree.NewExpression): EntityName | undefined {
  const inner = bare(callee);
  return inner.type === 'Identifier' && !endsWith(inner.name, NO_ENTITY) ? { name: inner.name } : undefined;
}

/** The receiver or the function itself, when it brings an entity into being. */
function creatorName({ callee }: TSESTree.CallExpression): EntityName | undefined {
  const inner = bare(callee);
  if (inner.type === 'Identifier') return MAKES_ENTITY.test(inner.name) ? { name: inner.name } : undefined;
  if (inner.type !== 'MemberExpression' || !MAKES_ENTITY.test(keyName(inner) ?? '')) return undefined;
  const object = bare(inner.object);
  const receiver = object.type === 'Identifier' ? object.name : object.type === 'MemberExpression' ? (keyName(object) ?? '') : '';
  return endsWith(receiver, DELIVERS) || endsWith(receiver, NO_ENTITY) ? undefined : { name: receiver || 'entity' };
}

function idIn(evaluator: Evaluator, argument: Node, entity: EntityName, frame: Frame): EntityIdFact[] {
  return alternatives(evaluator.valueOf(argument, frame)).flatMap((value) => {
    if (value.is !== 'object' || value.file !== frame.file || isEnvelope(value.node)) return [];
    return idOf(evaluator, value.node, entity, { ...value.frame, file: value.file });
  });
}

function idOf(evaluator: Evaluator, object: TSESTree.ObjectExpression, entity: EntityName, frame: Frame): EntityIdFact[] {
  return object.properties.flatMap((property) => (property.type === 'Property' && keyName(property) === 'id' ? fact(evaluator, property.value, property, entity, frame) : []));
}

/** Parts of a creator's argument that hold what is brought into being: `createScore({ body, auth })`. */
const CONTENT = /^(?:body|data|input|values|attrs|attributes|props|entity|record|row)$/;

function idInContent(evaluator: Evaluator, argument: Node, entity: EntityName, frame: Frame): EntityIdFact[] {
  const inner = bare(argument);
  if (inner.type !== 'ObjectExpression' || isEnvelope(inner)) return [];
  return inner.properties.flatMap((property) => (property.type === 'Property' && CONTENT.test(keyName(property) ?? '') ? idIn(evaluator, property.value, entity, frame) : []));
}

/** An event or a job around its payload: it is named by its id, and kept by nobody. */
function isEnvelope(object: TSESTree.ObjectExpression): boolean {
  const names = new Set(object.properties.flatMap((property) => (property.type === 'Property' ? (keyName(property) ?? []) : [])));
  const has = (...wanted: string[]): boolean => wanted.some((name) => names.has(name));
  return has('payload', 'specversion', 'traceId', 'correlationId') || (has('timestamp', 'occurredAt', 'time') && has('type', 'body', 'data', 'name', 'event', 'eventType'));
}

/** `new Order(randomUUID(), …)` of a class whose constructor calls that parameter `id`. */
function positionalId(evaluator: Evaluator, node: TSESTree.NewExpression, entity: EntityName, frame: Frame): EntityIdFact[] {
  const value = evaluator.valueOf(node.callee, frame);
  if (value.is !== 'class') return [];
  const constructor = value.node.body.body.find((member) => member.type === 'MethodDefinition' && member.kind === 'constructor');
  if (constructor?.type !== 'MethodDefinition' || !isFunction(constructor.value)) return [];
  const index = constructor.value.params.findIndex((param) => {
    const pattern = parameterPattern(param);
    return pattern.type === 'Identifier' && /^_?id$/.test(pattern.name);
  });
  const argument = index < 0 ? undefined : node.arguments[index];
  return argument && argument.type !== 'SpreadElement' ? fact(evaluator, argument, argument, entity, frame) : [];
}

function fact(evaluator: Evaluator, value: Node, at: Node, entity: EntityName, frame: Frame): EntityIdFact[] {
  const uuid = uuidOf(evaluator, value, frame, frame.file);
  return uuid ? [{ kind: 'entity-id', at, uuid, entity, certainty: 'likely' }] : [];
}

/** `order.id = randomUUID()`, `this.id = id ?? randomUUID()`, `event.body.id = v4()`. */
export function idInAssignment(evaluator: Evaluator, node: TSESTree.AssignmentExpression, frame: Frame): EntityIdFact[] {
  if (node.left.type !== 'MemberExpression' || !/^_?id$/.test(keyName(node.left) ?? '')) return [];
  const entity = assignedEntity(evaluator, bare(node.left.object), frame);
  return entity ? fact(evaluator, node.right, node.left, entity, frame) : [];
}

function assignedEntity(evaluator: Evaluator, holder: Node, frame: Frame): EntityName | undefined {
  const around = holder.type === 'ThisExpression' ? classAround(holder) : undefined;
  if (around) {
    return isEntityClass(evaluator, around, frame.file) ? { name: around.id?.name ?? 'entity' } : undefined;
  }
  const name = holder.type === 'Identifier' ? holder.name : holder.type === 'MemberExpression' ? keyName(holder) : undefined;
  if (name === 'body') return { name };
  const value = alternatives(evaluator.valueOf(holder, frame)).find((one) => one.is === 'instance' || (one.is === 'handle' && one.type.isEntity) || one.is === 'stored');
  if (value?.is === 'instance') return isEntityClass(evaluator, value.node, value.file) ? { name: value.node.id?.name ?? 'entity' } : undefined;
  if (value?.is === 'handle') return value.entity ?? { name: name ?? 'entity' };
  return value?.is === 'stored' ? (value.query.entity ?? { name: name ?? 'entity' }) : undefined;
}

/** A field that starts with a new key: `readonly id = randomUUID()`. */
export function idInClass(evaluator: Evaluator, node: ClassNode, file: SourceFile): EntityIdFact[] {
  const fields = node.body.body.filter((member): member is TSESTree.PropertyDefinition => member.type === 'PropertyDefinition' && !member.static && decoratorsOf(member).length === 0 && /^_?id$/.test(keyName(member) ?? ''));
  if (fields.length === 0 || !isEntityClass(evaluator, node, file)) return [];
  return fields.flatMap((field) => (field.value ? fact(evaluator, field.value, field, { name: node.id?.name ?? 'entity' }, { file, depth: 0 }) : []));
}

/** A model of a library, or a class that its place, its base class or its decorators call an entity. */
function isEntityClass(evaluator: Evaluator, node: ClassNode, file: SourceFile): boolean {
  const name = node.id?.name ?? '';
  // What is declared as a table is one, whatever it is called.
  if (tableOfClass(evaluator, node, file)) return true;
  if (endsWith(name, NO_ENTITY)) return false;
  const base = node.superClass && bare(node.superClass);
  const baseName = base?.type === 'Identifier' ? base.name : base?.type === 'CallExpression' && base.callee.type === 'Identifier' ? base.callee.name : '';
  if (endsWith(baseName, NO_ENTITY)) return false;
  return ENTITY_BASE.test(baseName) || ENTITY_BASE.test(name) || ENTITY_PLACE.test(file.path) || modelOf(evaluator, { is: 'class', node, file }) !== undefined;
}

const ENTITY_BASE = /entity|aggregate|model$/i;
const ENTITY_PLACE = /(?:^|\/)(?:entit(?:y|ies)|models?|domain|aggregates?)\/|\.(?:entity|model|aggregate)\.[cm]?[jt]s$/i;

/** `{ body: { …, id: body.id ?? randomUUID() } }`: what an event carries is kept under the id it brings along. */
export function idInBody(evaluator: Evaluator, node: TSESTree.Property, frame: Frame): EntityIdFact[] {
  if (keyName(node) !== 'body' || node.value.type !== 'ObjectExpression' || node.parent.type !== 'ObjectExpression' || !isEnvelope(node.parent)) return [];
  return idOf(evaluator, node.value, { name: 'body' }, frame);
}
