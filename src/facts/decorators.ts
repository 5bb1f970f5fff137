import type { TSESTree } from '@typescript-eslint/types';
import type { Decorator } from '../libraries/index.ts';
import { argumentsAt } from './arguments.ts';
import type { Library } from './catalog.ts';
import { entityNameOf } from './entities.ts';
import type { Evaluator } from './evaluator.ts';
import { bare } from './tree.ts';
import type { Frame, Value } from './value.ts';

/** A decorator that a page describes. */
export interface DecoratorReading {
  readonly decorator: Decorator;
  readonly library: Library;
  readonly name: string;
  readonly node: TSESTree.Decorator;
}

/** What a decorator means, when a page describes it. */
export function readDecorator(evaluator: Evaluator, node: TSESTree.Decorator, frame: Frame): DecoratorReading | undefined {
  const expression = bare(node.expression);
  const value = evaluator.valueOf(expression.type === 'CallExpression' ? expression.callee : expression, frame);
  if (value.is !== 'export' || !value.export.decorator) return undefined;
  return { decorator: value.export.decorator, library: value.library, name: value.name, node };
}

/** Every described decorator of a class, member or parameter. */
export function readDecorators(evaluator: Evaluator, nodes: readonly TSESTree.Decorator[], frame: Frame): DecoratorReading[] {
  return nodes.flatMap((node) => readDecorator(evaluator, node, frame) ?? []);
}

/** What a decorated parameter or property holds: `@InjectModel(User.name)`. */
export function decoratedValue(evaluator: Evaluator, nodes: readonly TSESTree.Decorator[], frame: Frame): Value | undefined {
  for (const { decorator, library, node } of readDecorators(evaluator, nodes, frame)) {
    const type = typeof decorator.gives === 'string' ? evaluator.catalog.type(library, decorator.gives) : undefined;
    if (!type) continue;
    const argument = decorator.entity === undefined ? undefined : argumentsAt(evaluator, decorator.entity, node, frame)[0];
    const entity = argument && entityNameOf(evaluator, argument.node, argument.frame);
    return { is: 'handle', type, certainty: 'certain', chain: [], ...(entity && { entity }) };
  }
  return undefined;
}
