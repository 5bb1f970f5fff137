import type { Module, Outlook } from '../arch/index.ts';
import type { TableTie } from '../facts/index.ts';
import type { Declared, Ownership } from './types.ts';

/** A name of the user's, as messages show it. */
export function quoted(name: string): string {
  return `\`${name}\``;
}

/** `a`, `b` and 2 more. */
export function listed(names: readonly string[], most = 4): string {
  const shown = names.slice(0, names.length > most ? most - 1 : most).map(quoted);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

/** One use of a table of another module, in words. */
export interface Told {
  readonly outlook: Outlook;
  readonly from: Module;
  readonly owner: Module;
  readonly ownership: Ownership;
  /** As the code names it. */
  readonly name: string;
  readonly tie: TableTie | 'declares';
  readonly effect: 'read' | 'write';
}

/** What the code does, whose the table is and how that is known, and the way out. */
export function foreignMessage(told: Told): string {
  return `${quoted(told.from.name)} may not ${verbOf(told)} ${quoted(told.owner.name)}'s tables: ${whence(told)}. ${wayOut(told)}`;
}

function verbOf({ tie, effect }: Told): string {
  switch (tie) {
    case 'join':
      return 'join';
    case 'relation':
      return 'have relations with';
    case 'foreign-key':
      return 'have foreign keys on';
    case 'migration':
      return 'change';
    case 'declares':
      return 'declare';
    default:
      return effect === 'write' ? 'write to' : 'query';
  }
}

function whence({ outlook, ownership, name }: Told): string {
  const declared = ownership.is === 'module' || ownership.is === 'nobody' || ownership.is === 'shared' ? ownership.declared : undefined;
  const table = declared?.table;
  const what = table !== undefined && table !== name ? `${quoted(name)} is the table ${quoted(table)}, which` : quoted(name);
  if (ownership.is === 'module' && ownership.isConfigured) return `${what} is its own by \`tables\` in ${quoted(outlook.configFile ?? 'fortress.config.ts')}`;
  if (declared === undefined) return `${what} is its own`;
  return declared.isTold ? `${what} is its own by \`@module\` in ${quoted(outlook.shown(declared.path))}` : `${what} is declared in ${quoted(outlook.shown(declared.path))}`;
}

function wayOut({ outlook, owner, from, tie, effect }: Told): string {
  const [event] = outlook.eventsOf(owner);
  switch (tie) {
    case 'relation':
    case 'foreign-key':
      return 'Keep its id in a plain column, without a reference.';
    case 'migration':
    case 'declares':
      return `Move this into ${quoted(owner.name)}.`;
    default:
      if (effect === 'write') return `Only ${quoted(owner.name)} writes to them: publish an event that it listens to.`;
      if (event === undefined) return `Let ${quoted(owner.name)} publish an event in its contract, listen to it, and keep what you need in a table of ${quoted(from.name)}.`;
      return `Listen to ${quoted(event.name)} from ${quoted(event.file)}, and keep what you need in a table of ${quoted(from.name)}.`;
  }
}

/** A module that writes to reference data. */
export function sharedMessage(outlook: Outlook, from: Module, name: string, tie: TableTie | 'declares'): string {
  const does = tie === 'migration' ? 'change' : 'write to';
  return `${quoted(from.name)} may not ${does} ${quoted(name)}: it is \`shared\` by \`tables\` in ${quoted(outlook.configFile ?? 'fortress.config.ts')}, so modules only read it. Do this in a migration outside the modules, or give the table to ${quoted(from.name)}.`;
}

/** A table that two modules say is theirs. */
export function severalMessage(outlook: Outlook, name: string, here: Declared, other: Declared): string {
  const one = here.owner?.name ?? '';
  const two = other.owner?.name ?? '';
  return `${quoted(name)} has two owners: ${quoted(one)} declares it here, and ${quoted(two)} in ${quoted(outlook.shown(other.path))}. Let one of them own it and tell the other by events, or name the owner as \`tables\` in ${quoted(outlook.configFile ?? 'fortress.config.ts')}.`;
}
