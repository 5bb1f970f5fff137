import { constantString } from './tree.ts';
import type { Node, SourceFile } from './types.ts';

/** What a file imports or requires at its top, to use at run time: types are left out. */
export function valueSpecifiers(program: SourceFile['program']): string[] {
  const found: string[] = [];
  const take = (node: Node | null | undefined): void => {
    const specifier = node ? constantString(node) : undefined;
    if (specifier !== undefined) found.push(specifier);
  };
  for (const statement of program.body) {
    switch (statement.type) {
      case 'ImportDeclaration':
        if (statement.importKind !== 'type' && !onlyTypes(statement.specifiers)) take(statement.source);
        break;
      case 'ExportAllDeclaration':
      case 'ExportNamedDeclaration':
        if (statement.exportKind !== 'type') take(statement.source);
        break;
      case 'TSImportEqualsDeclaration':
        if (statement.importKind !== 'type' && statement.moduleReference.type === 'TSExternalModuleReference') take(statement.moduleReference.expression);
        break;
      case 'VariableDeclaration':
        for (const { init } of statement.declarations) take(requiredBy(init));
        break;
      case 'ExpressionStatement':
        take(requiredBy(statement.expression));
        break;
    }
  }
  return found;
}

function onlyTypes(specifiers: readonly Node[]): boolean {
  return specifiers.length > 0 && specifiers.every((specifier) => specifier.type === 'ImportSpecifier' && specifier.importKind === 'type');
}

/** The argument of `require('x')`, also in `require('x').y` and `require('x')()`. */
function requiredBy(node: Node | null | undefined): Node | undefined {
  let current = node;
  while (current) {
    if (current.type === 'CallExpression') {
      if (current.callee.type === 'Identifier' && current.callee.name === 'require') return current.arguments[0];
      current = current.callee;
    } else if (current.type === 'MemberExpression') current = current.object;
    else if (current.type === 'AwaitExpression') current = current.argument;
    else return undefined;
  }
  return undefined;
}

/** Names that the file itself declares and exports. */
export function exportedNames(program: SourceFile['program']): string[] {
  return program.body.flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : undefined;
    if (declaration?.type === 'FunctionDeclaration') return declaration.id?.name ?? [];
    if (declaration?.type !== 'VariableDeclaration') return [];
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? id.name : []));
  });
}
