import type { TSESTree } from '@typescript-eslint/types';

/** What an exported name is. */
export type ExportKind = 'type' | 'enum' | 'constant' | 'function' | 'class' | 'namespace' | 'unknown';

/** One exported name. */
export interface Exported {
  readonly kind: ExportKind;
  /** It is handed on from another file, under the name it has there (`*` for all of it). */
  readonly from?: { readonly specifier: string; readonly name: string; readonly isType: boolean };
}

/** What a file exports, by name. */
export interface Exports {
  readonly names: ReadonlyMap<string, Exported>;
  /** `export * from`: everything that another file exports but its default. */
  readonly stars: readonly { readonly specifier: string; readonly isType: boolean }[];
}

type Locals = ReadonlyMap<string, Exported>;

/** Reads the exports of a file. */
export function exportsOf(program: TSESTree.Program): Exports {
  const locals = localsOf(program);
  const names = new Map<string, Exported>();
  const stars: { specifier: string; isType: boolean }[] = [];
  for (const statement of program.body) {
    switch (statement.type) {
      case 'ExportAllDeclaration':
        if (statement.exported === null) stars.push({ specifier: statement.source.value, isType: statement.exportKind === 'type' });
        else names.set(nameOf(statement.exported), { kind: 'namespace', from: { specifier: statement.source.value, name: '*', isType: statement.exportKind === 'type' } });
        break;
      case 'ExportNamedDeclaration':
        addNamed(names, statement, locals);
        break;
      case 'ExportDefaultDeclaration':
        names.set('default', defaultOf(statement.declaration, locals));
        break;
      case 'TSExportAssignment':
        names.set('export=', statement.expression.type === 'Identifier' ? (locals.get(statement.expression.name) ?? UNKNOWN) : UNKNOWN);
        break;
      case 'ExpressionStatement':
        addCommonJs(names, stars, statement.expression);
        break;
      default:
    }
  }
  return { names, stars };
}

const UNKNOWN: Exported = { kind: 'unknown' };

function addNamed(names: Map<string, Exported>, statement: TSESTree.ExportNamedDeclaration, locals: Locals): void {
  if (statement.declaration !== null) for (const [name, exported] of declared(statement.declaration)) names.set(name, merged(names.get(name), exported));
  for (const specifier of statement.specifiers) {
    const isType = statement.exportKind === 'type' || specifier.exportKind === 'type';
    const local = nameOf(specifier.local);
    const from = statement.source === null ? undefined : { specifier: statement.source.value, name: local, isType };
    const known = from === undefined ? (locals.get(local) ?? UNKNOWN) : { ...UNKNOWN, from };
    names.set(nameOf(specifier.exported), isType ? { ...known, kind: 'type' } : known);
  }
}

function localsOf(program: TSESTree.Program): Map<string, Exported> {
  const locals = new Map<string, Exported>();
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') {
      for (const specifier of statement.specifiers) {
        const isType = statement.importKind === 'type' || (specifier.type === 'ImportSpecifier' && specifier.importKind === 'type');
        locals.set(specifier.local.name, { kind: isType ? 'type' : 'unknown', from: { specifier: statement.source.value, name: importedName(specifier), isType } });
      }
    } else if (statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration') {
      if (statement.declaration) for (const [name, local] of declared(statement.declaration)) locals.set(name, merged(locals.get(name), local));
    } else for (const [name, local] of declared(statement)) locals.set(name, merged(locals.get(name), local));
  }
  return locals;
}

function importedName(specifier: TSESTree.ImportClause): string {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  return specifier.type === 'ImportNamespaceSpecifier' ? '*' : nameOf(specifier.imported);
}

/** A value and a type of one name are a value: that is what others hold on to. */
function merged(before: Exported | undefined, next: Exported): Exported {
  return before !== undefined && before.kind !== 'type' && next.kind === 'type' ? before : next;
}

function declared(node: TSESTree.Node): [string, Exported][] {
  switch (node.type) {
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return [[node.id.name, { kind: 'type' }]];
    case 'TSEnumDeclaration':
      return [[node.id.name, { kind: 'enum' }]];
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
      return node.id === null ? [] : [[node.id.name, { kind: 'function' }]];
    case 'ClassDeclaration':
      return node.id === null ? [] : [[node.id.name, { kind: 'class' }]];
    case 'TSModuleDeclaration':
      return node.id.type === 'Identifier' ? [[node.id.name, { kind: 'namespace' }]] : [];
    case 'VariableDeclaration':
      return node.declarations.flatMap(({ id, init }) => boundNames(id).map((name): [string, Exported] => [name, { kind: isFunction(init) ? 'function' : 'constant' }]));
    default:
      return [];
  }
}

function boundNames(pattern: TSESTree.Node): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) => boundNames(property.type === 'Property' ? property.value : property.argument));
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element === null ? [] : boundNames(element)));
    case 'AssignmentPattern':
      return boundNames(pattern.left);
    case 'RestElement':
      return boundNames(pattern.argument);
    default:
      return [];
  }
}

function isFunction(init: TSESTree.Expression | null): boolean {
  return init?.type === 'ArrowFunctionExpression' || init?.type === 'FunctionExpression';
}

function defaultOf(node: TSESTree.ExportDefaultDeclaration['declaration'], locals: Locals): Exported {
  if (node.type === 'Identifier') return locals.get(node.name) ?? UNKNOWN;
  if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') return { kind: 'class' };
  if (node.type === 'TSInterfaceDeclaration') return { kind: 'type' };
  return { kind: /Function/.test(node.type) ? 'function' : 'constant' };
}

/** `exports.a = …`, `module.exports = { a }`, `module.exports = require('./b')`. */
function addCommonJs(names: Map<string, Exported>, stars: { specifier: string; isType: boolean }[], node: TSESTree.Expression): void {
  if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return;
  const { left, right } = node;
  const key = left.property.type === 'Identifier' ? left.property.name : undefined;
  const isWhole = left.object.type === 'Identifier' && left.object.name === 'module' && key === 'exports';
  if (isWhole) {
    const required = requiredBy(right);
    if (required !== undefined) stars.push({ specifier: required, isType: false });
    for (const property of right.type === 'ObjectExpression' ? right.properties : []) {
      if (property.type === 'Property' && property.key.type === 'Identifier') names.set(property.key.name, UNKNOWN);
    }
    return;
  }
  const target = left.object;
  const isExports = (target.type === 'Identifier' && target.name === 'exports') || (target.type === 'MemberExpression' && target.property.type === 'Identifier' && target.property.name === 'exports');
  if (!isExports || key === undefined) return;
  const required = requiredBy(right);
  names.set(key, required === undefined ? UNKNOWN : { kind: 'unknown', from: { specifier: required, name: '*', isType: false } });
}

function requiredBy(node: TSESTree.Expression): string | undefined {
  const isRequire = node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'require';
  const argument = isRequire ? node.arguments[0] : undefined;
  return argument?.type === 'Literal' && typeof argument.value === 'string' ? argument.value : undefined;
}

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}
