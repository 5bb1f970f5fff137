import type { ArgumentPath } from '../libraries/index.ts';
import { argumentsAt } from './arguments.ts';
import type { CallReading } from './calls.ts';
import type { Evaluator } from './evaluator.ts';
import { bare, constantString, keyName } from './tree.ts';
import type { EntityName, Node } from './types.ts';
import type { Frame } from './value.ts';

/** The table or entity that an argument names. */
export function entityNameAt(evaluator: Evaluator, { node, frame }: Pick<CallReading, 'node' | 'frame'>, path: ArgumentPath): EntityName | undefined {
  const argument = argumentsAt(evaluator, path, node, frame)[0];
  return argument && entityNameOf(evaluator, argument.node, argument.frame);
}

/** `'orders'`, `'orders as o'`, `Order`, `Order.name`, `schema.orders`, `{ o: 'orders' }`, a table constant. */
export function entityNameOf(evaluator: Evaluator, node: Node, frame: Frame): EntityName | undefined {
  const inner = bare(node);
  const text = constantString(inner);
  if (text !== undefined) return { name: (text.trim().split(/\s/, 1)[0] ?? text).replace(/["'`]/g, '') };
  switch (inner.type) {
    case 'Identifier': {
      const value = evaluator.valueOf(inner, frame);
      if (value.is === 'constant' && typeof value.value === 'string') return { name: value.value };
      const table = value.is === 'handle' ? value.entity?.name : undefined;
      return { name: inner.name, ...(table !== undefined && table !== inner.name && { table }) };
    }
    case 'MemberExpression': {
      const name = keyName(inner);
      if (name !== 'name') return name === undefined ? undefined : { name };
      return entityNameOf(evaluator, inner.object, frame);
    }
    case 'ObjectExpression': {
      const first = inner.properties[0];
      return first?.type === 'Property' ? entityNameOf(evaluator, first.value, frame) : undefined;
    }
    case 'CallExpression':
      return inner.arguments[0] && entityNameOf(evaluator, inner.arguments[0], frame);
    default:
      return undefined;
  }
}
