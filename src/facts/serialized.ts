import type { Library } from './catalog.ts';
import { readDecorators } from './decorators.ts';
import type { Evaluator } from './evaluator.ts';
import { decoratorsOf } from './tree.ts';
import type { ClassNode, Frame, ModelClass, Value } from './value.ts';

/** Classes above one another: more are generated. */
const HIGHEST = 6;

/** Whether an entity's class says what a serializer shows of it; nothing where rows have a class that cannot be seen. */
export function hidesFields(evaluator: Evaluator, library: Library, model: ModelClass | undefined): boolean | undefined {
  if (!model) return library.definition.instances ? undefined : false;
  let current: Value = { is: 'class', ...model };
  for (let height = 0; height < HIGHEST && current.is === 'class'; height++) {
    const frame: Frame = { file: current.file, depth: 0 };
    if (decoratedNodes(current.node).some((node) => readDecorators(evaluator, decoratorsOf(node), frame).some(({ decorator }) => decorator.serialized))) return true;
    current = current.node.superClass ? evaluator.valueOf(current.node.superClass, frame) : { is: 'unknown' };
  }
  return false;
}

function decoratedNodes(node: ClassNode): (ClassNode | ClassNode['body']['body'][number])[] {
  return [node, ...node.body.body];
}
