import type { Module, Place, Reference, Resolution } from '../types.ts';
import type { Origin } from '../sources/origins.ts';
import { inModule, listed, quoted, taken } from './wording.ts';

/** A name that a reference takes, with where it really stands. */
export interface TracedName {
  readonly name: string;
  readonly origin: Origin;
}

/** What a sentence about a reference needs. */
export interface Told {
  readonly root: string;
  readonly from: Place;
  /** The referring file, relative to the root. */
  readonly file: string;
  readonly reference: Reference;
  readonly resolution: Resolution;
  readonly names: readonly TracedName[];
  /** The file or folder that is judged; absolute. */
  readonly target: string;
  /** How many further files a glob matches in the module. */
  readonly alsoMatched: number;
  readonly placeOf: (path: string) => Place;
}

/** Who refers, as the subject of a sentence. */
export function subject({ from, file }: Pick<Told, 'from' | 'file'>, module: Module | undefined): string {
  if (module !== undefined) return quoted(module.name);
  return from.zone === 'root' ? 'The composition root' : quoted(file);
}

/** What is taken, from which file, and through which others: `Invoice` comes from `billing/db.ts` through `billing/index.ts`. */
export function whatAndWhence(told: Told): string {
  const { reference, resolution, names, target } = told;
  const path = (one: string): string => quoted(shownPath(told, one));
  const alias = 'via' in resolution && resolution.via !== undefined ? ` through ${quoted(resolution.via)}` : '';
  if (resolution.status === 'files') return `the pattern matches ${path(target)}${told.alsoMatched > 0 ? ` and ${told.alsoMatched} more of its files` : ''}`;
  if (resolution.status === 'folder') return `the path leads into ${quoted(`${shownPath(told, target).replace(/\/$/, '')}/`)}${alias}`;
  const origins = [...new Set(names.map(({ origin }) => origin.path))];
  if (origins.length !== 1 || names.length === 0) {
    const what = taken(reference.names);
    if (reference.names.includes('*')) return `it takes all of ${path(target)}${alias}`;
    if (what === undefined) return `${reference.form === 'mock' ? 'it mocks' : 'it uses'} ${path(target)}${alias}`;
    return `${what.text} ${what.isPlural ? 'come' : 'comes'} from ${path(target)}${alias}`;
  }
  const [first] = names;
  const way = ['via' in resolution ? (resolution.via ?? '') : '', ...(first?.origin.through ?? []).map((one) => shownPath(told, one))].filter(Boolean);
  const what = taken(reference.names) ?? { text: 'it', isPlural: false };
  const through = way.length > 0 ? ` through ${listed(way, 4)}` : '';
  return `${what.text} ${what.isPlural ? 'come' : 'comes'} from ${path(first?.origin.path ?? target)}${through}`;
}

/** A path as messages show it: within its module, or from the root. */
export function shownPath({ root, placeOf }: Pick<Told, 'root' | 'placeOf'>, path: string): string {
  const { module } = placeOf(path);
  return module === undefined ? (path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path) : inModule(module, path, root);
}
