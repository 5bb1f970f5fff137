import type { TSESTree } from '@typescript-eslint/types';
import { propertiesOf } from './arguments.ts';
import { assignedMembers } from './assigned-members.ts';
import { modelOf, resolveGives } from './calls.ts';
import type { CompiledType } from './catalog.ts';
import { decoratedValue } from './decorators.ts';
import type { Evaluator } from './evaluator.ts';
import { callValue } from './functions.ts';
import { exportedValue, exportValue, hinted } from './names.ts';
import { annotationOf, decoratorsOf, isFunction, keyName } from './tree.ts';
import { interfaceMember, valueOfType } from './type-values.ts';
import type { Node } from './types.ts';
import { alternatives, FOREIGN, MAPPED, SCALAR, unionOf, UNKNOWN } from './value.ts';
import type { ClassNode, Frame, Handle, ModelClass, Stored, Value } from './value.ts';

/** What a member of a value is. `*` asks for one of what the value holds many of. */
export function memberOf(evaluator: Evaluator, object: Value, name: string, frame: Frame): Value {
  if (PROMISE_METHODS.has(name) && object.is !== 'unknown' && object.is !== 'builtin') return { is: 'builtin', name, of: object };
  switch (object.is) {
    case 'union':
      return unionOf(object.of.map((one) => memberOf(evaluator, one, name, frame)));
    case 'handle':
      return handleMember(evaluator, object, name, frame);
    case 'stored':
      return storedMember(evaluator, object, name, frame);
    case 'package':
      return packageMember(evaluator, object, name);
    case 'export':
      return exportMember(evaluator, object, name, frame);
    case 'module':
      return exportedValue(evaluator, object.file, name, frame.depth);
    case 'class':
      return staticMember(evaluator, object, name, frame);
    case 'instance':
      return instanceMember(evaluator, object, name, frame);
    case 'interface': {
      const value = interfaceMember(evaluator, object, name);
      return value.is === 'unknown' && !value.isForeign ? hinted(evaluator, name, frame) : value;
    }
    case 'object': {
      const found = propertiesOf(evaluator, { node: object.node, file: object.file, frame: { ...object.frame, file: object.file } }, name);
      if (found.length > 0) return unionOf(found.map((one) => evaluator.valueOf(one.node, one.frame)));
      const later = unionOf(assignedMembers(object.node, name, object.file).map((node) => evaluator.valueOf(node, { ...object.frame, file: object.file })));
      return later.is === 'unknown' ? methodOfObject(object, name, frame, evaluator) : later;
    }
    case 'record':
      return object.properties.get(name) ?? UNKNOWN;
    case 'array':
    case 'tuple':
    case 'list':
      return listMember(evaluator, object, name);
    case 'function':
      return name === 'bind' || name === 'call' || name === 'apply' ? { is: 'builtin', name, of: object } : UNKNOWN;
    case 'builtin':
      return builtinMember(evaluator, object, name, frame);
    case 'signature':
      return UNKNOWN;
    case 'method':
      return name === 'bind' ? { is: 'builtin', name, of: object } : UNKNOWN;
    case 'uuid':
      return { is: 'builtin', name: 'same', of: object };
    case 'mapped':
      return MAPPED;
    case 'scalar':
    case 'constant':
      return SCALAR;
    case 'field':
      return SCALAR;
    case 'unknown':
      return object.isForeign ? FOREIGN : hinted(evaluator, name, frame);
  }
}

const PROMISE_METHODS = new Set(['then', 'catch', 'finally']);

function methodOfObject(object: Value & { is: 'object' }, name: string, frame: Frame, evaluator: Evaluator): Value {
  // What begins empty is filled later, under names that cannot be read: `db[model.name] = model`.
  const { properties } = object.node;
  const isOpen = properties.length === 0 || properties.some((property) => property.type === 'SpreadElement');
  return isOpen ? hinted(evaluator, name, frame) : UNKNOWN;
}

function handleMember(evaluator: Evaluator, object: Handle, name: string, frame: Frame): Value {
  const { type } = object;
  const added = object.added && memberOf(evaluator, object.added, name, frame);
  if (added?.is === 'function') return { ...added, self: object };
  const own = type.isEntity && object.model ? memberOfRow(evaluator, object.model, object, name, frame) : undefined;
  if (own) return own;
  const property = type.properties.get(name);
  if (property !== undefined) return given(evaluator, property, object);
  const method = type.methods.get(name);
  if (method) return { is: 'method', of: object, name, call: method };
  if (type.anyProperty) {
    const value = given(evaluator, type.anyProperty.gives, object);
    return value.is === 'handle' && type.anyProperty.entity ? { ...value, entity: { name } } : value;
  }
  if (name === '*') return { ...object };
  if (type.anyMethod) return { is: 'method', of: object, name, call: type.anyMethod };
  // Projects hang their own on a request, a context, an application: `fastify.knex`, `req.db`. And what a name only suggested may be something else after all.
  const mayBeOwn = object.certainty !== 'certain' || type.library.definition.concern === 'http';
  return mayBeOwn ? hintedOtherwise(evaluator, object, name, frame) : FOREIGN;
}

function hintedOtherwise(evaluator: Evaluator, object: Handle, name: string, frame: Frame): Value {
  const others = alternatives(hinted(evaluator, name, frame)).filter((one) => one.is === 'handle' && one.type !== object.type);
  return unionOf(others);
}

/** A property's value; what is known of the receiver goes along. */
function given(evaluator: Evaluator, gives: Parameters<typeof resolveGives>[1], object: Handle): Value {
  return resolveGives(evaluator, gives, { kind: 'await', of: object });
}

/** Array methods that keep what they hold. */
const KEEPING = new Set(['filter', 'slice', 'sort', 'reverse', 'concat', 'toSorted', 'toReversed', 'flat', 'splice', 'toSpliced', 'values', 'fill']);
/** Array methods that give one of what they hold. */
const PICKING = new Set(['find', 'findLast', 'at', 'pop', 'shift']);

function storedMember(evaluator: Evaluator, object: Stored, name: string, frame: Frame): Value {
  if (object.many) {
    if (name === '*' || /^\d+$/.test(name)) return { ...object, many: false };
    if (KEEPING.has(name) || PICKING.has(name) || LISTING.has(name)) return { is: 'builtin', name, of: object };
    return SCALAR;
  }
  const own = object.query.model && memberOfRow(evaluator, object.query.model, object, name, frame);
  if (own) return own;
  const { row } = object.query.library.definition;
  const type = row === undefined ? undefined : evaluator.catalog.type(object.query.library, row);
  const method = type?.methods.get(name);
  if (type && method) {
    const handle = handleOfRow(object, type);
    return { is: 'method', of: handle, name, call: method };
  }
  const property = type?.properties.get(name);
  return type && property !== undefined ? given(evaluator, property, handleOfRow(object, type)) : { is: 'field', of: object, name };
}

/** A row as a value of the type whose members it has. */
function handleOfRow({ query }: Stored, type: CompiledType): Handle {
  return { is: 'handle', type, certainty: query.certainty, query, chain: [], ...(query.entity && { entity: query.entity }) };
}

/** Methods that a project writes to turn its entity into what may leave: `toResponse()`, `asDto()`. */
const MAKES_SOMETHING_ELSE = /^(?:to|as)[A-Z]|^(?:serialize|present)/;

/** A method that the entity's class declares, or what a property of it holds by its type: `declare getOrders: HasManyGetAssociationsMixin<Order>`. */
function memberOfRow(evaluator: Evaluator, model: ModelClass, self: Value, name: string, frame: Frame): Value | undefined {
  let holder: (Value & { is: 'instance' }) | undefined = { is: 'instance', ...model };
  for (let depth = 0; holder && depth < 8; depth++) {
    const value = declaredMember(evaluator, holder, self, name, frame);
    if (value?.is === 'function' && MAKES_SOMETHING_ELSE.test(name)) return MAPPED;
    if (value) return value.is === 'function' || value.is === 'handle' ? value : undefined;
    holder = baseOf(evaluator, holder);
  }
  return undefined;
}

const LISTING = new Set(['map', 'flatMap', 'forEach', 'reduce', 'some', 'every', 'entries']);

function listMember(evaluator: Evaluator, object: Value & { is: 'array' | 'tuple' | 'list' }, name: string): Value {
  if (KEEPING.has(name) || PICKING.has(name) || LISTING.has(name)) return { is: 'builtin', name, of: object };
  if (object.is === 'list') return name === '*' || /^\d+$/.test(name) ? object.of : SCALAR;
  if (object.is === 'tuple') return name === '*' ? unionOf(object.elements) : (object.elements[Number(name)] ?? SCALAR);
  const frame: Frame = { ...object.frame, file: object.file };
  if (name === '*') return unionOf(object.node.elements.flatMap((one) => (one && one.type !== 'SpreadElement' ? [evaluator.valueOf(one, frame)] : [])));
  const element = object.node.elements[Number(name)];
  return element && element.type !== 'SpreadElement' ? evaluator.valueOf(element, frame) : SCALAR;
}

function builtinMember(evaluator: Evaluator, object: Value & { is: 'builtin' }, name: string, frame: Frame): Value {
  if (object.name === 'globalThis') {
    const known = evaluator.catalog.global(name);
    return known ? exportValue(evaluator, known.library, known.name, known.export) : { is: 'builtin', name };
  }
  void frame;
  return object.of ? UNKNOWN : { is: 'builtin', name: `${object.name}.${name}` };
}

function packageMember(evaluator: Evaluator, object: Value & { is: 'package' }, name: string): Value {
  for (const library of object.libraries) {
    const exports = library.definition.exports ?? {};
    if (Object.hasOwn(exports, name)) return exportValue(evaluator, library, name, exports[name] as import('../libraries/index.ts').Export);
  }
  // `import pg from 'pg'; pg.Pool`: the default of a CommonJS module is the module.
  if (name === 'default') return object;
  return FOREIGN;
}

function exportMember(evaluator: Evaluator, object: Value & { is: 'export' }, name: string, frame: Frame): Value {
  const { members, class: asClass } = object.export;
  if (members && Object.hasOwn(members, name)) {
    return exportValue(evaluator, object.library, `${object.name}.${name}`, members[name] as import('../libraries/index.ts').Export);
  }
  // A page may say some of the members of the global object; the others are globals all the same.
  if (object.name === 'globalThis' || object.name === 'global') return builtinMember(evaluator, { is: 'builtin', name: 'globalThis' }, name, frame);
  const type = asClass?.static === undefined ? undefined : evaluator.catalog.type(object.library, asClass.static);
  if (type) return handleMember(evaluator, { is: 'handle', type, certainty: 'certain', chain: [] }, name, frame);
  const exports = object.library.definition.exports ?? {};
  // `const { Pool } = require('pg')` and `mongoose.Schema`: members of the default are exports too.
  if (object.name === 'default' && Object.hasOwn(exports, name)) {
    return exportValue(evaluator, object.library, name, exports[name] as import('../libraries/index.ts').Export);
  }
  return FOREIGN;
}

function staticMember(evaluator: Evaluator, object: Value & { is: 'class' }, name: string, frame: Frame): Value {
  const own = ownMember(object.node, name, true);
  if (own) return memberValue(evaluator, own, object, { file: object.file, self: object, depth: frame.depth });
  const model = modelOf(evaluator, object);
  if (model) return handleMember(evaluator, model, name, frame);
  const base = object.node.superClass ? evaluator.valueOf(object.node.superClass, { file: object.file, depth: frame.depth }) : UNKNOWN;
  return base.is === 'class' ? memberOf(evaluator, base, name, frame) : UNKNOWN;
}

function instanceMember(evaluator: Evaluator, object: Value & { is: 'instance' }, name: string, frame: Frame): Value {
  let holder: (Value & { is: 'instance' }) | undefined = object;
  for (let depth = 0; holder && depth < 8; depth++) {
    const value = declaredMember(evaluator, holder, object, name, frame);
    if (value) return value;
    const library = modelOf(evaluator, { is: 'class', node: holder.node, file: holder.file }, 'instance');
    if (library) {
      const member = handleMember(evaluator, library, name, frame);
      if (member.is !== 'unknown') return member;
    }
    holder = baseOf(evaluator, holder);
  }
  return hinted(evaluator, name, { file: object.file, depth: frame.depth });
}

/** The base class in the project, as an instance. */
function baseOf(evaluator: Evaluator, holder: Value & { is: 'instance' }): (Value & { is: 'instance' }) | undefined {
  if (!holder.node.superClass) return undefined;
  const base = evaluator.valueOf(holder.node.superClass, { file: holder.file, depth: 0 });
  return base.is === 'class' ? { is: 'instance', node: base.node, file: base.file } : undefined;
}

function declaredMember(evaluator: Evaluator, holder: Value & { is: 'instance' }, self: Value, name: string, frame: Frame): Value | undefined {
  const inClass: Frame = { file: holder.file, self, depth: frame.depth };
  const own = ownMember(holder.node, name, false);
  const declared = own && memberValue(evaluator, own, self, inClass);
  const isAssignedLater = own?.type === 'PropertyDefinition' && !own.value && !(declared?.is === 'handle' && declared.certainty === 'certain');
  if (declared && !isAssignedLater) return declared;
  const constructor = holder.node.body.body.find((member): member is TSESTree.MethodDefinition => member.type === 'MethodDefinition' && member.kind === 'constructor');
  if (!constructor || !isFunction(constructor.value)) return declared;
  const assigned = declared && assignedInConstructor(evaluator, constructor.value, name, inClass);
  if (declared) return assigned && assigned.is !== 'unknown' ? assigned : declared;
  for (const param of constructor.value.params) {
    if (param.type !== 'TSParameterProperty') continue;
    const target = param.parameter.type === 'AssignmentPattern' ? param.parameter.left : param.parameter;
    if (target.type !== 'Identifier' || target.name !== name) continue;
    const value = typedOrHinted(evaluator, param, target, name, inClass);
    return value;
  }
  return assignedInConstructor(evaluator, constructor.value, name, inClass);
}

function typedOrHinted(evaluator: Evaluator, decorated: Node, target: Node, name: string, frame: Frame): Value {
  const plain: Frame = { file: frame.file, depth: frame.depth };
  const value = decoratedValue(evaluator, decoratorsOf(decorated), plain);
  if (value) return value;
  const annotation = annotationOf(target);
  const typed = annotation ? valueOfType(evaluator, annotation, frame) : UNKNOWN;
  return typed.is === 'unknown' && !typed.isForeign ? hinted(evaluator, name, plain) : typed;
}

function assignedInConstructor(evaluator: Evaluator, fn: TSESTree.FunctionExpression, name: string, frame: Frame): Value | undefined {
  for (const statement of fn.body.body) {
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') continue;
    const { left, right } = statement.expression;
    if (left.type === 'MemberExpression' && left.object.type === 'ThisExpression' && keyName(left) === name) {
      return evaluator.valueOf(right, frame);
    }
  }
  return undefined;
}

function ownMember(node: ClassNode, name: string, isStatic: boolean): TSESTree.ClassElement | undefined {
  return node.body.body.find((member) => 'key' in member && 'static' in member && member.static === isStatic && keyName(member) === name && !isOverload(member));
}

function isOverload(member: TSESTree.ClassElement): boolean {
  return member.type === 'MethodDefinition' && member.value.type === 'TSEmptyBodyFunctionExpression';
}

function memberValue(evaluator: Evaluator, member: TSESTree.ClassElement, self: Value, frame: Frame): Value {
  const plain: Frame = { file: frame.file, depth: frame.depth };
  switch (member.type) {
    case 'MethodDefinition': {
      if (!isFunction(member.value)) return UNKNOWN;
      const fn: Value = { is: 'function', node: member.value, file: frame.file, self, ...namedAs(member) };
      return member.kind === 'get' ? callValue(evaluator, fn, [], frame) : fn;
    }
    case 'PropertyDefinition': {
      if (member.value) {
        if (isFunction(member.value)) return { is: 'function', node: member.value, file: frame.file, self, ...namedAs(member) };
        const value = evaluator.valueOf(member.value, { ...plain, self });
        if (value.is !== 'unknown') return value;
      }
      return typedOrHinted(evaluator, member, member, keyName(member) ?? '', { ...plain, self });
    }
    case 'AccessorProperty':
      return member.value ? evaluator.valueOf(member.value, plain) : typedOrHinted(evaluator, member, member, keyName(member) ?? '', frame);
    default:
      return UNKNOWN;
  }
}

function namedAs(member: TSESTree.MethodDefinition | TSESTree.PropertyDefinition): { name?: string } {
  const method = keyName(member);
  const owner = member.parent.parent.id?.name;
  return method === undefined ? {} : { name: owner ? `${owner}.${method}` : method };
}
