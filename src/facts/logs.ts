import type { TSESTree } from '@typescript-eslint/types';
import type { FirstOf } from '../libraries/index.ts';
import { argumentsAt } from './arguments.ts';
import type { Argument } from './arguments.ts';
import { certaintyOf } from './calls.ts';
import type { CallReading } from './calls.ts';
import type { Evaluator } from './evaluator.ts';
import { nameOf } from './queries.ts';
import { bare, constantString, keyName, outer } from './tree.ts';
import type { LogFact, Node } from './types.ts';
import type { Frame } from './value.ts';

/** The log call that a page describes. */
export function logAt(evaluator: Evaluator, reading: CallReading): LogFact | undefined {
  const { node, library, receiver } = reading;
  const effect = reading.call.log;
  if (!effect) return undefined;
  const message = first(evaluator, effect.message, reading, true);
  // A tagged template has nothing but its text.
  const fields = node.type === 'TaggedTemplateExpression' ? undefined : first(evaluator, effect.fields, reading, false);
  return {
    kind: 'log',
    library: library.name,
    level: levelOf(evaluator, effect.level, reading),
    at: nameOf(node),
    node,
    ...(message && { message }),
    ...(fields && { fields }),
    certainty: certaintyOf(receiver),
  };
}

function first(evaluator: Evaluator, paths: FirstOf | undefined, { node, frame }: CallReading, isText: boolean): Node | undefined {
  for (const path of listOf(paths)) {
    const found = argumentsAt(evaluator, path, node, frame).find((one) => isTextAt(evaluator, one) === isText);
    if (found) return found.node;
  }
  return undefined;
}

function listOf(paths: FirstOf | undefined): readonly string[] {
  if (paths === undefined) return [];
  return typeof paths === 'string' ? [paths] : paths;
}

function isTextAt(evaluator: Evaluator, { node, frame }: Argument): boolean {
  if (isText(node)) return true;
  const value = evaluator.valueOf(node, frame);
  return value.is === 'constant' && typeof value.value === 'string';
}

function isText(node: Node): boolean {
  const inner = bare(node);
  if (inner.type === 'ConditionalExpression') return isText(inner.consequent) && isText(inner.alternate);
  // `error.message`, `error?.stack`, `String(error)`, `JSON.stringify(event)` are text whatever they hold.
  if (inner.type === 'MemberExpression') return TEXT_PROPERTIES.has(keyName(inner) ?? '');
  if (inner.type === 'CallExpression') return TEXT_FUNCTIONS.has(nameOfCallee(inner));
  return constantString(inner) !== undefined || inner.type === 'TemplateLiteral' || (inner.type === 'BinaryExpression' && inner.operator === '+');
}

const TEXT_PROPERTIES = new Set(['message', 'stack']);
const TEXT_FUNCTIONS = new Set(['String', 'JSON.stringify', 'util.format', 'format', 'util.inspect', 'inspect', 'toString', 'join']);

function nameOfCallee({ callee }: TSESTree.CallExpression): string {
  const inner = bare(callee);
  if (inner.type === 'Identifier') return inner.name;
  if (inner.type !== 'MemberExpression') return '';
  const name = keyName(inner) ?? '';
  const object = bare(inner.object);
  return object.type === 'Identifier' && ['JSON', 'util'].includes(object.name) ? `${object.name}.${name}` : name;
}

function levelOf(evaluator: Evaluator, level: string | { readonly at: FirstOf }, { name, node, frame }: CallReading): string {
  if (typeof level === 'string') return level;
  for (const path of listOf(level.at)) {
    const argument = argumentsAt(evaluator, path, node, frame)[0];
    const value = argument && evaluator.valueOf(argument.node, argument.frame);
    if (value?.is === 'constant' && typeof value.value === 'string') return value.value;
  }
  return name;
}

/** A log method that is handed on, not called: `.catch(console.error)`. */
export function logHandedOn(evaluator: Evaluator, node: TSESTree.MemberExpression, frame: Frame): LogFact | undefined {
  const parent = outer(node);
  switch (parent?.type) {
    case 'CallExpression':
      if (bare(parent.callee) === node) return undefined;
      break;
    case 'TaggedTemplateExpression':
    case 'MemberExpression':
    case 'VariableDeclarator':
      return undefined;
    case 'AssignmentExpression':
      if (parent.left === node) return undefined;
      break;
    default:
  }
  const value = evaluator.valueOf(node, frame);
  if (value.is !== 'method' || !value.call.log) return undefined;
  const { level } = value.call.log;
  return { kind: 'log', library: value.of.type.library.name, level: typeof level === 'string' ? level : value.name, at: node, node, certainty: certaintyOf(value.of) };
}
