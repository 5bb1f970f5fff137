import type { TSESTree } from '@typescript-eslint/types';
import { visitorKeys } from '@typescript-eslint/visitor-keys';

export type Node = TSESTree.Node;

/** A node and the way to it. Neither parser's tree is relied on for parents: ESLint's has them, oxc's does not. */
export interface Path {
  readonly node: Node;
  readonly parent: Path | undefined;
}

/** Calls `visit` for every node below and including `program`, parents first. Deep trees do not overflow. */
export function walk(program: TSESTree.Program, visit: (path: Path) => void): void {
  const stack: Path[] = [{ node: program, parent: undefined }];
  for (let path = stack.pop(); path; path = stack.pop()) {
    visit(path);
    const { node } = path;
    for (const key of visitorKeys[node.type] ?? Object.keys(node)) {
      if (key === 'parent') continue;
      const child = (node as unknown as Record<string, unknown>)[key];
      if (Array.isArray(child)) {
        for (const one of child) if (isNode(one)) stack.push({ node: one, parent: path });
      } else if (isNode(child)) stack.push({ node: child, parent: path });
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

/** The expression without what is erased or changes no value: `x as T`, `x!`, `<T>x`, an optional chain, `(0, x)`. */
export function unwrap(node: Node): Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'ChainExpression':
      return unwrap(node.expression);
    case 'SequenceExpression': {
      const last = node.expressions.at(-1);
      return last ? unwrap(last) : node;
    }
    default:
      return node;
  }
}

/** The text of a string literal or of a template without holes. */
export function plainString(node: Node | null | undefined): string | undefined {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

/** The name of a member or property, when it stands in the code: `a.b`, `a['b']`, `{ b: 1 }`. */
export function keyName(node: TSESTree.MemberExpression | TSESTree.Property): string | undefined {
  const key: Node = node.type === 'MemberExpression' ? node.property : node.key;
  if (key.type === 'Identifier' && !node.computed) return key.name;
  return plainString(key);
}

/** The first argument, or the one at `index`, when no spread stands before it. */
export function argumentAt(call: TSESTree.CallExpression | TSESTree.NewExpression, index = 0): TSESTree.Expression | undefined {
  for (const argument of call.arguments.slice(0, index + 1)) if (argument.type === 'SpreadElement') return undefined;
  return call.arguments[index] as TSESTree.Expression | undefined;
}
