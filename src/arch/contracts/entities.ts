import type { TSESTree } from '@typescript-eslint/types';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import { packageNameOf } from '../resolver/local-packages.ts';
import { isEntityType, type Imported, type Neighbours } from './imported.ts';
import { isEntityPackage } from './libraries.ts';

type Node = TSESTree.Node;

const ROW_MEMBERS: ReadonlySet<string> = new Set(['$inferSelect', '$inferInsert']);
const ENTITY_DECORATORS: ReadonlySet<string> = new Set(['Entity', 'Table', 'ViewEntity', 'ChildEntity', 'Embeddable', 'Schema', 'ObjectEntity']);

/** The entity of a database that a type is made of, by the name it has in the file; `undefined` where it is made of none. */
export function entityIn(type: Node, imports: ReadonlyMap<string, Imported>, neighbours: Neighbours): string | undefined {
  for (const node of below(type)) {
    if (node.type === 'TSTypeReference' || node.type === 'TSInterfaceHeritage') {
      const root = leftmost(node.type === 'TSTypeReference' ? node.typeName : node.expression);
      const imported = root === undefined ? undefined : imports.get(root);
      if (imported !== undefined && isEntityType(imported, neighbours)) return root;
    }
    if (node.type === 'TSTypeQuery') {
      const root = leftmost(node.exprName);
      if (lastOf(node.exprName) !== undefined && ROW_MEMBERS.has(lastOf(node.exprName) ?? '')) return root;
    }
    if (node.type === 'TSIndexedAccessType' && ROW_MEMBERS.has(literalOf(node.indexType) ?? '')) return node.objectType.type === 'TSTypeQuery' ? leftmost(node.objectType.exprName) : 'row';
  }
  return undefined;
}

/** Whether a file declares a name as an entity of a database: a decorated class, a model, the row type of a table. */
export function declaresEntity(program: TSESTree.Program, name: string): boolean {
  const packages = new Map<string, string>();
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') for (const one of statement.specifiers) packages.set(one.local.name, packageNameOf(statement.source.value));
  }
  const isOfEntities = (local: string | undefined): boolean => local !== undefined && isEntityPackage(packages.get(local) ?? '');
  return program.body.some((statement) => {
    const inner = statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration' ? statement.declaration : statement;
    if (inner?.type === 'ClassDeclaration') return inner.id?.name === name && isEntityClass(inner, isOfEntities);
    if (inner?.type !== 'TSTypeAliasDeclaration' && inner?.type !== 'TSInterfaceDeclaration') return false;
    return inner.id.name === name && [...below(inner)].some((node) => isRowType(node, isOfEntities));
  });
}

function isEntityClass(node: TSESTree.ClassDeclaration, isOfEntities: (local: string | undefined) => boolean): boolean {
  const isDecorated = node.decorators.some(({ expression }) => {
    const callee = expression.type === 'CallExpression' ? expression.callee : expression;
    return callee.type === 'Identifier' && ENTITY_DECORATORS.has(callee.name);
  });
  const base = node.superClass?.type === 'CallExpression' ? node.superClass.callee : node.superClass;
  return isDecorated || isOfEntities(base?.type === 'Identifier' ? base.name : undefined);
}

function isRowType(node: Node, isOfEntities: (local: string | undefined) => boolean): boolean {
  if (node.type === 'TSTypeReference') return isOfEntities(leftmost(node.typeName));
  if (node.type === 'TSInterfaceHeritage') return isOfEntities(leftmost(node.expression));
  if (node.type === 'TSTypeQuery') return ROW_MEMBERS.has(lastOf(node.exprName) ?? '');
  return node.type === 'TSIndexedAccessType' && ROW_MEMBERS.has(literalOf(node.indexType) ?? '');
}

function leftmost(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'TSQualifiedName') return leftmost(node.left);
  return node.type === 'MemberExpression' ? leftmost(node.object) : undefined;
}

function lastOf(node: Node): string | undefined {
  return node.type === 'TSQualifiedName' ? node.right.name : undefined;
}

function literalOf(node: Node): string | undefined {
  return node.type === 'TSLiteralType' && node.literal.type === 'Literal' && typeof node.literal.value === 'string' ? node.literal.value : undefined;
}

function* below(node: Node): Generator<Node> {
  yield node;
  for (const key of visitorKeys[node.type] ?? []) {
    const child = (node as unknown as Record<string, unknown>)[key];
    for (const one of Array.isArray(child) ? child : [child]) {
      if (typeof one === 'object' && one !== null && 'type' in one) yield* below(one as Node);
    }
  }
}
