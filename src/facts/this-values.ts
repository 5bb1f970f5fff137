import type { TSESTree } from '@typescript-eslint/types';
import { standsAt } from './arguments.ts';
import { givenToCallback, readCall, resolveGives } from './calls.ts';
import { callAround } from './contextual.ts';
import type { Evaluator } from './evaluator.ts';
import { annotationOf } from './tree.ts';
import { valueOfType } from './type-values.ts';
import type { FunctionNode } from './types.ts';
import { alternatives, UNKNOWN } from './value.ts';
import type { Frame, Value } from './value.ts';

/** What `this` is in a function outside classes: by its own `this` parameter, or by what is done with the function. */
export function thisOutsideClass(evaluator: Evaluator, fn: FunctionNode, frame: Frame): Value {
  const [first] = fn.params;
  const annotation = first?.type === 'Identifier' && first.name === 'this' ? annotationOf(first) : undefined;
  if (annotation) return valueOfType(evaluator, annotation, frame);
  const { parent } = fn;
  if (parent.type === 'AssignmentExpression' && parent.right === fn) return thisOfAssigned(evaluator, parent, frame);
  const asCallback = thisOfCallback(evaluator, fn, frame);
  if (asCallback.is !== 'unknown') return asCallback;
  return parent.type === 'Property' && parent.parent.type === 'ObjectExpression' ? thisOfAdded(evaluator, parent.parent, frame) : UNKNOWN;
}

/** `schema.statics.byName = function () { return this.findOne(…); }` */
function thisOfAssigned(evaluator: Evaluator, { left }: TSESTree.AssignmentExpression, frame: Frame): Value {
  if (left.type !== 'MemberExpression') return UNKNOWN;
  for (const holder of alternatives(evaluator.valueOf(left.object, frame))) {
    if (holder.is !== 'handle' || holder.type.assigned === undefined) continue;
    return resolveGives(evaluator, holder.type.assigned, { kind: 'await', of: holder });
  }
  return UNKNOWN;
}

/** `query.where(function () { this.where(…); })` */
function thisOfCallback(evaluator: Evaluator, fn: FunctionNode, frame: Frame): Value {
  const call = callAround(fn);
  const reading = call && readCall(evaluator, call, frame);
  const entry = reading?.call.callbacks?.find(({ at, self }) => self !== undefined && standsAt(at, reading.node, fn));
  return reading && entry?.self !== undefined ? givenToCallback(evaluator, entry.self, reading) : UNKNOWN;
}

/** A method that a call adds to its receiver: `repository.extend({ byName() { return this.find(…); } })`. */
function thisOfAdded(evaluator: Evaluator, object: TSESTree.ObjectExpression, frame: Frame): Value {
  const call = callAround(object);
  const reading = call && readCall(evaluator, call, frame);
  if (!reading?.call.adds || !standsAt(reading.call.adds, reading.node, object)) return UNKNOWN;
  return evaluator.valueOf(reading.node, frame);
}
