import type { TSESTree } from '@typescript-eslint/types';
import { standsAt } from './arguments.ts';
import { givenToCallback, isOpaqueWrapper, readCall, resolveGives } from './calls.ts';
import type { Evaluator } from './evaluator.ts';
import { builtinCallbackParameter } from './functions.ts';
import { parameterByPlace } from './route-files.ts';
import { annotationOf, forEachChild, isFunction, keyName, outer } from './tree.ts';
import { signatureParameter, valueOfType } from './type-values.ts';
import type { FunctionNode, Node } from './types.ts';
import { alternatives, UNKNOWN } from './value.ts';
import type { Frame, Value } from './value.ts';

/** What a parameter is, told by the call that the function is handed to: `db.transaction(async (tx) => …)`. */
export function contextualParameter(evaluator: Evaluator, fn: FunctionNode, index: number, frame: Frame): Value {
  const typed = fromType(evaluator, fn, index, frame);
  if (typed.is !== 'unknown') return typed;
  const direct = fromUse(evaluator, fn, index, frame);
  if (direct.is !== 'unknown') return direct;
  for (const use of usesByName(fn, frame)) {
    const value = fromUse(evaluator, use, index, frame);
    if (value.is !== 'unknown') return value;
  }
  return parameterByPlace(evaluator, fn, index, frame.file);
}

/** The function's own type says: `const list: RequestHandler = async (req, res) => …`. */
function fromType(evaluator: Evaluator, fn: FunctionNode, index: number, frame: Frame): Value {
  const parent = fn.parent;
  const annotation =
    parent.type === 'VariableDeclarator'
      ? annotationOf(parent.id)
      : parent.type === 'PropertyDefinition'
        ? annotationOf(parent)
        : parent.type === 'TSAsExpression' || parent.type === 'TSSatisfiesExpression'
          ? parent.typeAnnotation
          : undefined;
  const type = annotation && valueOfType(evaluator, annotation, frame);
  const signature = type && alternatives(type).find((one) => one.is === 'signature');
  if (signature?.is === 'signature') return signatureParameter(evaluator, signature, index);
  const gives = type?.is === 'handle' ? type.type.handler?.params[index] : undefined;
  return gives !== undefined && type?.is === 'handle' ? resolveGives(evaluator, gives, { kind: 'await', of: type }) : UNKNOWN;
}

/** The function, or its name, stands in the arguments of a call: at any depth of objects, arrays and wrappers. */
function fromUse(evaluator: Evaluator, use: Node, index: number, frame: Frame): Value {
  let inner = use;
  for (let depth = 0; depth < 4; depth++) {
    const call = callAround(inner);
    if (!call) return UNKNOWN;
    const value = fromCall(evaluator, call, inner, index, frame);
    if (value.is !== 'unknown') return value;
    if (!isOpaqueWrapper(evaluator, call, frame)) return UNKNOWN;
    inner = call;
  }
  return UNKNOWN;
}

function fromCall(evaluator: Evaluator, call: TSESTree.CallExpression | TSESTree.NewExpression, node: Node, index: number, frame: Frame): Value {
  const reading = readCall(evaluator, call, frame);
  if (!reading || reading.kind !== 'call') return builtinCallbackParameter(evaluator, call, node, index, frame);
  const entries = [
    ...(reading.call.callbacks ?? []),
    ...(reading.call.route ? [{ at: reading.call.route.handlers, params: reading.call.route.params }] : []),
    ...(reading.call.table?.builder ? [{ at: reading.call.table.builder.at, params: [reading.call.table.builder.gives] }] : []),
    ...(reading.call.column?.builder ? [{ at: reading.call.column.builder.at, params: [reading.call.column.builder.gives] }] : []),
  ];
  const arity = isFunction(node) ? node.params.length : undefined;
  for (const entry of entries) {
    const wanted = 'arity' in entry ? entry.arity : undefined;
    if ((wanted !== undefined && wanted !== arity) || !standsAt(entry.at, call, node)) continue;
    const gives = entry.params[index];
    const prefix = 'prefix' in entry ? entry.prefix : undefined;
    return gives === undefined ? UNKNOWN : givenToCallback(evaluator, gives, prefix === undefined ? reading : { ...reading, call: { ...reading.call, prefix } });
  }
  return UNKNOWN;
}

/** The nearest call whose arguments hold the node, not looking past another function. */
export function callAround(node: Node): TSESTree.CallExpression | TSESTree.NewExpression | undefined {
  let current = node;
  for (let parent = outer(current); parent; current = parent, parent = outer(current)) {
    switch (parent.type) {
      case 'CallExpression':
      case 'NewExpression':
        return parent.callee === current ? undefined : parent;
      case 'Property':
      case 'ObjectExpression':
      case 'ArrayExpression':
      case 'ConditionalExpression':
      case 'LogicalExpression':
        break;
      default:
        return undefined;
    }
  }
  return undefined;
}

/** Where a named function is handed on by its name. */
function usesByName(fn: FunctionNode, frame: Frame): Node[] {
  const name =
    fn.type === 'FunctionDeclaration'
      ? fn.id
      : fn.parent.type === 'VariableDeclarator' && fn.parent.id.type === 'Identifier'
        ? fn.parent.id
        : undefined;
  if (name) {
    const variable = frame.file.scopes.variableAt(name, name.name);
    return (variable?.references ?? []).map(({ identifier }) => identifier).filter((identifier) => callAround(identifier) !== undefined).slice(0, 8);
  }
  return methodUses(fn);
}

/** `router.get('/', this.list)`, `router.get('/', this.list.bind(this))` inside the class of the method. */
function methodUses(fn: FunctionNode): Node[] {
  const member = fn.parent;
  if (member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition') return [];
  const name = keyName(member);
  if (name === undefined) return [];
  const found: Node[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'MemberExpression' && node.object.type === 'ThisExpression' && keyName(node) === name) {
      const parent = node.parent;
      const bound = parent.type === 'MemberExpression' && keyName(parent) === 'bind' && parent.parent.type === 'CallExpression' ? parent.parent : node;
      if (callAround(bound)) found.push(bound);
      return;
    }
    for (const child of children(node)) visit(child);
  };
  visit(member.parent);
  return found.slice(0, 4);
}

function children(node: Node): Node[] {
  const found: Node[] = [];
  forEachChild(node, (child) => found.push(child));
  return found;
}
