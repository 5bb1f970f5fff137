import type { TSESLint } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/types';
import { constantString, isFunction, keyName, outer } from '../facts/index.ts';

/** One place where the code takes something from the console. */
export interface ConsoleUse {
  /** `console.log`, the name in a destructuring, or the console itself. */
  readonly at: TSESTree.Node;
  /** The method; nothing where it is computed, or where the console itself is handed on. */
  readonly method?: string;
  /** The call, where the method is called in this place. */
  readonly call?: TSESTree.CallExpression;
}

type Scopes = TSESLint.Scope.ScopeManager;
type Variable = TSESLint.Scope.Variable;
type Take = (use: ConsoleUse) => void;

const GLOBAL_OBJECTS = ['globalThis', 'global', 'window', 'self'];

/** Members that log nothing. */
const SILENT = new Set(['Console', 'prototype', 'toString', 'hasOwnProperty', 'memory', 'clear']);

/** Every use of the console in a file: the global, the one of `node:console`, and what they were renamed to. */
export function consoleUses(program: TSESTree.Program, scopes: Scopes): ConsoleUse[] {
  const uses: ConsoleUse[] = [];
  const take: Take = (use) => void uses.push(use);
  for (const identifier of globalReferences(scopes, 'console')) useOf(identifier, scopes, take);
  for (const name of GLOBAL_OBJECTS) {
    for (const identifier of globalReferences(scopes, name)) {
      const member = outer(identifier);
      if (member?.type === 'MemberExpression' && member.object === identifier && keyName(member) === 'console') useOf(member, scopes, take);
    }
  }
  for (const statement of program.body) importedFrom(statement, scopes, take);
  return uses;
}

/** References to a global, whether the configuration declares it or not. */
function globalReferences(scopes: Scopes, name: string): TSESTree.Node[] {
  const top = scopes.globalScope;
  if (!top) return [];
  const declared = top.set.get(name);
  const references = declared && declared.defs.length === 0 ? declared.references : [];
  const found = new Set<TSESTree.Node>();
  for (const reference of [...references, ...top.through]) if (reference.identifier.name === name) found.add(reference.identifier);
  return [...found].filter((identifier) => identifier.type === 'Identifier' && !isTypeQuery(identifier));
}

function isTypeQuery(node: TSESTree.Node): boolean {
  return node.parent?.type === 'TSTypeQuery' || node.parent?.type === 'TSQualifiedName';
}

function importedFrom(statement: TSESTree.ProgramStatement, scopes: Scopes, take: Take): void {
  if (statement.type === 'ImportDeclaration' && isConsoleModule(statement.source) && statement.importKind !== 'type') {
    for (const specifier of statement.specifiers) {
      if (specifier.type !== 'ImportSpecifier') followName(specifier.local, specifier, scopes, take);
      else takeMember(specifier, specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value, take);
    }
  }
  if (statement.type !== 'VariableDeclaration') return;
  for (const { init } of statement.declarations) {
    if (init?.type !== 'CallExpression' || init.callee.type !== 'Identifier' || init.callee.name !== 'require') continue;
    if (init.arguments[0] && isConsoleModule(init.arguments[0])) useOf(init, scopes, take);
  }
}

function isConsoleModule(node: TSESTree.Node): boolean {
  return /^(?:node:)?console$/.test(constantString(node) ?? '');
}

/** What happens to an expression that is the console. */
function useOf(node: TSESTree.Node, scopes: Scopes, take: Take): void {
  const { value, parent } = placeOfValue(node);
  if (!parent) return;
  switch (parent.type) {
    case 'MemberExpression':
      if (parent.object === value) memberOf(parent, take);
      return;
    case 'VariableDeclarator':
      if (value !== node) take({ at: node });
      else if (parent.id.type === 'Identifier') followName(parent.id, parent, scopes, take);
      else destructured(parent.id, parent, scopes, take);
      return;
    case 'AssignmentExpression':
      if (parent.right !== value) return;
      if (parent.left.type === 'ObjectPattern') destructured(parent.left, parent, scopes, take);
      else take({ at: node });
      return;
    case 'CallExpression':
    case 'NewExpression':
      if (parent.callee !== value && isHandedToLogger(parent)) take({ at: node });
      return;
    case 'Property':
      if (parent.value === value && parent.parent.type === 'ObjectExpression' && /log/i.test(keyName(parent) ?? '')) take({ at: node });
      return;
    case 'AssignmentPattern':
    case 'PropertyDefinition':
    case 'ReturnStatement':
    case 'ExportDefaultDeclaration':
    case 'ArrowFunctionExpression':
      take({ at: node });
      return;
    default:
      return;
  }
}

/** Climbs through what hands a value on unchanged: casts, `a ?? b`, the branches of a ternary. */
function placeOfValue(node: TSESTree.Node): { value: TSESTree.Node; parent: TSESTree.Node | undefined } {
  let value = node;
  for (;;) {
    const { parent } = value;
    if (!parent) return { value, parent };
    const hands =
      (parent.type === 'TSAsExpression' || parent.type === 'TSNonNullExpression' || parent.type === 'TSSatisfiesExpression' || parent.type === 'TSTypeAssertion' || parent.type === 'ChainExpression') ||
      (parent.type === 'LogicalExpression' && (parent.right === value || parent.operator !== '&&') && !isCondition(parent)) ||
      (parent.type === 'ConditionalExpression' && parent.test !== value);
    if (!hands) return { value, parent };
    value = parent;
  }
}

function isCondition(node: TSESTree.Node): boolean {
  const { parent } = node;
  return parent !== undefined && 'test' in parent && parent.test === node;
}

function memberOf(member: TSESTree.MemberExpression, take: Take): void {
  const around = outer(member);
  // `console.log = …` sends the console somewhere else; it logs nothing.
  if (around?.type === 'AssignmentExpression' && around.left === member) return;
  if (around?.type === 'UnaryExpression' || isCondition(member)) return;
  const method = keyName(member);
  if (method === undefined && !member.computed) return;
  if (method !== undefined && SILENT.has(method)) return;
  const call = around?.type === 'CallExpression' && around.callee === member ? around : undefined;
  take({ at: member, ...(method !== undefined && { method }), ...(call && { call }) });
}

function takeMember(at: TSESTree.Node, method: string, take: Take): void {
  if (!SILENT.has(method)) take({ at, method });
}

function destructured(pattern: TSESTree.Node, around: TSESTree.Node, scopes: Scopes, take: Take): void {
  if (pattern.type !== 'ObjectPattern') return;
  for (const property of pattern.properties) {
    if (property.type === 'RestElement') {
      if (property.argument.type === 'Identifier') followName(property.argument, around, scopes, take);
    } else {
      const method = keyName(property);
      if (method !== undefined) takeMember(property, method, take);
    }
  }
}

/** The console under another name: every use of that name is one of the console. */
function followName(name: TSESTree.Node, declaration: TSESTree.Node, scopes: Scopes, take: Take): void {
  const variable = declaredAs(name, declaration, scopes);
  if (!variable) return;
  const reads = variable.references.filter((reference) => reference.isRead() && !isTypeQuery(reference.identifier));
  for (const reference of reads) useOf(reference.identifier, scopes, take);
  if (isExported(declaration)) take({ at: declaration.type === 'VariableDeclarator' && declaration.init ? declaration.init : name });
}

function declaredAs(name: TSESTree.Node, declaration: TSESTree.Node, scopes: Scopes): Variable | undefined {
  return scopes.getDeclaredVariables(declaration).find((variable) => variable.identifiers.some((identifier) => identifier === name));
}

function isExported(declaration: TSESTree.Node): boolean {
  return declaration.parent?.parent?.type === 'ExportNamedDeclaration';
}

/** Functions that look at the console, replace it or watch it do not log to it. */
function isHandedToLogger(call: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  const { callee } = call;
  if (callee.type === 'Identifier') return !/console|spy|patch|mock|instrument|wrap|intercept|sandbox|context/i.test(callee.name);
  if (callee.type !== 'MemberExpression') return isFunction(callee);
  const method = keyName(callee);
  if (method === 'bind' || method === 'call' || method === 'apply') return false;
  if (callee.object.type === 'Identifier' && /^(?:Object|Reflect|vi|jest|sinon|util)$/.test(callee.object.name)) return false;
  return !/console|spy|patch|mock|instrument|wrap|intercept|sandbox|context/i.test(method ?? '');
}
