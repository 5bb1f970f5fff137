import type { TSESTree } from '@typescript-eslint/types';
import type { ArgumentPath } from '../libraries/index.ts';
import type { Evaluator } from './evaluator.ts';
import { bare, isFunction, keyName } from './tree.ts';
import type { Node, SourceFile } from './types.ts';
import { alternatives } from './value.ts';
import type { Frame, Spot } from './value.ts';

/** What an argument path leads to. */
export interface Argument extends Spot {
  /** The property that holds it, where it stands in an object. */
  readonly property?: TSESTree.Property | TSESTree.MemberExpression;
  readonly frame: Frame;
}

type Callish = TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.TaggedTemplateExpression | TSESTree.Decorator;

/** The arguments of a call, `new`, decorator or tagged template. */
export function argumentNodes(node: Callish): readonly Node[] {
  if (node.type === 'TaggedTemplateExpression') return node.quasi.expressions;
  if (node.type === 'Decorator') return node.expression.type === 'CallExpression' ? node.expression.arguments : [];
  return node.arguments;
}

/** Everything that one of the paths leads to, through variables, spreads and functions that return an object. */
export function argumentsAt(evaluator: Evaluator, paths: ArgumentPath | readonly ArgumentPath[], call: Callish, frame: Frame): Argument[] {
  const found: Argument[] = [];
  for (const path of typeof paths === 'string' ? [paths] : paths) found.push(...argumentsAtPath(evaluator, path, call, frame));
  return found;
}

function argumentsAtPath(evaluator: Evaluator, path: ArgumentPath, call: Callish, frame: Frame): Argument[] {
  if (path === 'template') return call.type === 'TaggedTemplateExpression' ? [{ node: call.quasi, file: frame.file, frame }] : [];
  const [head = '', ...rest] = path.split('.');
  const { name, suffix } = segmentOf(head);
  const first = pick(name, argumentNodes(call)).map((node): Argument => ({ node, file: frame.file, frame }));
  return follow(evaluator, applySuffix(evaluator, first, suffix, rest), suffix === '()' ? [] : rest);
}

function follow(evaluator: Evaluator, from: Argument[], segments: readonly string[]): Argument[] {
  const [head, ...rest] = segments;
  if (head === undefined || from.length === 0) return from;
  const { name, suffix } = segmentOf(head);
  const found = from.flatMap((one) => (name === '*' ? everyProperty(evaluator, one) : propertiesOf(evaluator, one, name)));
  return follow(evaluator, applySuffix(evaluator, found, suffix, rest), suffix === '()' ? [] : rest);
}

function segmentOf(segment: string): { name: string; suffix: '' | '[]' | '()' } {
  if (segment.endsWith('[]')) return { name: segment.slice(0, -2), suffix: '[]' };
  if (segment.endsWith('()')) return { name: segment.slice(0, -2), suffix: '()' };
  return { name: segment, suffix: '' };
}

function applySuffix(evaluator: Evaluator, found: Argument[], suffix: '' | '[]' | '()', rest: readonly string[]): Argument[] {
  if (suffix === '[]') return found.flatMap((one) => elementsOf(evaluator, one));
  if (suffix === '') return found;
  return found.flatMap((one) => {
    const inner = bare(one.node);
    if (inner.type !== 'CallExpression' && inner.type !== 'NewExpression') return [];
    return rest.length === 0 ? [one] : argumentsAtPath(evaluator, rest.join('.'), inner, one.frame);
  });
}

/** The values of every property of an object expression. */
function everyProperty(evaluator: Evaluator, from: Argument): Argument[] {
  const held = alternatives(evaluator.valueOf(from.node, from.frame));
  return held.flatMap((one) => {
    if (one.is !== 'object') return [];
    const frame: Frame = { ...one.frame, file: one.file };
    return one.node.properties.flatMap((property) => (property.type === 'Property' ? [{ node: property.value, file: one.file, frame, property }] : []));
  });
}

function pick(head: string, nodes: readonly Node[]): Node[] {
  if (head === 'last') return nodes.slice(-1);
  if (head.startsWith('rest:')) {
    return nodes.slice(Number(head.slice(5))).flatMap((node): Node[] => (node.type === 'ArrayExpression' ? node.elements.filter((one) => one !== null) : [node]));
  }
  const index = Number(head);
  if (nodes.slice(0, index + 1).some((node) => node.type === 'SpreadElement')) return [];
  const node = nodes[index];
  return node ? [node] : [];
}

/** The values of a property of an object expression, or of the object that a name or call leads to; each object is looked at once. */
export function propertiesOf(evaluator: Evaluator, from: Argument, name: string, seen: Set<Node> = new Set()): Argument[] {
  const node = bare(from.node);
  if (seen.has(node)) return [];
  seen.add(node);
  if (node.type === 'ObjectExpression') return ownProperties(evaluator, node, from.frame, name, seen);
  if (node.type === 'ConditionalExpression') {
    return [node.consequent, node.alternate].flatMap((branch) => propertiesOf(evaluator, { ...from, node: branch }, name, seen));
  }
  if (node.type === 'LogicalExpression') {
    return [node.left, node.right].flatMap((branch) => propertiesOf(evaluator, { ...from, node: branch }, name, seen));
  }
  const assigned = node.type === 'Identifier' ? assignedProperties(from, node, name) : [];
  const held = alternatives(evaluator.valueOf(node, from.frame)).flatMap((one) => {
    if (one.is !== 'object' || seen.has(one.node)) return [];
    seen.add(one.node);
    return ownProperties(evaluator, one.node, { ...one.frame, file: one.file }, name, seen);
  });
  return [...held, ...assigned];
}

function ownProperties(evaluator: Evaluator, object: TSESTree.ObjectExpression, frame: Frame, name: string, seen: Set<Node>): Argument[] {
  return object.properties.flatMap((property): Argument[] => {
    if (property.type === 'SpreadElement') return propertiesOf(evaluator, { node: property.argument, file: frame.file, frame }, name, seen);
    return keyName(property) === name ? [{ node: property.value, file: frame.file, frame, property }] : [];
  });
}

/** `query.skip = 20` on the variable that is passed later. */
function assignedProperties(from: Argument, name: TSESTree.Identifier, property: string): Argument[] {
  const variable = from.file.scopes.variableAt(name, name.name);
  if (!variable || variable.defs[0]?.type === 'ImportBinding') return [];
  const found: Argument[] = [];
  for (const { identifier } of variable.references) {
    const member = identifier.parent;
    if (member?.type !== 'MemberExpression' || member.object !== identifier || keyName(member) !== property) continue;
    const assignment = member.parent;
    if (assignment?.type === 'AssignmentExpression' && assignment.left === member && assignment.operator === '=') {
      found.push({ node: assignment.right, file: from.file, frame: from.frame, property: member });
    }
  }
  return found;
}

/** Each element of an array expression, or of the array that a name leads to; anything else is its own only element. */
export function elementsOf(evaluator: Evaluator, from: Argument): Argument[] {
  const node = bare(from.node);
  if (node.type === 'ArrayExpression') return arrayElements(node, from.frame);
  const mapped = mappedElement(node);
  if (mapped) return [{ ...from, node: mapped }];
  const init = node.type === 'Identifier' ? initialiserOf(node, from) : undefined;
  const made = init && mappedElement(init);
  const pushed = node.type === 'Identifier' ? [...pushedElements(node, from), ...assignedElements(node, from)] : [];
  if (made) return [{ ...from, node: made }, ...pushed];
  const value = evaluator.valueOf(node, from.frame);
  const elements = alternatives(value).flatMap((one) => (one.is === 'array' ? arrayElements(one.node, { ...one.frame, file: one.file }) : []));
  const all = [...elements, ...pushed];
  return all.length > 0 ? all : [from];
}

/** What a `const` starts with, when it is a call: `const rows = items.map(…)`. */
function initialiserOf(name: TSESTree.Identifier, from: Argument): Node | undefined {
  const definition = from.file.scopes.variableAt(name, name.name)?.defs[0];
  const init = definition?.type === 'Variable' && definition.node.type === 'VariableDeclarator' && definition.node.id.type === 'Identifier' ? definition.node.init : undefined;
  return init ? bare(init) : undefined;
}

/** `rows.push({ … })` on the array that is passed later. */
function pushedElements(name: TSESTree.Identifier, from: Argument): Argument[] {
  const variable = from.file.scopes.variableAt(name, name.name);
  if (!variable || variable.defs[0]?.type !== 'Variable') return [];
  return variable.references.flatMap(({ identifier }) => {
    const member = identifier.parent;
    if (member?.type !== 'MemberExpression' || member.object !== identifier || keyName(member) !== 'push') return [];
    const call = member.parent;
    if (call?.type !== 'CallExpression' || call.callee !== member) return [];
    return call.arguments.flatMap((one) => (one.type === 'SpreadElement' ? [] : [{ node: one, file: from.file, frame: from.frame }]));
  });
}

/** `rows = rows.map((row) => ({ … }))` of the variable that is passed later. */
function assignedElements(name: TSESTree.Identifier, from: Argument): Argument[] {
  const variable = from.file.scopes.variableAt(name, name.name);
  if (variable?.defs[0]?.type !== 'Variable') return [];
  return variable.references.flatMap((reference) => {
    const made = reference.init || !reference.writeExpr ? undefined : mappedElement(bare(reference.writeExpr));
    return made ? [{ node: made, file: from.file, frame: from.frame }] : [];
  });
}

/** What a callback is given in turn: `rows` for the `row` of `rows.map((row) => …)`. */
export function mappedOver(name: TSESTree.Identifier, from: Argument): Argument | undefined {
  const definition = from.file.scopes.variableAt(name, name.name)?.defs[0];
  const fn = definition?.type === 'Parameter' ? definition.node : undefined;
  const call = fn?.parent;
  if (!isFunction(fn) || fn.params[0] !== definition?.name || call?.type !== 'CallExpression' || call.arguments[0] !== fn || call.callee.type !== 'MemberExpression') return undefined;
  const method = keyName(call.callee);
  return method === 'map' || method === 'flatMap' || method === 'forEach' ? { node: call.callee.object, file: from.file, frame: from.frame } : undefined;
}

function arrayElements(array: TSESTree.ArrayExpression, frame: Frame): Argument[] {
  return array.elements.filter((element) => element !== null).map((node) => ({ node, file: frame.file, frame }));
}

/** `items.map((item) => ({ id: … }))` holds what its callback returns. */
function mappedElement(node: Node): Node | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const name = keyName(node.callee);
  const callback = node.arguments[0];
  if ((name !== 'map' && name !== 'flatMap') || !callback || !isFunction(callback) || !callback.body) return undefined;
  if (callback.body.type !== 'BlockStatement') return callback.body;
  const last = callback.body.body.at(-1);
  return last?.type === 'ReturnStatement' ? (last.argument ?? undefined) : undefined;
}

/** Whether a node is written at one of the paths of a call: as an argument, or inside an object or array in the arguments. */
export function standsAt(paths: ArgumentPath | readonly ArgumentPath[], call: Callish, node: Node): boolean {
  const nodes = argumentNodes(call);
  const segments: string[] = [];
  let current = node;
  for (let parent = current.parent; parent && !nodes.includes(current); current = parent, parent = current.parent) {
    if (parent.type === 'Property') segments.unshift(keyName(parent) ?? '?');
    else if (parent.type === 'ArrayExpression') segments.unshift('[]');
    else if (parent.type !== 'ObjectExpression' && bare(parent) !== bare(current)) return false;
  }
  const index = nodes.indexOf(current);
  if (index < 0) return false;
  const rest = segments.join('.').replaceAll('.[]', '[]');
  return (typeof paths === 'string' ? [paths] : paths).some((path) => {
    const [head = '', ...tail] = path.split('.');
    const wanted = tail.join('.');
    const isList = head.endsWith('[]');
    const name = head.replace(/\[\]$/, '');
    const fits = name === 'last' ? index === nodes.length - 1 : name.startsWith('rest:') ? index >= Number(name.slice(5)) : index === Number(name);
    if (!fits) return false;
    if (name.startsWith('rest:') && rest === '[]') return wanted === '';
    const expected = (isList ? '[]' : '') + (isList && wanted ? '.' : '') + wanted;
    return isSame(rest, expected) || isSame(rest, expected.replaceAll('[]', '').replace(/^\./, ''));
  });
}

/** Whether a written path is the expected one, in which `*` is any property. */
function isSame(written: string, expected: string): boolean {
  if (!expected.includes('*')) return written === expected;
  const parts = written.split('.');
  const wanted = expected.split('.');
  return parts.length === wanted.length && wanted.every((one, index) => one === '*' || one === parts[index]);
}

/** Where an argument is reported: its property, or itself; the call's argument when it stands in another file. */
export function placeOf(argument: Argument, file: SourceFile, call: Callish): Node {
  if (argument.file !== file) return argumentNodes(call)[0] ?? call;
  if (!argument.property) return argument.node;
  return argument.property;
}
