import { marked } from '../baseline/identity.ts';
import { isWithin, relativeTo } from '../files/paths.ts';
import { Lines } from '../files/positions.ts';
import { byCodeUnit } from '../files/tree.ts';
import { severityOf } from '../law/finding.ts';
import { inModule, quoted } from '../law/wording.ts';
import type { Court } from '../law/references.ts';
import { SLICE_FOLDERS } from '../model/conventions.ts';
import type { Finding, Module, Place } from '../types.ts';
import type { ReadFile } from './read-project.ts';
import { partFile, partOf, type SlicePart } from './slice-words.ts';

/** One slice, as far as it was read. */
interface Slice {
  readonly folder: string;
  readonly module: Module;
  readonly parts: Set<SlicePart>;
  /** Its first handler. */
  handler: { readonly path: string; readonly file: string } | undefined;
}

/** What a handler may not be without, and what goes there. */
const NEEDS = [
  { parts: ['logic', 'db'], lacks: 'neither', purpose: 'its rules' },
  { parts: ['schema'], lacks: 'no', purpose: 'what comes in and goes out' },
] as const;

/** Gathers slices while files are read, and finds those whose handler does everything. */
export class SliceStructure {
  readonly #court: Court;
  readonly #severity: Finding['severity'] | undefined;
  readonly #slices = new Map<string, Slice>();

  constructor(court: Court) {
    this.#court = court;
    this.#severity = severityOf('slice-structure', court.model.config.rules, undefined);
  }

  /** Takes note of which part of its slice a file is, and of the parts of the module that it uses. */
  add(file: ReadFile): void {
    const { path, place } = file;
    const folder = this.#severity === undefined || place.isTest ? undefined : sliceFolder(this.#court, place);
    const module = place.innerModule;
    const inside = folder === undefined ? undefined : relativeTo(folder, path);
    const shown = relativeTo(this.#court.root, path);
    if (folder === undefined || module === undefined || inside === undefined || shown === undefined) return;
    const slice: Slice = this.#slices.get(folder) ?? { folder, module, parts: new Set(), handler: undefined };
    this.#slices.set(folder, slice);
    const part = partOf(inside);
    if (part !== undefined) slice.parts.add(part);
    for (const shared of this.#partsUsed(file, folder)) slice.parts.add(shared);
    if (part !== 'handler' || (slice.handler !== undefined && byCodeUnit(slice.handler.file, shown) <= 0)) return;
    slice.handler = { path, file: shown };
  }

  /** What several slices share stands in the module, outside of them: `orders/db.ts`. What comes in with an event is described in a contract. */
  #partsUsed({ place, references }: ReadFile, folder: string): SlicePart[] {
    const { places } = this.#court.model;
    return references.flatMap(({ judged: { resolution } }) => {
      if (resolution.status !== 'file' || isWithin(resolution.path, folder)) return [];
      const { innerModule, isTest, isContract } = places.of(resolution.path);
      if (isContract) return ['schema'];
      const isOwn = innerModule !== undefined && innerModule === place.innerModule && !isTest;
      return (isOwn ? partOf(relativeTo(innerModule.path, resolution.path) ?? '') : undefined) ?? [];
    });
  }

  /** One finding for each slice that has a handler, but nothing behind it or no schema. A slice that only reads needs no logic. */
  findings(): Finding[] {
    const severity = this.#severity;
    if (severity === undefined) return [];
    return [...this.#slices.values()].flatMap(({ folder, module, parts, handler }) => {
      const missing = NEEDS.filter((need) => !need.parts.some((part) => parts.has(part)));
      if (handler === undefined || missing.length === 0) return [];
      const { file } = handler;
      const text = this.#court.resolver.tree.text(handler.path) ?? '';
      const { line: endLine, column: endColumn } = new Lines(text).at(text.search(/\r?\n|$/));
      const filesOf = (need: (typeof NEEDS)[number]): string[] => need.parts.map((part) => quoted(partFile(file, part)));
      const lacks = missing.map((need) => `${need.lacks} ${filesOf(need).join(' nor ')}`).join(', and ');
      const ways = missing.map((need) => `${need.purpose} into ${filesOf(need)[0] ?? ''}`).join(', ');
      const shown = relativeTo(this.#court.root, folder) ?? folder;
      const message = `The slice ${quoted(inModule(module, folder, this.#court.root))} has a handler, but ${lacks}: what it does can be tested only through a request. Move ${ways}.`;
      // The slice is what the finding is about, whatever its handler is called.
      return [marked({ rule: 'slice-structure', severity, file, line: 1, column: 1, endLine, endColumn, message, identity: { from: shown }, from: { module: module.name } })];
    });
  }
}

/** The folder of the slice; where modules are slices themselves, the module's. */
function sliceFolder({ model }: Court, { innerModule, slice, zone }: Place): string | undefined {
  if (innerModule === undefined || zone !== 'module') return undefined;
  if (slice !== undefined) return `${innerModule.path}/${slice}`;
  const above = innerModule.path.split('/').at(-2) ?? '';
  return model.config.slices === undefined && SLICE_FOLDERS.has(above) ? innerModule.path : undefined;
}
