import type { TSESTree } from '@typescript-eslint/types';
import { Minimatch } from 'minimatch';
import type { Call, Export } from '../libraries/index.ts';
import type { Catalog, Library } from './catalog.ts';
import type { CallNode } from './calls.ts';
import type { Evaluator } from './evaluator.ts';
import { bare, isFunction, keyName } from './tree.ts';
import type { Node, SourceFile } from './types.ts';

// Most calls of a file cannot be facts, by their name alone. Asking that first costs nothing; following a value does.

/** The names by which pages know a call that is a fact. */
interface Names {
  readonly facts: ReadonlySet<string>;
  readonly logs: ReadonlySet<string>;
  /** The libraries whose values a project's own class may hold under this name. */
  membersOf(name: string): readonly Library[];
}

const known = new WeakMap<Catalog, Names>();

function namesOf(catalog: Catalog): Names {
  let names = known.get(catalog);
  if (!names) known.set(catalog, (names = collect(catalog)));
  return names;
}

function collect(catalog: Catalog): Names {
  const facts = new Set<string>();
  const logs = new Set<string>();
  const add = (name: string, call: Call | undefined): void => {
    if (!call) return;
    if (isFact(call)) facts.add(name);
    if (call.log) logs.add(name);
  };
  const addExport = (name: string, entry: Export): void => {
    for (const call of [entry.call, entry.new, entry.tag]) add(name, call);
    for (const [member, inner] of Object.entries(entry.members ?? {})) addExport(member, inner);
  };
  for (const { definition } of catalog.libraries) {
    for (const [name, entry] of [...Object.entries(definition.exports ?? {}), ...Object.entries(definition.globals ?? {})]) addExport(name, entry);
    for (const type of Object.values(definition.types ?? {})) for (const [name, call] of Object.entries(type.methods ?? {})) add(name, call);
  }
  const patterns = catalog.libraries.flatMap((library) => (library.definition.memberNames ?? []).map((pattern) => ({ library, pattern: new Minimatch(pattern) })));
  const answers = new Map<string, readonly Library[]>();
  return {
    facts,
    logs,
    membersOf(name) {
      let answer = answers.get(name);
      if (!answer) answers.set(name, (answer = patterns.filter(({ pattern }) => pattern.match(name)).map(({ library }) => library)));
      return answer;
    },
  };
}

function isFact(call: Call): boolean {
  return (
    call.query !== undefined ||
    call.route !== undefined ||
    call.responds !== undefined ||
    call.table !== undefined ||
    call.values !== undefined ||
    call.sql !== undefined ||
    (call.callbacks ?? []).some((callback) => callback.returns) ||
    (call.overloads ?? []).some(isFact)
  );
}

/** Whether a call may be a fact: by its own name, or by that of a call earlier in its chain. */
export function mayBeFact(evaluator: Evaluator, node: CallNode, file: SourceFile): boolean {
  const { catalog } = evaluator;
  const { facts, membersOf } = namesOf(catalog);
  return isNamed(catalog, node, file, (name) => facts.has(name) || membersOf(name).some((library) => isInstalled(evaluator, library, file)));
}

/** Whether a call, or a method that is handed on, may be a log call. */
export function mayBeLog(evaluator: Evaluator, node: Node, file: SourceFile): boolean {
  const { catalog } = evaluator;
  const { logs } = namesOf(catalog);
  if (node.type === 'MemberExpression') return logs.has(keyName(node) ?? '');
  return node.type === 'CallExpression' || node.type === 'TaggedTemplateExpression' ? isNamed(catalog, node, file, (name) => logs.has(name)) : false;
}

/** The file's package depends on the library; where no package is known, it may. */
function isInstalled(evaluator: Evaluator, library: Library, file: SourceFile): boolean {
  const found = evaluator.surroundings.packageOf?.(file.path);
  return !found || library.definition.modules.some((name) => found.dependencies.has(name));
}

function isNamed(catalog: Catalog, node: CallNode, file: SourceFile, isWanted: (name: string) => boolean): boolean {
  let current: Node = node;
  for (;;) {
    if (current.type !== 'CallExpression') return current.type === 'TaggedTemplateExpression' || current.type === 'NewExpression';
    const callee = bare(current.callee);
    if (callee.type === 'Identifier') return isWanted(callee.name) || catalog.hints(callee.name).length > 0 || mayHoldLibrary(catalog, callee, file);
    if (callee.type !== 'MemberExpression') return true;
    const name = keyName(callee);
    // A handle may itself be called: `this.knex('orders')`.
    if (name === undefined || ((isWanted(name) || catalog.hints(name).length > 0) && !isOnArray(name, current))) return true;
    current = bare(callee.object);
  }
}

const ARRAY_METHODS = new Set(['map', 'flatMap', 'filter', 'forEach', 'find', 'findLast', 'findIndex', 'some', 'every', 'reduce', 'sort']);

/** `orders.find((order) => …)`: only arrays take a function there. */
function isOnArray(name: string, call: TSESTree.CallExpression): boolean {
  return ARRAY_METHODS.has(name) && call.arguments[0] !== undefined && isFunction(bare(call.arguments[0]));
}

/** What a library made or exported may be called by any name; a function of the project is no fact by itself. */
function mayHoldLibrary(catalog: Catalog, name: TSESTree.Identifier, file: SourceFile): boolean {
  const definition = file.scopes.variableAt(name, name.name)?.defs[0];
  switch (definition?.type) {
    case undefined:
    case 'FunctionName':
    case 'ClassName':
      return false;
    case 'ImportBinding':
      return definition.parent?.type !== 'ImportDeclaration' || catalog.librariesAt(definition.parent.source.value).length > 0;
    case 'Variable':
      return !(definition.node.type === 'VariableDeclarator' && isFunction(definition.node.init));
    default:
      return true;
  }
}
