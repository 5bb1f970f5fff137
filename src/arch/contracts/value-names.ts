import type { TSESTree } from '@typescript-eslint/types';
import { visitorKeys } from '@typescript-eslint/visitor-keys';

type Node = TSESTree.Node;

/** TypeScript's nodes that hold values. All others of theirs are erased. */
const VALUE_NODES: ReadonlySet<string> = new Set([
  'TSAsExpression',
  'TSEnumBody',
  'TSEnumDeclaration',
  'TSEnumMember',
  'TSExportAssignment',
  'TSInstantiationExpression',
  'TSModuleBlock',
  'TSModuleDeclaration',
  'TSNonNullExpression',
  'TSParameterProperty',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
]);

/** The names that a file uses as values, its imports left out. What is only a type is erased, whatever the import says. */
export function valueNames(program: TSESTree.Program): ReadonlySet<string> {
  const names = new Set<string>();
  const pending: Node[] = program.body.filter(({ type }) => type !== 'ImportDeclaration');
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === 'Identifier') names.add(node.name);
    if (node.type.startsWith('TS') && !VALUE_NODES.has(node.type)) continue;
    if (node.type === 'ExportNamedDeclaration' && node.exportKind === 'type' && node.declaration === null) continue;
    pending.push(...childrenOf(node));
  }
  return names;
}

function* childrenOf(node: Node): Generator<Node> {
  for (const key of visitorKeys[node.type] ?? []) {
    // A property's name is no use of the name.
    const isName = (key === 'property' && node.type === 'MemberExpression') || (key === 'key' && 'key' in node);
    if (isName && !('computed' in node && node.computed)) continue;
    const child = (node as unknown as Record<string, unknown>)[key];
    for (const one of Array.isArray(child) ? child : [child]) {
      if (typeof one === 'object' && one !== null && 'type' in one) yield one as Node;
    }
  }
}
