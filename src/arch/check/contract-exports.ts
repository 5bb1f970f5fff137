import type { TSESTree } from '@typescript-eslint/types';

/** A name that a file declares and exports itself. */
export interface OwnExport {
  readonly name: string;
  /** What the file calls it. */
  readonly local: string;
  /** Offsets of the name, where it is exported. */
  readonly start: number;
  readonly end: number;
}

/** The names that a file exports one by one; what an `export *` hands on is not among them. */
export function ownExports(program: TSESTree.Program): OwnExport[] {
  const found = program.body.flatMap((statement): OwnExport[] => {
    if (statement.type !== 'ExportNamedDeclaration') return [];
    const declared = statement.declaration === null ? [] : namesDeclared(statement.declaration).map((id) => own(id.name, id.name, id.range));
    const listed = statement.specifiers.map(({ exported, local }) => own(nameOf(exported), nameOf(local), exported.range));
    return [...declared, ...listed];
  });
  // A type and a constant may share a name, as may the overloads of a function.
  return [...new Map(found.reverse().map((one) => [one.name, one])).values()].reverse();
}

/** For each name that a file declares, the names that its declaration mentions. */
export function mentions(program: TSESTree.Program): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { names, node } of program.body.flatMap(declarationsIn)) {
    const mentioned = identifiersIn(node);
    // What one pattern binds is not made of each other.
    for (const name of names) mentioned.delete(name);
    for (const name of names) found.set(name, new Set([...(found.get(name) ?? []), ...mentioned]));
  }
  return found;
}

interface Declaration {
  readonly names: readonly string[];
  readonly node: TSESTree.Node;
}

function declarationsIn(statement: TSESTree.ProgramStatement): Declaration[] {
  if (statement.type === 'ExportDefaultDeclaration') return [{ names: ['default'], node: statement.declaration }];
  const node = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  if (node?.type === 'VariableDeclaration') return node.declarations.map((one) => ({ names: bound(one.id).map(({ name }) => name), node: one }));
  return node === null ? [] : [{ names: namesDeclared(node).map(({ name }) => name), node }];
}

function own(name: string, local: string, [start, end]: readonly [number, number]): OwnExport {
  // The range of a typed identifier may reach to the end of its type.
  return { name, local, start, end: Math.min(end, start + name.length) };
}

function namesDeclared(node: TSESTree.Node): TSESTree.Identifier[] {
  if (node.type === 'VariableDeclaration') return node.declarations.flatMap(({ id }) => bound(id));
  const id = 'id' in node ? node.id : undefined;
  return typeof id === 'object' && id !== null && 'type' in id && id.type === 'Identifier' ? [id] : [];
}

function bound(pattern: TSESTree.Node | null): TSESTree.Identifier[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern];
    case 'ObjectPattern':
      return pattern.properties.flatMap((one) => bound(one.type === 'Property' ? one.value : one.argument));
    case 'ArrayPattern':
      return pattern.elements.flatMap(bound);
    case 'AssignmentPattern':
      return bound(pattern.left);
    case 'RestElement':
      return bound(pattern.argument);
    default:
      return [];
  }
}

function identifiersIn(root: TSESTree.Node): Set<string> {
  const names = new Set<string>();
  const pending: unknown[] = [root];
  while (pending.length > 0) {
    const node = pending.pop();
    if (typeof node !== 'object' || node === null) continue;
    if ('type' in node && node.type === 'Identifier' && 'name' in node) names.add(String(node.name));
    for (const [key, value] of Object.entries(node)) if (key !== 'parent' && typeof value === 'object') pending.push(value);
  }
  return names;
}

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}
