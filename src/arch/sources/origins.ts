import type { Tree } from '../files/tree.ts';
import type { Resolution } from '../types.ts';
import { exportsOf, type ExportKind, type Exports } from './exports.ts';
import type { Sources } from './sources.ts';

/** Where a name really stands. */
export interface Origin {
  /** Absolute path of the file that declares it. */
  readonly path: string;
  readonly kind: ExportKind;
  /** The files that hand it on, the first asked first. */
  readonly through: readonly string[];
}

/** What a file exports, and whence. */
export interface Origins {
  /** Where a name that a file exports is declared; the file itself where that cannot be told. */
  originOf(path: string, name: string): Origin;
  /** Every name that a file exports, with what it is. */
  namesOf(path: string): ReadonlyMap<string, ExportKind>;
}

/**
 * Follows exports through the files that hand them on.
 * @param resolve where a specifier leads from a file
 */
export function originsIn(tree: Tree, sources: Sources, resolve: (from: string, specifier: string) => Resolution): Origins {
  const read = (path: string): Exports | undefined =>
    tree.derived(`exports ${path}`, () => {
      tree.memory.dependOn(path);
      const source = sources.read(path);
      return source && exportsOf(source.program);
    });
  const leadsTo = (from: string, specifier: string): string | undefined => {
    const resolution = resolve(from, specifier);
    return resolution.status === 'file' ? resolution.path : undefined;
  };

  const find = (path: string, name: string, through: readonly string[]): Origin | undefined => {
    if (through.includes(path)) return undefined;
    const exports = read(path);
    const exported = exports?.names.get(name);
    if (exported !== undefined) {
      const { from, kind } = exported;
      const target = from && leadsTo(path, from.specifier);
      if (from === undefined || target === undefined) return { path, kind, through };
      const further = from.name === '*' ? undefined : find(target, from.name, [...through, path]);
      const origin = further ?? { path: target, kind: 'unknown', through: [...through, path] };
      return from.isType ? { ...origin, kind: 'type' } : origin;
    }
    for (const star of name === 'default' ? [] : (exports?.stars ?? [])) {
      const target = leadsTo(path, star.specifier);
      const origin = target === undefined ? undefined : find(target, name, [...through, path]);
      if (origin !== undefined) return star.isType ? { ...origin, kind: 'type' } : origin;
    }
    return undefined;
  };

  const collect = (path: string, seen: Set<string>, names: Map<string, ExportKind>): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const exports = read(path);
    for (const [name, { kind, from }] of exports?.names ?? []) {
      if (names.has(name)) continue;
      names.set(name, from === undefined || kind !== 'unknown' ? kind : (find(path, name, [])?.kind ?? kind));
    }
    for (const { specifier, isType } of exports?.stars ?? []) {
      const target = leadsTo(path, specifier);
      if (target === undefined) continue;
      const inner = new Map<string, ExportKind>();
      collect(target, seen, inner);
      for (const [name, kind] of inner) if (name !== 'default' && !names.has(name)) names.set(name, isType ? 'type' : kind);
    }
  };

  return {
    originOf: (path, name) => find(path, name, []) ?? { path, kind: 'unknown', through: [] },
    namesOf: (path) => {
      const names = new Map<string, ExportKind>();
      collect(path, new Set(), names);
      return names;
    },
  };
}
