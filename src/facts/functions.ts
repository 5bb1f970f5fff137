import type { TSESTree } from '@typescript-eslint/types';
import type { CallNode } from './calls.ts';
import type { Evaluator } from './evaluator.ts';
import { requiredSpecifier } from './exports.ts';
import { memberOf } from './members.ts';
import { moduleValue } from './names.ts';
import { returnedBy } from './tree.ts';
import { valueOfType } from './type-values.ts';
import type { FunctionNode, Node } from './types.ts';
import { alternatives, SCALAR, unionOf, UNKNOWN } from './value.ts';
import type { Frame, Value } from './value.ts';

/** What a call gives that no page describes: a function of the project, or a builtin. */
export function callFunction(evaluator: Evaluator, node: CallNode, frame: Frame): Value {
  if (node.type === 'TaggedTemplateExpression') return UNKNOWN;
  const required = requiredSpecifier(node);
  if (required !== undefined) return moduleValue(evaluator, required, frame, 'default');
  const callee = evaluator.valueOf(node.callee, frame);
  if (node.type === 'NewExpression') {
    const known = alternatives(callee).find((one) => one.is === 'class');
    return known?.is === 'class' ? { is: 'instance', node: known.node, file: known.file } : callee.is === 'unknown' ? callee : UNKNOWN;
  }
  return unionOf(alternatives(callee).map((one) => resultOf(evaluator, one, node, frame)));
}

function resultOf(evaluator: Evaluator, callee: Value, node: TSESTree.CallExpression, frame: Frame): Value {
  if (callee.is === 'function') return callValue(evaluator, callee, argumentValues(evaluator, node, frame), frame);
  if (callee.is === 'builtin') return builtinResult(evaluator, callee, node, frame);
  if (callee.is === 'scalar') return SCALAR;
  if (callee.is === 'mapped') return callee;
  if (callee.is === 'field') return UNKNOWN;
  return callee.is === 'unknown' && callee.isForeign ? callee : UNKNOWN;
}

function argumentValues(evaluator: Evaluator, node: TSESTree.CallExpression, frame: Frame): Value[] {
  const values: Value[] = [];
  for (const argument of node.arguments) {
    if (argument.type === 'SpreadElement') break;
    values.push(evaluator.valueOf(argument, frame));
  }
  return values;
}

/** What a function gives for these arguments: whatever its `return`s give. */
export function callValue(evaluator: Evaluator, callee: Value, values: readonly Value[], frame: Frame): Value {
  if (callee.is === 'union') return unionOf(callee.of.map((one) => callValue(evaluator, one, values, frame)));
  if (callee.is !== 'function' || !evaluator.mayEnter(frame)) return UNKNOWN;
  const { node } = callee;
  const inside = entered(callee, values, frame);
  const result = unionOf(returnedBy(node).map((expression) => evaluator.valueOf(expression, inside)));
  const value = result.is === 'unknown' && node.returnType ? annotated(evaluator, node, inside) : result;
  return value.is === 'stored' || value.is === 'union' || (value.is === 'handle' && value.query !== undefined) ? cameThrough(value, nameOf(callee, node)) : value;
}

/** Inside a function that is called with these values. */
function entered(callee: Value & { is: 'function' }, values: readonly Value[], frame: Frame): Frame {
  const bindings = new Map<Node, Value>(callee.frame?.bindings ?? []);
  for (const [index, param] of callee.node.params.entries()) {
    const value = values[index];
    if (value && value.is !== 'unknown') bindings.set(param, value);
  }
  const self = callee.self ?? callee.frame?.self;
  return { file: callee.file, depth: frame.depth + 1, ...(bindings.size > 0 && { bindings }), ...(self && { self }) };
}

/** Inside a function of the project, as this call enters it. */
export function frameInside(evaluator: Evaluator, callee: Value & { is: 'function' }, call: TSESTree.CallExpression, frame: Frame): Frame {
  return entered(callee, argumentValues(evaluator, call, frame), frame);
}

/** A return annotation tells what a handle is; that it promises a DTO makes no row one. */
function annotated(evaluator: Evaluator, node: FunctionNode, frame: Frame): Value {
  const value = node.returnType ? valueOfType(evaluator, node.returnType.typeAnnotation, { file: frame.file, depth: frame.depth }) : UNKNOWN;
  return value.is === 'handle' && !value.type.isEntity ? value : UNKNOWN;
}

function nameOf(callee: Value & { is: 'function' }, node: FunctionNode): string | undefined {
  if (callee.name !== undefined) return callee.name;
  if (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression') return node.id?.name ?? undefined;
  return node.parent.type === 'VariableDeclarator' && node.parent.id.type === 'Identifier' ? node.parent.id.name : undefined;
}

function cameThrough(value: Value, name: string | undefined): Value {
  if (name === undefined) return value;
  if (value.is === 'stored') return { ...value, through: [...value.through, name] };
  if (value.is === 'handle') return { ...value, through: [...(value.through ?? []), name] };
  if (value.is === 'union') return { is: 'union', of: value.of.map((one) => cameThrough(one, name)) };
  return value;
}

/** Array methods whose result is what the array holds. */
const KEEPING = new Set(['filter', 'slice', 'sort', 'reverse', 'concat', 'toSorted', 'toReversed', 'flat', 'splice', 'toSpliced', 'values', 'fill']);
const PICKING = new Set(['find', 'findLast', 'at', 'pop', 'shift']);

function builtinResult(evaluator: Evaluator, callee: Value & { is: 'builtin' }, node: TSESTree.CallExpression, frame: Frame): Value {
  const { name, of } = callee;
  const argument = (index: number): Value => {
    const at = node.arguments[index];
    return at && at.type !== 'SpreadElement' ? evaluator.valueOf(at, frame) : UNKNOWN;
  };
  if (of) {
    if (name === 'then') return evaluator.awaited(callValue(evaluator, argument(0), [evaluator.awaited(of)], frame));
    if (name === 'catch' || name === 'finally') return of;
    if (name === 'bind') return of;
    if (name === 'call') return callValue(evaluator, of, argumentValues(evaluator, node, frame).slice(1), frame);
    if (name === 'same') return of;
    if (KEEPING.has(name)) return of;
    if (PICKING.has(name)) return memberOf(evaluator, of, '*', frame);
    if (name === 'map' || name === 'flatMap') {
      const result = callValue(evaluator, argument(0), [memberOf(evaluator, of, '*', frame)], frame);
      return result.is === 'unknown' ? UNKNOWN : { is: 'list', of: evaluator.awaited(result) };
    }
    return UNKNOWN;
  }
  switch (name) {
    case 'Promise.all':
    case 'Promise.allSettled':
      return settled(evaluator, argument(0), name === 'Promise.allSettled');
    case 'Promise.resolve':
    case 'Promise.race':
    case 'Promise.any':
      return name === 'Promise.resolve' ? evaluator.awaited(argument(0)) : memberOf(evaluator, settled(evaluator, argument(0), false), '*', frame);
    case 'Object.assign':
      return unionOf(node.arguments.map((_, index) => argument(index)).filter((value) => value.is === 'stored'));
    case 'Object.freeze':
    case 'Object.seal':
    case 'structuredClone':
    case 'JSON.stringify':
    case 'JSON.parse':
    case 'Array.from':
      return argument(0);
    case 'Array.of':
      return UNKNOWN;
    case 'String':
    case 'Number':
    case 'Boolean':
    case 'BigInt': {
      const value = argument(0);
      return value.is === 'constant' || value.is === 'uuid' ? value : SCALAR;
    }
    default:
      return name.startsWith('Math.') || name.startsWith('Date') || name.startsWith('Number.') ? SCALAR : UNKNOWN;
  }
}

/** What `Promise.all` makes of its argument. */
export function settled(evaluator: Evaluator, value: Value, isWrapped: boolean): Value {
  const wrap = (one: Value): Value => {
    const awaited = evaluator.awaited(one);
    return isWrapped ? { is: 'record', properties: new Map([['value', awaited]]) } : awaited;
  };
  if (value.is === 'array') {
    const frame: Frame = { ...value.frame, file: value.file };
    if (value.node.elements.some((element) => element?.type === 'SpreadElement')) return UNKNOWN;
    return { is: 'tuple', elements: value.node.elements.map((element) => (element ? wrap(evaluator.valueOf(element, frame)) : UNKNOWN)) };
  }
  if (value.is === 'list') return { is: 'list', of: wrap(value.of) };
  if (value.is === 'tuple') return { is: 'tuple', elements: value.elements.map(wrap) };
  return value;
}

/** What the callback of an array method or of `then` is given: `orders.map((order) => …)`. */
export function builtinCallbackParameter(evaluator: Evaluator, call: CallNode, fn: Node, index: number, frame: Frame): Value {
  if (call.type !== 'CallExpression' || call.arguments[0] !== fn) return UNKNOWN;
  const callee = evaluator.valueOf(call.callee, frame);
  if (callee.is !== 'builtin' || !callee.of) return UNKNOWN;
  if (callee.name === 'then') return index === 0 ? evaluator.awaited(callee.of) : UNKNOWN;
  if (callee.name === 'reduce') return index === 1 ? memberOf(evaluator, callee.of, '*', frame) : UNKNOWN;
  return index === 0 ? memberOf(evaluator, callee.of, '*', frame) : UNKNOWN;
}
