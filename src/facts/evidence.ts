import { Minimatch } from 'minimatch';
import type { Evidence } from '../libraries/index.ts';
import { argumentNodes, argumentsAt, propertiesOf } from './arguments.ts';
import type { Argument } from './arguments.ts';
import { readCall } from './calls.ts';
import type { Evaluator } from './evaluator.ts';
import { isNothing } from './shapes.ts';
import { bare, forEachChild, keyName } from './tree.ts';
import type { Node } from './types.ts';
import { alternatives } from './value.ts';
import type { Frame } from './value.ts';

type Callish = Parameters<typeof argumentsAt>[2];

/** Whether a call or decorator carries one of the things that a page calls evidence. */
export function hasEvidence(evaluator: Evaluator, evidence: Evidence | readonly Evidence[] | undefined, node: Callish, frame: Frame): boolean {
  if (evidence === undefined) return false;
  return (Array.isArray(evidence) ? (evidence as readonly Evidence[]) : [evidence as Evidence]).some((one) => {
    if (typeof one === 'string') return argumentsAt(evaluator, one, node, frame).some((argument) => !isNothing(evaluator, argument));
    return argumentsAt(evaluator, one.at, node, frame).some((argument) => ('maps' in one ? maps(evaluator, argument) : isNamed(argument.node, one.named)));
  });
}

/** Whether evidence may stand where it cannot be seen: in options that come from elsewhere, in a spread, under a computed key. */
export function mayHaveEvidence(evaluator: Evaluator, evidence: Evidence | readonly Evidence[] | undefined, node: Callish, frame: Frame): boolean {
  const paths = (Array.isArray(evidence) ? (evidence as readonly Evidence[]) : evidence === undefined ? [] : [evidence as Evidence]).filter((one) => typeof one === 'string');
  return paths.filter((path) => /^\d+(?:\.\w+)+$/.test(path)).some((path) => mayHold(evaluator, path.split('.'), node, frame));
}

function mayHold(evaluator: Evaluator, [head = '', ...names]: readonly string[], node: Callish, frame: Frame): boolean {
  const first = argumentNodes(node)[Number(head)];
  let holders: readonly Argument[] = first ? [{ node: first, file: frame.file, frame }] : [];
  for (const name of names) {
    if (holders.some((holder) => hidesProperties(evaluator, holder))) return true;
    holders = holders.flatMap((holder) => propertiesOf(evaluator, holder, name));
  }
  return false;
}

function hidesProperties(evaluator: Evaluator, { node, frame }: Argument): boolean {
  return alternatives(evaluator.valueOf(node, frame)).some((value) => {
    if (value.is !== 'object') return value.is === 'unknown' || value.is === 'package' || (value.is === 'handle' && value.certainty !== 'certain');
    const inside: Frame = { ...value.frame, file: value.file };
    return value.node.properties.some((property) =>
      property.type === 'SpreadElement' ? hidesProperties(evaluator, { node: property.argument, file: value.file, frame: inside }) : keyName(property) === undefined,
    );
  });
}

/** An interceptor of the project that runs what passes through it through a mapper or a schema. */
function maps(evaluator: Evaluator, { node, frame }: Argument): boolean {
  return alternatives(evaluator.valueOf(node, frame)).some((value) => {
    if (value.is !== 'class' && value.is !== 'instance' && value.is !== 'function') return false;
    return makesMapped(evaluator, value.node, { file: value.file, depth: frame.depth + 1 });
  });
}

function makesMapped(evaluator: Evaluator, node: Node, frame: Frame): boolean {
  if (node.type === 'CallExpression' && readCall(evaluator, node, frame)?.call.gives === 'mapped') return true;
  let found = false;
  forEachChild(node, (child) => {
    found ||= makesMapped(evaluator, child, frame);
  });
  return found;
}

const patterns = new Map<string, Minimatch>();

function isNamed(node: Node, names: readonly string[]): boolean {
  const name = functionName(node);
  if (name === undefined || names.some((pattern) => pattern.startsWith('!') && compiled(pattern.slice(1)).match(name))) return false;
  return names.some((pattern) => !pattern.startsWith('!') && compiled(pattern).match(name));
}

function compiled(pattern: string): Minimatch {
  let known = patterns.get(pattern);
  if (!known) patterns.set(pattern, (known = new Minimatch(pattern, { nocase: true })));
  return known;
}

/** The name by which a function is called or handed on: `validate(schema)`, `schemas.validate`. */
function functionName(node: Node): string | undefined {
  const inner = bare(node);
  if (inner.type === 'CallExpression' || inner.type === 'NewExpression') return functionName(inner.callee);
  if (inner.type === 'MemberExpression') return keyName(inner);
  return inner.type === 'Identifier' ? inner.name : undefined;
}
