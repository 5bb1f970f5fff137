import type { TSESTree } from '@typescript-eslint/types';
import type { Reference } from '../types.ts';
import { plainString } from './syntax.ts';
import type { Node } from './syntax.ts';

/** The reference that a statement or a type makes by itself; `undefined` for every other node. */
export function referenceOf(node: Node): Reference | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
      return at(node.source, { form: 'import', kind: importKind(node), specifier: node.source.value, names: node.specifiers.map(importedName) });
    case 'ExportNamedDeclaration':
      if (!node.source) return undefined;
      return at(node.source, { form: 'export', kind: exportKind(node), specifier: node.source.value, names: node.specifiers.map(({ local }) => text(local)) });
    case 'ExportAllDeclaration':
      return at(node.source, { form: 'export', kind: node.exportKind ?? 'value', specifier: node.source.value, names: ['*'] });
    case 'TSImportEqualsDeclaration': {
      if (node.moduleReference.type !== 'TSExternalModuleReference') return undefined;
      const { expression } = node.moduleReference;
      return at(expression, { form: 'import-equals', kind: node.importKind, specifier: plainString(expression), names: ['*'] });
    }
    case 'TSImportType': {
      const source = importTypeSource(node);
      return at(source, { form: 'import-type', kind: 'type', specifier: plainString(source), names: [node.qualifier ? leftmost(node.qualifier) : '*'] });
    }
    case 'TSModuleDeclaration':
      // `declare module '*.svg'` speaks of no file.
      if (node.id.type !== 'Literal' || node.id.value.includes('*')) return undefined;
      return at(node.id, { form: 'declare-module', kind: 'type', specifier: node.id.value, names: declaredNames(node.body?.body ?? []) });
    default:
      return undefined;
  }
}

function at(site: Node, reference: Omit<Reference, 'start' | 'end'>): Reference {
  const { form, kind, specifier, names } = reference;
  return { form, kind, specifier, start: site.range[0], end: site.range[1], names };
}

function importKind({ importKind, specifiers }: TSESTree.ImportDeclaration): 'value' | 'type' {
  const isAllTypes = specifiers.length > 0 && specifiers.every((one) => one.type === 'ImportSpecifier' && one.importKind === 'type');
  return importKind === 'type' || isAllTypes ? 'type' : 'value';
}

function exportKind({ exportKind, specifiers }: TSESTree.ExportNamedDeclaration): 'value' | 'type' {
  const isAllTypes = specifiers.length > 0 && specifiers.every((one) => one.exportKind === 'type');
  return exportKind === 'type' || isAllTypes ? 'type' : 'value';
}

function importedName(specifier: TSESTree.ImportClause): string {
  if (specifier.type === 'ImportNamespaceSpecifier') return '*';
  return specifier.type === 'ImportDefaultSpecifier' ? 'default' : text(specifier.imported);
}

function text(name: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return name.type === 'Identifier' ? name.name : name.value;
}

/** typescript-eslint 8 moved the string from `argument.literal` to `source`. */
function importTypeSource(node: TSESTree.TSImportType): Node {
  if (node.source) return node.source;
  const { argument } = node as unknown as { argument: Node };
  return argument.type === 'TSLiteralType' ? argument.literal : argument;
}

function leftmost(name: TSESTree.EntityName): string {
  let current = name;
  while (current.type === 'TSQualifiedName') current = current.left;
  return current.type === 'Identifier' ? current.name : 'this';
}

/** What an augmentation declares into the other module. */
function declaredNames(statements: readonly Node[]): string[] {
  const names: string[] = [];
  for (const statement of statements) {
    const declaration: Node = statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement;
    if (declaration.type === 'VariableDeclaration') {
      for (const { id } of declaration.declarations) if (id.type === 'Identifier') names.push(id.name);
    } else if ('id' in declaration && declaration.id?.type === 'Identifier') names.push(declaration.id.name);
  }
  return names;
}
