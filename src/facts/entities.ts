import type { TSESTree } from '@typescript-eslint/types';
import type { ArgumentPath } from '../libraries/index.ts';
import { argumentsAt } from './arguments.ts';
import type { CallReading } from './calls.ts';
import type { Evaluator } from './evaluator.ts';
import { annotationOf, bare, classAround, constantString, keyName } from './tree.ts';
import { entityOfType } from './type-arguments.ts';
import type { EntityName, Node } from './types.ts';
import type { Frame, Value } from './value.ts';

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
      const definition = frame.file.scopes.variableAt(inner, inner.name)?.defs[0];
      if (definition?.type === 'Parameter') return nameOfValue(value) ?? typeArgumentOf(evaluator, annotationOf(definition.name), frame);
      const table = value.is === 'handle' ? value.entity?.name : undefined;
      return { name: inner.name, ...(table !== undefined && table !== inner.name && { table }) };
    }
    case 'MemberExpression': {
      const name = keyName(inner);
      if (inner.object.type === 'ThisExpression') return nameOfValue(evaluator.valueOf(inner, frame)) ?? typeArgumentOf(evaluator, annotationOfField(inner), frame);
      if (name !== 'name') return name === undefined || SAYS_NO_NAME.test(name) ? nameOfValue(evaluator.valueOf(inner, frame)) : { name };
      return entityNameOf(evaluator, inner.object, frame);
    }
    case 'ObjectExpression': {
      const first = inner.properties[0];
      return first?.type === 'Property' ? entityNameOf(evaluator, first.value, frame) : undefined;
    }
    case 'ArrayExpression':
      return inner.elements[0] ? entityNameOf(evaluator, inner.elements[0], frame) : undefined;
    case 'CallExpression':
      return nameOfValue(evaluator.valueOf(inner, frame)) ?? (inner.arguments[0] && entityNameOf(evaluator, inner.arguments[0], frame));
    default:
      return undefined;
  }
}

/** Properties that hold the name of any table: `options.tableName`. */
const SAYS_NO_NAME = /^(?:constructor|(?:table|entity|model|collection)(?:name)?)$/i;

/** A parameter or a field says its entity by what it holds, not by what it is called: `this.entity`. */
function nameOfValue(value: Value): EntityName | undefined {
  if (value.is === 'class') return value.node.id ? { name: value.node.id.name } : undefined;
  if (value.is === 'constant' && typeof value.value === 'string') return { name: value.value };
  return value.is === 'handle' ? value.entity : undefined;
}

/** `entity: EntityTarget<Invoice>` */
function typeArgumentOf(evaluator: Evaluator, type: TSESTree.TypeNode | undefined, frame: Frame): EntityName | undefined {
  if (type?.type === 'TSTypeQuery') return entityOfType(evaluator, type, frame);
  const argument = type?.type === 'TSTypeReference' ? type.typeArguments?.params[0] : undefined;
  return argument && entityOfType(evaluator, argument, frame);
}

function annotationOfField(field: TSESTree.MemberExpression): TSESTree.TypeNode | undefined {
  const owner = classAround(field);
  const name = keyName(field);
  for (const member of owner?.body.body ?? []) {
    if (member.type === 'PropertyDefinition' && keyName(member) === name) return annotationOf(member);
    if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') continue;
    for (const param of member.value.params) {
      if (param.type === 'TSParameterProperty' && param.parameter.type === 'Identifier' && param.parameter.name === name) return annotationOf(param.parameter);
    }
  }
  return undefined;
}
