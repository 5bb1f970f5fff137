import { ConfigurationError } from '../error.ts';
import type { LoadedConfig } from '../config/load.ts';
import type { FortressConfig } from '../config/types.ts';
import { nearestTo } from '../config/nearest.ts';
import { relativeTo } from '../files/paths.ts';
import { placed } from '../files/positions.ts';
import { byCodeUnit, type Tree } from '../files/tree.ts';
import { matches } from '../patterns/expand.ts';
import { PatternSet, type PatternSource } from '../patterns/pattern-set.ts';
import { isNegative } from '../patterns/segments.ts';
import type { Module } from '../types.ts';
import { conventionsOf, type Conventions } from './conventions.ts';
import { conventionalModules, configuredModules, type Modules } from './modules.ts';
import { Places, type ZoneClaim } from './places.ts';

/** What a project consists of: who owns which path. */
export interface Model {
  readonly config: FortressConfig;
  readonly loaded: LoadedConfig | undefined;
  /** By path. */
  readonly modules: readonly Module[];
  readonly places: Places;
}

/**
 * Works out the model from the configuration and the folders.
 * @param loaded `undefined` where conventions rule
 * @throws ConfigurationError
 */
export function readModel(tree: Tree, loaded: LoadedConfig | undefined): Model {
  const config = loaded?.config ?? {};
  const conventions = conventionsOf(tree);
  const modules = loaded?.config.modules === undefined ? conventionalModules(tree, conventions.modules, config.contract) : configuredModules(tree, loaded);
  const exists = (path: string): boolean => tree.folder(`${tree.root}/${path}`) !== undefined || tree.file(`${tree.root}/${path}`) !== undefined;
  const zones = new PatternSet<ZoneClaim>(zoneSources(config, conventions), exists);
  if (loaded !== undefined) checkZones(tree, zones, loaded);
  const tests = new PatternSet<undefined>((config.tests ?? conventions.tests).map((pattern) => ({ pattern, data: undefined })), exists);
  const sorted = [...modules.byFolder.values()].map(({ module }) => module).sort((a, b) => byCodeUnit(a.path, b.path));
  if (loaded !== undefined) checkTables(loaded, tree.root, sorted);
  return { config, loaded, modules: sorted, places: new Places({ root: tree.root, modules, zones, tests, slices: config.slices, configFile: loaded && relativeTo(tree.root, loaded.path) }) };
}

function zoneSources(config: FortressConfig, conventions: Conventions): PatternSource<ZoneClaim>[] {
  const sources = (zone: ZoneClaim['zone'], key: 'shared' | 'compositionRoot', filesOnly: boolean): PatternSource<ZoneClaim>[] => {
    const configured = config[key];
    if (configured !== undefined) return configured.map((pattern, index) => ({ pattern, data: { zone, key, index, isConfigured: true } }));
    return conventions[key].map((pattern, index) => ({ pattern, data: { zone, key, index, isConfigured: false }, filesOnly }));
  };
  return [...sources('shared', 'shared', false), ...sources('root', 'compositionRoot', true)];
}

/** A pattern that matches nothing is a layout that has moved on: what it was to guard is guarded no more. */
function checkZones(tree: Tree, zones: PatternSet<ZoneClaim>, loaded: LoadedConfig): void {
  const { config } = loaded;
  const open = new Set<string>();
  for (const key of ['shared', 'compositionRoot'] as const) {
    config[key]?.forEach((pattern, index) => {
      if (!isNegative(pattern)) open.add(`${key}\0${index}`);
    });
  }
  if (open.size === 0) return;
  for (const { claims } of matches(tree, zones)) {
    for (const { data } of claims) if (data.isConfigured) open.delete(`${data.key}\0${data.index}`);
    if (open.size === 0) return;
  }
  for (const entry of open) {
    const [key, index] = entry.split('\0') as ['shared' | 'compositionRoot', string];
    const shown = relativeTo(tree.root, loaded.path) ?? loaded.path;
    const place = placed(shown, loaded.text, loaded.offsetOf([key, Number(index)]));
    const message = `\`${key}\` names \`${config[key]?.[Number(index)] ?? ''}\`, but nothing is there.`;
    throw new ConfigurationError(message, 'Correct the pattern, or take it out; patterns are relative to the root of the project.', place);
  }
}

function checkTables(loaded: LoadedConfig, root: string, modules: readonly Module[]): void {
  const names = [...modules.map(({ name }) => name), 'shared'];
  for (const [table, owner] of Object.entries(loaded.config.tables ?? {})) {
    if (names.includes(owner)) continue;
    const nearest = nearestTo(owner, names);
    const place = placed(relativeTo(root, loaded.path) ?? loaded.path, loaded.text, loaded.offsetOf(['tables', table]));
    const next = nearest === undefined ? 'Name a module, or `shared`.' : `Did you mean \`${nearest}\`?`;
    throw new ConfigurationError(`\`tables\` gives \`${table}\` to \`${owner}\`, which is no module.`, next, place);
  }
}

export type { Modules };
