import { Minimatch } from 'minimatch';
import type { Call, Export } from '../libraries/index.ts';
import type { Catalog } from './catalog.ts';
import type { CallNode } from './calls.ts';
import { bare, keyName } from './tree.ts';
import type { Node } from './types.ts';

// Most calls of a file cannot be facts, by their name alone. Asking that first costs nothing; following a value does.

/** The names by which pages know a call that is a fact. */
interface Names {
  readonly facts: ReadonlySet<string>;
  readonly logs: ReadonlySet<string>;
  /** Whether a project's own class may call a member of a library so. */
  isMember(name: string): boolean;
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
  const patterns = catalog.libraries.flatMap(({ definition }) => (definition.memberNames ?? []).map((pattern) => new Minimatch(pattern)));
  const answers = new Map<string, boolean>();
  return {
    facts,
    logs,
    isMember(name) {
      let answer = answers.get(name);
      if (answer === undefined) answers.set(name, (answer = patterns.some((pattern) => pattern.match(name))));
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
export function mayBeFact(catalog: Catalog, node: CallNode): boolean {
  const { facts, isMember } = namesOf(catalog);
  return isNamed(catalog, node, (name) => facts.has(name) || isMember(name));
}

/** Whether a call, or a method that is handed on, may be a log call. */
export function mayBeLog(catalog: Catalog, node: Node): boolean {
  const { logs } = namesOf(catalog);
  if (node.type === 'MemberExpression') return logs.has(keyName(node) ?? '');
  return node.type === 'CallExpression' || node.type === 'TaggedTemplateExpression' ? isNamed(catalog, node, (name) => logs.has(name)) : false;
}

function isNamed(catalog: Catalog, node: CallNode, isWanted: (name: string) => boolean): boolean {
  let current: Node = node;
  for (;;) {
    if (current.type !== 'CallExpression') return current.type === 'TaggedTemplateExpression' || current.type === 'NewExpression';
    const callee = bare(current.callee);
    if (callee.type !== 'MemberExpression') return true;
    const name = keyName(callee);
    // A handle may itself be called: `this.knex('orders')`.
    if (name === undefined || isWanted(name) || catalog.hints(name).length > 0) return true;
    current = bare(callee.object);
  }
}
