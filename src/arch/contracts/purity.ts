import type { TSESTree } from '@typescript-eslint/types';
import { behaviourOf } from './classes.ts';
import { entityIn } from './entities.ts';
import { importsOf, type Imported, type Neighbours } from './imported.ts';
import { isData, isFunction, isTypeGuard, rootOf, type Known } from './pure.ts';
import { valueNames } from './value-names.ts';

type Node = TSESTree.Node;

/** Something in a contract file that is no type, constant, schema or event. */
export interface Impurity {
  readonly start: number;
  readonly end: number;
  /** What it is, in words that follow a colon. */
  readonly what: string;
  /** What to do. */
  readonly wayOut: string;
  /** What makes it the same when lines move. */
  readonly identity: readonly string[];
}

const MOVE = 'Move it to a file of the module that is no contract';

/** Everything in a contract file that a contract may not hold, in the order of the text. */
export function impuritiesOf(program: TSESTree.Program, neighbours: Neighbours): readonly Impurity[] {
  const imports = importsOf(program, neighbours);
  const known: Known = { imports, constants: constantsOf(program.body), classes: classesOf(program.body) };
  const used = valueNames(program);
  const found = program.body.flatMap((statement) => impuritiesIn(statement, { known, neighbours, used }));
  return found.sort((a, b) => a.start - b.start);
}

interface Reading {
  readonly known: Known;
  readonly neighbours: Neighbours;
  readonly used: ReadonlySet<string>;
}

function impuritiesIn(statement: Node, reading: Reading, outer: Node = statement): Impurity[] {
  switch (statement.type) {
    case 'ImportDeclaration':
      return ofImport(statement, reading);
    case 'ExportAllDeclaration':
      return ofStar(statement, reading);
    case 'ExportNamedDeclaration':
      if (statement.declaration !== null) return impuritiesIn(statement.declaration, reading, statement);
      // What is imported and then handed on is told where it is imported.
      return statement.source === null ? [] : ofReExport(statement, statement.source.value, reading);
    case 'ExportDefaultDeclaration':
      return ofDefault(statement, reading);
    case 'VariableDeclaration':
      return ofVariables(statement, outer, reading);
    case 'FunctionDeclaration':
      return isTypeGuard(statement) ? [] : [of(outer, statement.id ?? outer, `\`${statement.id?.name ?? 'default'}\` is a function`, `${MOVE}.`, statement.id?.name ?? 'default')];
    case 'ClassDeclaration':
      return ofClass(statement, outer, reading);
    case 'TSTypeAliasDeclaration':
    case 'TSInterfaceDeclaration':
      return ofType(statement, outer, reading);
    case 'TSModuleDeclaration':
      return statement.declare || statement.body?.type !== 'TSModuleBlock' ? [] : statement.body.body.flatMap((inner) => impuritiesIn(inner, reading));
    case 'TSEnumDeclaration':
    case 'TSDeclareFunction':
    case 'TSImportEqualsDeclaration':
    case 'TSNamespaceExportDeclaration':
    case 'EmptyStatement':
      return [];
    case 'TSExportAssignment':
      return isData(statement.expression, reading.known) ? [] : [effect(statement)];
    case 'ExpressionStatement':
      return isHarmless(statement, reading.known) ? [] : [effect(statement)];
    default:
      return [effect(statement)];
  }
}

/** `'use strict'`, `Object.freeze(LEVELS)`. */
function isHarmless({ expression, directive }: TSESTree.ExpressionStatement, known: Known): boolean {
  // oxc writes `null` where typescript-eslint leaves it out.
  if (typeof directive === 'string') return true;
  return expression.type === 'CallExpression' && rootOf(expression.callee)?.name === 'Object' && isData(expression, known);
}

function ofImport(statement: TSESTree.ImportDeclaration, { known, neighbours, used }: Reading): Impurity[] {
  const specifier = statement.source.value;
  if (statement.importKind === 'type' || neighbours.behind(specifier) !== 'internal') return [];
  if (statement.specifiers.length === 0) return [of(statement, statement, `it runs \`${specifier}\``, 'Import it where the program starts.', specifier)];
  const values = [...known.imports.values()].filter((one) => one.statement === statement && !one.isType && used.has(one.local) && isValue(neighbours, one));
  if (values.length === 0) return [];
  const [first] = values;
  const { file } = neighbours.named(specifier, first?.name ?? '*');
  const names = values.map(({ name }) => `\`${name}\``).join(', ');
  return [of(statement, statement, `it uses ${names} from \`${file}\``, 'Import only types from there, or move what the contract needs into it.', specifier, ...values.map(({ name }) => name))];
}

function isValue(neighbours: Neighbours, { specifier, name }: Pick<Imported, 'specifier' | 'name'>): boolean {
  return name === '*' || neighbours.named(specifier, name).kind !== 'type';
}

function ofStar(statement: TSESTree.ExportAllDeclaration, { neighbours }: Reading): Impurity[] {
  const specifier = statement.source.value;
  if (statement.exportKind === 'type' || neighbours.behind(specifier) !== 'internal') return [];
  const values = [...neighbours.namesOf(specifier)].filter(([, kind]) => kind !== 'type').map(([name]) => name);
  const names = neighbours.namesOf(specifier);
  if (names.size > 0 && values.length === 0) return [];
  return [handsOn(statement, neighbours.named(specifier, '*').file, statement.exported === null ? 'everything' : 'all of it', specifier, '*')];
}

function ofReExport(statement: TSESTree.ExportNamedDeclaration, specifier: string, { neighbours }: Reading): Impurity[] {
  if (statement.exportKind === 'type' || neighbours.behind(specifier) !== 'internal') return [];
  const names = statement.specifiers.filter(({ exportKind }) => exportKind !== 'type').map(({ local }) => (local.type === 'Identifier' ? local.name : local.value));
  const values = names.filter((name) => isValue(neighbours, { specifier, name }));
  const [first] = values;
  if (first === undefined) return statement.specifiers.length === 0 ? [handsOn(statement, specifier, 'nothing, but runs it', specifier)] : [];
  return [handsOn(statement, neighbours.named(specifier, first).file, values.map((name) => `\`${name}\``).join(', '), specifier, ...values)];
}

function handsOn(statement: Node, file: string, what: string, ...identity: string[]): Impurity {
  return of(statement, statement, `it hands on ${what} from \`${file}\``, 'Hand on only types (`export type`), or move what others need into the contract.', ...identity);
}

function ofDefault(statement: TSESTree.ExportDefaultDeclaration, reading: Reading): Impurity[] {
  const { declaration } = statement;
  if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration' || declaration.type === 'TSInterfaceDeclaration') return impuritiesIn(declaration, reading, statement);
  return ofValue('default', declaration, statement, statement, reading);
}

function ofVariables(statement: TSESTree.VariableDeclaration, outer: Node, reading: Reading): Impurity[] {
  if (statement.declare) return [];
  return statement.declarations.flatMap((one) => {
    const name = one.id.type === 'Identifier' ? one.id.name : '…';
    const start = statement.declarations.length === 1 ? outer : one;
    if (statement.kind !== 'const') return [of(start, one.id, `\`${name}\` can change`, 'Make it a `const`.', name)];
    return ofValue(name, one.init, start, one.id, reading);
  });
}

function ofValue(name: string, value: Node | null, start: Node, end: Node, { known }: Reading): Impurity[] {
  if (value !== null && isFunction(value)) return isTypeGuard(value) ? [] : [of(start, end, `\`${name}\` is a function`, `${MOVE}.`, name)];
  if (value?.type === 'ClassExpression') {
    const behaviour = behaviourOf(value, known);
    return behaviour === undefined ? [] : [of(start, end, `\`${name}\` ${behaviour}`, 'Leave it its data, and move the rest to a file of the module that is no contract.', name)];
  }
  if (isData(value, known)) return [];
  return [of(start, end, `\`${name}\` is neither a constant of literals nor a schema`, `${MOVE}.`, name)];
}

function ofClass(statement: TSESTree.ClassDeclaration, outer: Node, { known }: Reading): Impurity[] {
  const behaviour = statement.declare ? undefined : behaviourOf(statement, known);
  if (behaviour === undefined) return [];
  const name = statement.id?.name ?? 'default';
  return [of(outer, statement.id ?? outer, `the class \`${name}\` ${behaviour}`, 'Leave it its data, and move the rest to a file of the module that is no contract.', name)];
}

function ofType(statement: TSESTree.TSTypeAliasDeclaration | TSESTree.TSInterfaceDeclaration, outer: Node, { known, neighbours }: Reading): Impurity[] {
  const entity = outer.type === 'ExportNamedDeclaration' || outer.type === 'ExportDefaultDeclaration' ? entityIn(statement, known.imports, neighbours) : undefined;
  if (entity === undefined) return [];
  return [of(outer, statement.id, `\`${statement.id.name}\` is made of the database entity \`${entity}\``, 'Write out the fields that others may know.', statement.id.name)];
}

function effect(statement: Node): Impurity {
  return of(statement, statement, 'this statement does something when the file is loaded', `${MOVE}.`, statement.type);
}

function of(start: Node, end: Node, what: string, wayOut: string, ...identity: string[]): Impurity {
  return { start: start.range[0], end: end.range[1], what, wayOut, identity };
}

function constantsOf(body: readonly Node[]): Set<string> {
  const names = new Set<string>();
  for (const statement of body) {
    const inner = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (inner?.type === 'VariableDeclaration') for (const { id } of inner.declarations) if (id.type === 'Identifier') names.add(id.name);
    if (inner?.type === 'TSEnumDeclaration') names.add(inner.id.name);
    if (inner?.type === 'TSModuleDeclaration' && inner.id.type === 'Identifier') names.add(inner.id.name);
  }
  return names;
}

function classesOf(body: readonly Node[]): Set<string> {
  const names = new Set<string>();
  for (const statement of body) {
    const inner = statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration' ? statement.declaration : statement;
    if (inner?.type === 'ClassDeclaration' && inner.id !== null) names.add(inner.id.name);
  }
  return names;
}
