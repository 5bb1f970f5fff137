import type { TSESTree } from '@typescript-eslint/types';
import type { Decorator } from '../libraries/index.ts';
import { argumentsAt } from './arguments.ts';
import type { Library } from './catalog.ts';
import { entityNameOf } from './entities.ts';
import type { Evaluator } from './evaluator.ts';
import { frameInside } from './functions.ts';
import { bare, keyName, returnedBy } from './tree.ts';
import type { Node } from './types.ts';
import type { Frame, Value } from './value.ts';

/** A decorator that a page describes. */
export interface DecoratorReading {
  readonly decorator: Decorator;
  readonly library: Library;
  readonly name: string;
  /** Where it stands. */
  readonly node: TSESTree.Decorator;
  /** What carries its arguments: itself, or the call inside a decorator of the project that is made of others. */
  readonly call: TSESTree.Decorator | TSESTree.CallExpression;
  readonly frame: Frame;
}

/** Decorators made of decorators made of … deeper than this are not followed. */
const DEEPEST = 4;

/** Every described decorator of a class, member or parameter. */
export function readDecorators(evaluator: Evaluator, nodes: readonly TSESTree.Decorator[], frame: Frame): DecoratorReading[] {
  return nodes.flatMap((node) => {
    const found = readExpression(evaluator, node.expression, node, frame, 0);
    return found.length > 0 ? found : named(evaluator, node, frame);
  });
}

function readExpression(evaluator: Evaluator, expression: Node, node: TSESTree.Decorator, frame: Frame, depth: number): DecoratorReading[] {
  const inner = bare(expression);
  const call = inner.type === 'CallExpression' ? inner : undefined;
  const value = evaluator.valueOf(call?.callee ?? inner, frame);
  if (value.is === 'export') {
    const { library, name, export: entry } = value;
    if (entry.decorator) return [{ decorator: entry.decorator, library, name, node, call: depth === 0 ? node : (call ?? node), frame }];
    if (!call || !entry.call?.composes || depth > DEEPEST) return [];
    return argumentsAt(evaluator, entry.call.composes, call, frame).flatMap((one) => readExpression(evaluator, one.node, node, one.frame, depth + 1));
  }
  if (value.is !== 'function' || !call || depth > DEEPEST) return [];
  const inside = frameInside(evaluator, value, call, frame);
  return returnedBy(value.node).flatMap((returned) => readExpression(evaluator, returned, node, inside, depth + 1));
}

/** What convention says of a decorator that nothing better is known of: `@Serialize(OrderDto)`. */
function named(evaluator: Evaluator, node: TSESTree.Decorator, frame: Frame): DecoratorReading[] {
  const inner = bare(node.expression);
  const callee = bare(inner.type === 'CallExpression' ? inner.callee : inner);
  const name = callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? keyName(callee) : undefined;
  if (name === undefined) return [];
  return evaluator.catalog.decorators(name).map(({ library, decorator }) => ({ decorator, library, name, node, call: node, frame }));
}

/** What a decorated parameter or property holds: `@InjectModel(User.name)`. */
export function decoratedValue(evaluator: Evaluator, nodes: readonly TSESTree.Decorator[], frame: Frame): Value | undefined {
  for (const { decorator, library, call, frame: inside } of readDecorators(evaluator, nodes, frame)) {
    const type = typeof decorator.gives === 'string' ? evaluator.catalog.type(library, decorator.gives) : undefined;
    if (!type) continue;
    const argument = decorator.entity === undefined ? undefined : argumentsAt(evaluator, decorator.entity, call, inside)[0];
    const entity = argument && entityNameOf(evaluator, argument.node, argument.frame);
    const model = argument && evaluator.valueOf(argument.node, argument.frame);
    return { is: 'handle', type, certainty: 'certain', chain: [], ...(entity && { entity }), ...(model?.is === 'class' && { model }) };
  }
  return undefined;
}
