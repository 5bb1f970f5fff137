import type { Module } from '../types.ts';
import type { ExportKind } from '../sources/exports.ts';
import type { ContractBook, ContractPage } from './contract-book.ts';
import { inModule, listed, quoted } from './wording.ts';

/** A name that is used, with what it is. */
export interface UsedName {
  readonly name: string;
  readonly kind: ExportKind;
  /** Only its type is used. */
  readonly asType: boolean;
}

/** Who asks for the way. */
export interface Asking {
  readonly root: string;
  /** A module can listen to another's events; a script cannot. */
  readonly canListen: boolean;
}

/** The way out of a reference into a module: what to do instead, and where. */
export interface WayOut {
  readonly text: string;
  /** Every name stands in this contract file, as the same kind of thing. */
  readonly contractFile?: string;
}

const SHAREABLE: ReadonlySet<ExportKind> = new Set<ExportKind>(['type', 'enum']);

/**
 * What to do instead of using a module's internals.
 * @param names what is used; empty where it is all of a file or only that it runs
 */
export function wayIntoModule(book: ContractBook, module: Module, names: readonly UsedName[], { root, canListen }: Asking): WayOut {
  const page = book.of(module);
  const shown = (path: string): string => quoted(inModule(module, path, root));
  const isPlural = names.length > 1;
  const them = isPlural ? 'them' : 'it';
  const file = fileWithAll(page, names);
  if (file !== undefined) return { text: `${shown(file)} exports ${them}: import ${them} from there.`, contractFile: file };
  if (page.files.length === 0) {
    const created = shown(book.fileToCreate(module));
    return { text: `${quoted(module.name)} has no contract: create ${created} with ${contentFor(names, canListen)}.` };
  }
  return { text: wayByContract(page, names, shown, canListen ? module : undefined, module) };
}

function wayByContract(page: ContractPage, names: readonly UsedName[], shown: (path: string) => string, listener: Module | undefined, module: Module): string {
  const target = page.files.find((path) => /(?:^|[/.])contract(?=[/.])/.test(path.slice(module.path.length))) ?? page.files[0] ?? module.path;
  if (names.length === 0) return `Import what you need from ${shown(target)}.`;
  const missing = names.filter(({ name }) => !page.names.has(name));
  const them = missing.length > 1 ? 'them' : 'it';
  const [event] = page.events;
  if (missing.length === 0) return `The contract has ${names.length > 1 ? 'things of these names' : 'one of this name'}, but of another kind: use what ${shown(page.names.get(names[0]?.name ?? '')?.file ?? target)} offers.`;
  const there = names.filter(({ name }) => page.names.has(name)).map(({ name }) => name);
  if (there.length > 0) {
    const rest = wayByContract({ ...page, names: new Map() }, missing, shown, listener, module);
    return `${shown(page.names.get(there[0] ?? '')?.file ?? target)} exports ${listed(there)}. As for ${listed(missing.map(({ name }) => name))}: ${rest.charAt(0).toLowerCase()}${rest.slice(1)}`;
  }
  if (missing.every((one) => one.asType && one.kind === 'class')) return `Declare ${missing.length > 1 ? 'their types' : 'its type'} in ${shown(target)} and import ${them} from there.`;
  if (missing.every(isType)) return `Move ${them} to ${shown(target)} and import ${them} from there.`;
  const listen = listener === undefined ? `move what needs ${them} into ${quoted(module.name)}` : event === undefined ? `let ${quoted(module.name)} publish an event in ${shown(target)} and listen to it` : `listen to ${quoted(event.name)} from ${shown(event.file)}`;
  if (missing.every(({ kind }) => kind === 'constant' || kind === 'unknown' || SHAREABLE.has(kind))) {
    return `If ${missing.length > 1 ? 'they are constants, schemas or types' : 'it is a constant, a schema or a type'}, move ${them} to ${shown(target)}; else ${listen}.`;
  }
  return `A contract shares no behaviour: ${listen}.`;
}

function isType({ kind, asType }: UsedName): boolean {
  return asType || SHAREABLE.has(kind);
}

function contentFor(names: readonly UsedName[], canListen: boolean): string {
  if (names.length === 0) return 'what others may use';
  if (names.every(isType)) return names.length > 1 ? 'these types' : `the type ${quoted(names[0]?.name ?? '')}`;
  if (names.every(({ kind }) => kind === 'function' || kind === 'class')) return canListen ? 'an event that others listen to' : 'what others may use';
  return 'the types, constants and events that others may use';
}

function fileWithAll(page: ContractPage, names: readonly UsedName[]): string | undefined {
  if (names.length === 0) return undefined;
  const [first] = names;
  const file = first && page.names.get(first.name)?.file;
  const isThere = ({ name, kind, asType }: UsedName): boolean => {
    const offered = page.names.get(name);
    return offered !== undefined && offered.file === file && isSameKind(asType ? 'type' : kind, offered.kind);
  };
  return names.every(isThere) ? file : undefined;
}

/** A type can be taken from whatever is also a type; a value only from what is the same sort of value. */
function isSameKind(used: ExportKind, offered: ExportKind): boolean {
  if (used === 'type') return offered === 'type' || offered === 'enum' || offered === 'class';
  if (used === 'unknown') return offered !== 'type';
  return used === offered;
}
