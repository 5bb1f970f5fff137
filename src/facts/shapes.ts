import type { Shape } from '../libraries/index.ts';
import { argumentsAt } from './arguments.ts';
import type { Argument } from './arguments.ts';
import type { CallNode } from './calls.ts';
import type { Evaluator } from './evaluator.ts';
import { sqlOf } from './sql-text.ts';
import { bare, keyName } from './tree.ts';
import { alternatives } from './value.ts';
import type { Frame } from './value.ts';

/** The argument says nothing: `undefined`, `null`, `false`, an empty object. */
export function isNothing(evaluator: Evaluator, argument: Argument): boolean {
  const value = evaluator.valueOf(argument.node, argument.frame);
  if (value.is === 'constant') return value.value === null || value.value === false;
  return value.is === 'object' && value.node.properties.length === 0;
}

/** A projection that only says what to leave out, or what to add: `'-password'`, `{ password: 0 }`, `{ exclude: ['password'] }`. */
export function isExclusion(evaluator: Evaluator, argument: Argument): boolean {
  return alternatives(evaluator.valueOf(argument.node, argument.frame)).every((value) => {
    if (value.is === 'constant') return typeof value.value === 'string' && value.value.trim().split(/\s+/).every((word) => /^[-+]/.test(word));
    if (value.is === 'array') {
      return value.node.elements.every((element) => element !== null && isExclusion(evaluator, { node: element, file: value.file, frame: { ...value.frame, file: value.file } }));
    }
    if (value.is !== 'object') return false;
    const frame: Frame = { ...value.frame, file: value.file };
    return value.node.properties.every((property) => {
      if (property.type === 'SpreadElement') return false;
      const key = keyName(property);
      const held = evaluator.valueOf(property.value, frame);
      if (key === 'exclude' || key === 'include') return held.is !== 'constant';
      return held.is === 'constant' && (held.value === 0 || held.value === false);
    });
  });
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
    case 'sql': {
      const verb = sqlOf(evaluator, argument)?.facts.statements[0]?.verb;
      return verb !== undefined && verb !== 'fragment' && verb !== 'other';
    }
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
