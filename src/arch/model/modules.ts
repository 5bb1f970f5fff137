import { ConfigurationError } from '../error.ts';
import type { LoadedConfig } from '../config/load.ts';
import type { ModuleConfig } from '../config/types.ts';
import { nameOf, relativeTo } from '../files/paths.ts';
import { placed } from '../files/positions.ts';
import { byCodeUnit, type Tree } from '../files/tree.ts';
import { hasSources, matches } from '../patterns/expand.ts';
import { PatternSet, type Claim } from '../patterns/pattern-set.ts';
import { isNegative } from '../patterns/segments.ts';
import type { Module } from '../types.ts';
import { CONTRACT_PATTERNS } from './conventions.ts';
import { distinctNames } from './names.ts';
import { rankOf, type Rank } from './ranks.ts';

/** A module and how strongly its pattern claims its folder. */
export interface ModuleEntry {
  readonly module: Module;
  readonly rank: Rank;
  /** The pattern that found it. */
  readonly pattern: string;
  /** The configuration names it; conventions do not reach inside. */
  readonly isConfigured: boolean;
}

/** One entry of `modules`, with where it stands. */
interface Entry {
  readonly setting: ModuleConfig;
  readonly index: number;
}

/** The modules of a project, by folder, and the patterns that find them. */
export interface Modules {
  readonly byFolder: ReadonlyMap<string, ModuleEntry>;
  /** Tells what would be a module if it were there. */
  readonly patterns: PatternSet<unknown>;
}

/** The modules that conventions find. */
export function conventionalModules(tree: Tree, patterns: readonly string[], contract: readonly string[] | undefined): Modules {
  const set = new PatternSet(patterns.map((pattern) => ({ pattern, data: { setting: { path: pattern }, index: 0 } satisfies Entry, eachFolder: true })));
  return { byFolder: found(tree, set, contract, false, () => undefined), patterns: set };
}

/**
 * The modules that the configuration names.
 * @throws ConfigurationError where a pattern finds nothing, two find the same folder, or a name stands for several
 */
export function configuredModules(tree: Tree, loaded: LoadedConfig): Modules {
  const { modules = [], contract } = loaded.config;
  const shown = relativeTo(tree.root, loaded.path) ?? loaded.path;
  const placeOf = (index: number): string => placed(shown, loaded.text, loaded.offsetOf(['modules', index]));
  const entries = modules.map((one, index): Entry => ({ setting: typeof one === 'string' ? { path: one } : one, index }));
  for (const { setting, index } of entries) rejectAnyDepth(setting.path, placeOf(index));
  const set = new PatternSet(
    entries.map((entry) => ({ pattern: entry.setting.path, data: entry, eachFolder: true })),
    (path) => tree.folder(`${tree.root}/${path}`) !== undefined,
  );
  const used = new Set<number>();
  const byFolder = found(tree, set, contract, true, (index) => {
    used.add(index);
    return placeOf(index);
  });
  for (const { setting, index } of entries) {
    if (used.has(index) || isNegative(setting.path)) continue;
    const message = `\`modules\` names \`${setting.path}\`, but no folder with source files is there.`;
    throw new ConfigurationError(message, 'Correct the pattern, or take it out; patterns are relative to the root of the project.', placeOf(index));
  }
  return { byFolder, patterns: set };
}

function rejectAnyDepth(pattern: string, place: string): void {
  if (!/(?:^|\/)\*\*\/?$/.test(pattern) || isNegative(pattern)) return;
  const parent = pattern.replace(/\/?\*\*\/?$/, '');
  throw new ConfigurationError(`\`modules\` names \`${pattern}\`, which makes a module of every folder at any depth.`, `Write \`${parent === '' ? '*' : `${parent}/*`}\`.`, place);
}

function found(
  tree: Tree,
  set: PatternSet<Entry>,
  contract: readonly string[] | undefined,
  isConfigured: boolean,
  use: (index: number) => string | undefined,
): Map<string, ModuleEntry> {
  const winners = new Map<string, Claim<Entry>>();
  for (const { path, isFolder, claims } of matches(tree, set)) {
    if (!isFolder || !hasSources(tree, path)) continue;
    const places = claims.map((claim) => use(claim.data.index));
    winners.set(path, strongest(claims, relativeTo(tree.root, path) ?? path, places));
  }
  const folders = [...winners.keys()].sort(byCodeUnit);
  const names = distinctNames(folders.map((path) => ({ path: relativeTo(tree.root, path) ?? path, name: nameGiven(winners.get(path)) })));
  const entries = new Map<string, ModuleEntry>();
  folders.forEach((path, i) => {
    const claim = winners.get(path);
    if (claim === undefined) return;
    const { setting, index } = claim.data;
    const name = names.names[i] ?? nameOf(path);
    if (names.taken.has(i)) {
      throw new ConfigurationError(`Two modules are called \`${name}\`; one of them is \`${relativeTo(tree.root, path) ?? path}\`.`, 'Give each a `name` of its own.', use(index));
    }
    const module: Module = {
      name,
      path,
      contract: setting.contract ?? contract ?? CONTRACT_PATTERNS,
      ...(setting.owner === undefined ? {} : { owner: setting.owner }),
      open: setting.open ?? false,
    };
    entries.set(path, { module, rank: rankOf(claim.isLiteral, isConfigured), pattern: claim.pattern, isConfigured });
  });
  return entries;
}

function nameGiven(claim: Claim<Entry> | undefined): string | undefined {
  return claim?.data.setting.name;
}

/** A path is a stronger claim than a pattern: `src/modules/*` and `{ path: 'src/modules/billing', open: true }` go together. */
function strongest(claims: readonly Claim<Entry>[], shown: string, places: readonly (string | undefined)[]): Claim<Entry> {
  const literal = claims.filter(({ isLiteral }) => isLiteral);
  const best = literal.length > 0 ? literal : claims;
  const [first, second] = best;
  if (first === undefined) throw new Error(`No pattern claims ${shown}.`);
  if (second === undefined || second.data.index === first.data.index) return first;
  const message = `\`${shown}\` is claimed by \`${first.pattern}\` and by \`${second.pattern}\` in \`modules\`.`;
  throw new ConfigurationError(message, 'Take it out of one of them, or name its path exactly in one.', places[claims.indexOf(second)]);
}
