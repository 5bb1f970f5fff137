import type { TSESTree } from '@typescript-eslint/types';
import { propertiesOf } from './arguments.ts';
import type { Evaluator } from './evaluator.ts';
import { bare, keyName } from './tree.ts';
import type { Node } from './types.ts';
import type { Value } from './value.ts';

/** What a branch knows of a name: `result.success` is true here, or false. */
interface Known {
  readonly property: string;
  readonly isTrue: boolean;
}

/** The alternatives that a name can have in its branch: in the `else` of `if (result.success)`, the one that says `success: false`. */
export function narrowed(evaluator: Evaluator, of: readonly Value[], at: Node): readonly Value[] {
  const inner = bare(at);
  if (inner.type !== 'Identifier') return of;
  const known = knownOf(inner);
  return known.length === 0 ? of : of.filter((one) => known.every((fact) => agrees(evaluator, one, fact)));
}

function agrees(evaluator: Evaluator, value: Value, { property, isTrue }: Known): boolean {
  if (value.is !== 'object') return true;
  const frame = { ...value.frame, file: value.file };
  const [said] = propertiesOf(evaluator, { node: value.node, file: value.file, frame }, property);
  const held = said && evaluator.valueOf(said.node, said.frame);
  return held?.is !== 'constant' || typeof held.value !== 'boolean' || held.value === isTrue;
}

function knownOf(name: TSESTree.Identifier): Known[] {
  const found: Known[] = [];
  for (let current: Node = name; current.parent; current = current.parent) {
    const { parent } = current;
    if (parent.type !== 'IfStatement' && parent.type !== 'ConditionalExpression') continue;
    const said = current === parent.test ? undefined : saidBy(parent.test, name.name);
    if (said) found.push({ ...said, isTrue: said.isTrue === (current === parent.consequent) });
  }
  return found;
}

/** `result.success`, `!result.success`, `result.success === false`. */
function saidBy(test: Node, name: string): Known | undefined {
  const inner = bare(test);
  if (inner.type === 'UnaryExpression' && inner.operator === '!') {
    const said = saidBy(inner.argument, name);
    return said && { ...said, isTrue: !said.isTrue };
  }
  if (inner.type === 'BinaryExpression' && (inner.operator === '===' || inner.operator === '!==') && inner.right.type === 'Literal' && typeof inner.right.value === 'boolean') {
    const said = saidBy(inner.left, name);
    return said && { ...said, isTrue: said.isTrue === ((inner.operator === '===') === inner.right.value) };
  }
  const property = inner.type === 'MemberExpression' && inner.object.type === 'Identifier' && inner.object.name === name ? keyName(inner) : undefined;
  return property === undefined ? undefined : { property, isTrue: true };
}
