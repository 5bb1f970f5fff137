import type { Shape } from '../libraries/index.ts';
import { argumentsAt } from './arguments.ts';
import type { Argument } from './arguments.ts';
import type { CallNode } from './calls.ts';
import type { Evaluator } from './evaluator.ts';
import { bare } from './tree.ts';
import { alternatives } from './value.ts';
import type { Frame } from './value.ts';

/** The argument says nothing: `undefined`, `null`, `false`, an empty object. */
export function isNothing(evaluator: Evaluator, argument: Argument): boolean {
  const value = evaluator.valueOf(argument.node, argument.frame);
  if (value.is === 'constant') return value.value === null || value.value === false;
  return value.is === 'object' && value.node.properties.length === 0;
}

/** Whether an argument looks as an overload asks. */
export function hasShape(evaluator: Evaluator, shape: Shape, node: CallNode, frame: Frame): boolean {
  const argument = argumentsAt(evaluator, shape.at, node, frame)[0];
  if (!argument) return shape.is === 'missing';
  const value = evaluator.valueOf(argument.node, argument.frame);
  const isMissing = value.is === 'constant' && value.value === null;
  switch (shape.is) {
    case 'there':
      return !isMissing;
    case 'missing':
      return isMissing;
    case 'text':
      return isText(argument) || (value.is === 'constant' && typeof value.value === 'string');
    case 'object':
      return alternatives(value).some((one) => one.is === 'object');
    case 'array':
      return alternatives(value).some((one) => one.is === 'array' || one.is === 'list' || one.is === 'tuple');
    case 'function':
      return value.is === 'function';
    case 'class':
      return value.is === 'class' || value.is === 'handle' || /^[A-Z]/.test(lastName(argument));
  }
}

function isText({ node }: Argument): boolean {
  const inner = bare(node);
  return inner.type === 'TemplateLiteral' || (inner.type === 'BinaryExpression' && inner.operator === '+');
}

function lastName({ node }: Argument): string {
  const inner = bare(node);
  if (inner.type === 'Identifier') return inner.name;
  return inner.type === 'MemberExpression' && inner.property.type === 'Identifier' ? inner.property.name : '';
}
