import type { TSESTree } from '@typescript-eslint/types';
import { forEachName } from './patterns.ts';
import { plainString, walk } from './syntax.ts';
import type { Node, Path } from './syntax.ts';

/** What a name is bound to. */
export type Binding =
  /** `imported` is the name in the other module; `*` for all of it. */
  | { readonly kind: 'import'; readonly source: string; readonly imported: string }
  /** `keys` lead from the initial value to the name, through destructuring; `undefined` where they cannot be read. */
  | { readonly kind: 'variable'; readonly init: Node; readonly keys: readonly string[] | undefined; readonly isConst: boolean; readonly path: Path }
  | { readonly kind: 'enum'; readonly node: TSESTree.TSEnumDeclaration; readonly path: Path }
  | { readonly kind: 'other' };

export interface Scopes {
  /** What `name` is bound to where `path` stands; `undefined` for a global. Types and ambient declarations bind nothing. */
  lookup(name: string, path: Path): Binding | undefined;
  /** Whether any variable of this name is written to after its declaration. */
  isReassigned(name: string): boolean;
}

type Table = Map<string, Binding>;

const OTHER: Binding = { kind: 'other' };

/** The scopes of a program, each read when it is first asked for. */
export function scopesOf(program: TSESTree.Program): Scopes {
  const tables = new Map<Node, Table | undefined>();
  let reassigned: Set<string> | undefined;
  return {
    lookup(name, path) {
      for (let current: Path | undefined = path; current; current = current.parent) {
        let table = tables.get(current.node);
        if (table === undefined && !tables.has(current.node)) {
          table = tableOf(current);
          tables.set(current.node, table);
        }
        const binding = table?.get(name);
        if (binding) return binding;
      }
      return undefined;
    },
    isReassigned(name) {
      reassigned ??= reassignedNames(program);
      return reassigned.has(name);
    },
  };
}

function tableOf(path: Path): Table | undefined {
  const { node } = path;
  const table: Table = new Map();
  switch (node.type) {
    case 'Program':
    case 'TSModuleBlock':
    case 'StaticBlock':
      declareVars(table, node.body, path);
      declareAll(table, node.body, path);
      return table;
    case 'BlockStatement':
      declareAll(table, node.body, path);
      return table;
    case 'SwitchStatement':
      for (const one of node.cases) declareAll(table, one.consequent, path);
      return table;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      if (node.type === 'FunctionExpression' && node.id) table.set(node.id.name, OTHER);
      if (node.body?.type === 'BlockStatement') declareVars(table, node.body.body, path);
      for (const param of node.params) forEachName(param, [], (name) => table.set(name, OTHER));
      return table;
    case 'ClassExpression':
      if (node.id) table.set(node.id.name, OTHER);
      return table;
    case 'CatchClause':
      if (node.param) forEachName(node.param, [], (name) => table.set(name, OTHER));
      return table;
    case 'ForStatement':
      if (node.init) declareAll(table, [node.init], path);
      return table;
    case 'ForInStatement':
    case 'ForOfStatement':
      declareAll(table, [node.left], path);
      return table;
    default:
      return undefined;
  }
}

function declareAll(table: Table, statements: readonly Node[], path: Path): void {
  for (const statement of statements) declare(table, statement, path);
}

/** What a statement binds in the scope it stands in, `var` left out where it is not at the scope's own level. */
function declare(table: Table, statement: Node, path: Path): void {
  switch (statement.type) {
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      if (statement.declaration) declare(table, statement.declaration, path);
      return;
    case 'ImportDeclaration':
      for (const specifier of statement.specifiers) {
        table.set(specifier.local.name, { kind: 'import', source: statement.source.value, imported: importedName(specifier) });
      }
      return;
    case 'TSImportEqualsDeclaration': {
      const source = statement.moduleReference.type === 'TSExternalModuleReference' ? plainString(statement.moduleReference.expression) : undefined;
      table.set(statement.id.name, source === undefined ? OTHER : { kind: 'import', source, imported: '*' });
      return;
    }
    case 'VariableDeclaration':
      if (statement.kind !== 'var') declareVariables(table, statement, path);
      return;
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      if (statement.id && !statement.declare) table.set(statement.id.name, OTHER);
      return;
    case 'TSEnumDeclaration':
      table.set(statement.id.name, { kind: 'enum', node: statement, path });
      return;
    case 'TSModuleDeclaration':
      if (statement.id.type === 'Identifier' && !statement.declare && !table.has(statement.id.name)) table.set(statement.id.name, OTHER);
      return;
    default:
      return;
  }
}

function declareVariables(table: Table, declaration: TSESTree.VariableDeclaration, path: Path): void {
  if (declaration.declare) return;
  for (const { id, init } of declaration.declarations) {
    forEachName(id, [], (name, keys) => {
      table.set(name, init ? { kind: 'variable', init, keys, isConst: declaration.kind === 'const', path } : OTHER);
    });
  }
}

/** Binds every `var` of a function or of the program, however deep in its blocks. */
function declareVars(table: Table, statements: readonly (Node | null | undefined)[], path: Path): void {
  for (const statement of statements) {
    switch (statement?.type) {
      case 'VariableDeclaration':
        if (statement.kind === 'var') declareVariables(table, statement, path);
        break;
      case 'ExportNamedDeclaration':
        declareVars(table, [statement.declaration], path);
        break;
      case 'BlockStatement':
        declareVars(table, statement.body, path);
        break;
      case 'IfStatement':
        declareVars(table, [statement.consequent, statement.alternate], path);
        break;
      case 'ForStatement':
        declareVars(table, [statement.init, statement.body], path);
        break;
      case 'ForInStatement':
      case 'ForOfStatement':
        declareVars(table, [statement.left, statement.body], path);
        break;
      case 'WhileStatement':
      case 'DoWhileStatement':
      case 'LabeledStatement':
      case 'WithStatement':
        declareVars(table, [statement.body], path);
        break;
      case 'TryStatement':
        declareVars(table, [statement.block, statement.handler?.body, statement.finalizer], path);
        break;
      case 'SwitchStatement':
        for (const one of statement.cases) declareVars(table, one.consequent, path);
        break;
      default:
    }
  }
}

function importedName(specifier: TSESTree.ImportClause): string {
  if (specifier.type === 'ImportNamespaceSpecifier') return '*';
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  return specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
}

function reassignedNames(program: TSESTree.Program): Set<string> {
  const names = new Set<string>();
  const add = (target: Node): void => forEachName(target, undefined, (name) => names.add(name));
  walk(program, ({ node }) => {
    if (node.type === 'AssignmentExpression') add(node.left);
    else if (node.type === 'UpdateExpression') add(node.argument);
    else if (node.type === 'ForInStatement' || node.type === 'ForOfStatement') add(node.left);
  });
  return names;
}
