import type { TSESTree } from '@typescript-eslint/types';
import { argumentsAt } from './arguments.ts';
import type { Argument } from './arguments.ts';
import type { Evaluator } from './evaluator.ts';
import { offsetFrom } from './queries.ts';
import { functionAround } from './tree.ts';
import type { Node, QueryFact } from './types.ts';
import { alternatives } from './value.ts';
import type { Frame, QueryState, QueryStep, Value } from './value.ts';

/** Cheap: whether the arguments can say anything about rows to skip. */
const MAY_SKIP = /skip|offset|page/i;

/**
 * Rows to skip that a call hands to a function of the project which hands them to the database as they are:
 * `this.aggregate([{ $match }, { $skip: page * size }])` of a base repository.
 */
export function handedOffset(evaluator: Evaluator, node: TSESTree.CallExpression, frame: Frame): QueryFact | undefined {
  const [first] = node.arguments;
  const last = node.arguments.at(-1);
  if (!first || !last || !MAY_SKIP.test(frame.file.text.slice(first.range[0], last.range[1]))) return undefined;
  for (const query of queriesIn(evaluator.awaited(evaluator.valueOf(node, frame)))) {
    const offsets = query.steps.flatMap((step) => handedTo(evaluator, step, node, frame).map((one) => offsetFrom(evaluator, one, step, frame.file)));
    if (offsets.length === 0) continue;
    return {
      kind: 'query',
      library: query.library.name,
      operation: query.operation,
      effect: query.effect,
      ...(query.entity && { entity: query.entity }),
      at: node.callee.type === 'MemberExpression' ? node.callee.property : node.callee,
      node,
      runs: true,
      offsets,
      hasCursor: false,
      columns: query.columns,
      written: [],
      ...(query.library.definition.keyset !== undefined && { keyset: query.library.definition.keyset }),
      certainty: query.certainty,
    };
  }
  return undefined;
}

/** What of a step's offsets is written in this file, outside the function that asks the database: that one speaks for its own. */
function handedTo(evaluator: Evaluator, step: QueryStep, node: Node, frame: Frame): Argument[] {
  if (step.call.offset === undefined || (step.file === frame.file && contains(node, step.node))) return [];
  const asking = functionAround(step.node);
  return argumentsAt(evaluator, step.call.offset, step.node, step.frame).filter(({ property, file }) => {
    if (!property || file !== frame.file) return false;
    return step.file !== file || !asking || !contains(asking, property);
  });
}

function contains(outer: Node, inner: Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

function queriesIn(value: Value): QueryState[] {
  return alternatives(value).flatMap((one): QueryState[] => {
    switch (one.is) {
      case 'stored':
        return [one.query];
      case 'handle':
        return one.query ? [one.query] : [];
      case 'tuple':
        return one.elements.flatMap(queriesIn);
      case 'record':
        return [...one.properties.values()].flatMap(queriesIn);
      case 'list':
        return queriesIn(one.of);
      default:
        return [];
    }
  });
}
