import type { TSESTree } from '@typescript-eslint/types';
import { constantString, keyName } from './tree.ts';
import type { Node, SourceFile } from './types.ts';

/** What a file exports under a name: a node of its own, or a name of another file. */
export type ExportEntry =
  | { readonly from?: undefined; readonly node: Node }
  | { readonly from: string; readonly name: string };

/** A file's exports. */
export interface ExportIndex {
  readonly named: ReadonlyMap<string, ExportEntry>;
  /** `export * from '…'` */
  readonly stars: readonly string[];
}

const indexes = new WeakMap<TSESTree.Program, ExportIndex>();

/** Every name that a file exports, ES modules and CommonJS alike; read once for a tree. */
export function exportsOf(file: SourceFile): ExportIndex {
  let index = indexes.get(file.program);
  if (!index) indexes.set(file.program, (index = readExports(file.program)));
  return index;
}

function readExports(program: TSESTree.Program): ExportIndex {
  const named = new Map<string, ExportEntry>();
  const stars: string[] = [];
  for (const statement of program.body) {
    switch (statement.type) {
      case 'ExportNamedDeclaration':
        readNamed(statement, named);
        break;
      case 'ExportDefaultDeclaration':
        named.set('default', { node: statement.declaration });
        break;
      case 'ExportAllDeclaration':
        if (statement.exported) named.set(nameOf(statement.exported), { from: statement.source.value, name: '*' });
        else stars.push(statement.source.value);
        break;
      case 'TSExportAssignment':
        named.set('default', { node: statement.expression });
        named.set('=', { node: statement.expression });
        break;
      case 'ExpressionStatement':
        readCommonJs(statement.expression, named);
        break;
      default:
    }
  }
  return { named, stars };
}

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}

function readNamed(statement: TSESTree.ExportNamedDeclaration, named: Map<string, ExportEntry>): void {
  for (const specifier of statement.specifiers) {
    const name = nameOf(specifier.exported);
    if (statement.source) named.set(name, { from: statement.source.value, name: nameOf(specifier.local) });
    else named.set(name, { node: specifier.local });
  }
  const { declaration } = statement;
  if (!declaration) return;
  if (declaration.type === 'VariableDeclaration') {
    for (const { id } of declaration.declarations) for (const name of boundNames(id)) named.set(name.name, { node: name });
  } else if ('id' in declaration && declaration.id?.type === 'Identifier') {
    named.set(declaration.id.name, { node: declaration.id });
  }
}

/** The names that a pattern binds. */
export function boundNames(pattern: Node): TSESTree.Identifier[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) => boundNames(property.type === 'Property' ? property.value : property.argument));
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? boundNames(element) : []));
    case 'AssignmentPattern':
      return boundNames(pattern.left);
    case 'RestElement':
      return boundNames(pattern.argument);
    default:
      return [];
  }
}

function readCommonJs(expression: TSESTree.Expression, named: Map<string, ExportEntry>): void {
  if (expression.type !== 'AssignmentExpression' || expression.left.type !== 'MemberExpression') return;
  const { left, right } = expression;
  const object = left.object;
  const name = keyName(left);
  if (object.type === 'Identifier' && object.name === 'module' && name === 'exports') {
    named.set('default', { node: right });
    named.set('=', { node: right });
    if (right.type === 'ObjectExpression') {
      for (const property of right.properties) {
        const key = property.type === 'Property' ? keyName(property) : undefined;
        if (key && property.type === 'Property' && !named.has(key)) named.set(key, { node: property.value });
      }
    }
    return;
  }
  const isExports =
    (object.type === 'Identifier' && object.name === 'exports') ||
    (object.type === 'MemberExpression' && object.object.type === 'Identifier' && object.object.name === 'module' && keyName(object) === 'exports');
  if (isExports && name) named.set(name, { node: right });
}

/** The specifier of `require('…')`. */
export function requiredSpecifier(node: Node): string | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'require') return undefined;
  const argument = node.arguments[0];
  return argument && constantString(argument);
}
