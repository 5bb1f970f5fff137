import { folderOf, relativeTo, under } from '../files/paths.ts';
import { byCodeUnit } from '../files/tree.ts';
import { listed } from '../law/wording.ts';
import { manifestIn } from '../model/packages.ts';
import type { TsConfig } from '../resolver/tsconfig.ts';
import { tsConfigOf } from '../resolver/tsconfigs.ts';
import type { State } from '../state.ts';
import type { Diagnostic } from '../types.ts';
import type { Walked } from '../files/walk.ts';

/** What the check survived: links to nothing, aliases to folders that are gone, packages that are not installed. */
export function diagnosticsOf(state: State, walked: Walked): Diagnostic[] {
  const shown = (path: string): string => relativeTo(state.root, path) ?? path;
  const configs = new Map<string, TsConfig>();
  for (const path of walked.files) {
    const config = tsConfigOf(state.tree, path);
    if (config !== undefined) configs.set(config.path, config);
  }
  const found = [
    ...walked.dangling.map((path) => ({ file: shown(path), message: `The link \`${shown(path)}\` leads to nothing.`, next: 'Take it away, or put back what it leads to; it was left out.' })),
    ...brokenManifests(state, walked, shown),
    ...[...configs.values()].flatMap((config) => goneFolders(state, config, shown)),
    ...missingPackages([...configs.values()], shown),
  ];
  const unique = new Map(found.map((one) => [one.message, one]));
  return [...unique.values()].sort((a, b) => byCodeUnit(a.file, b.file) || byCodeUnit(a.message, b.message));
}

type Placed = Diagnostic & { readonly file: string };

/** A `package.json` that cannot be read names no workspace and no package: what they would lead to is not found. */
function brokenManifests(state: State, { folders }: Walked, shown: (path: string) => string): Placed[] {
  return folders.flatMap((folder) => {
    if (!folder.files.has('package.json') || manifestIn(state.tree, folder.path) !== undefined) return [];
    const file = shown(under(folder.path, 'package.json'));
    return [{ file, message: `\`${file}\` is no JSON object.`, next: 'Correct it: the workspaces, packages and imports that it names are unknown.' }];
  });
}

function goneFolders(state: State, { aliases, aliasesFrom }: TsConfig, shown: (path: string) => string): Placed[] {
  return aliases.flatMap(({ pattern, targets }) => {
    const isThere = targets.some((target) => {
      const star = target.indexOf('*');
      const path = star < 0 ? target : folderOf(target.slice(0, star + 1));
      return state.tree.folder(path) !== undefined || (star < 0 && state.resolver.resolve(aliasesFrom, { form: 'import', specifier: pattern }).status !== 'package' && isFound(state, aliasesFrom, pattern));
    });
    if (isThere) return [];
    const file = shown(aliasesFrom);
    const gone = targets.map((target) => `\`${shown(target)}\``).join(', ');
    return [{ file, message: `The alias \`${pattern}\` in \`${file}\` leads to ${gone}, which is not there.`, next: 'Correct the entry in `paths`, or take it out; what is imported through it cannot be judged.' }];
  });
}

function isFound(state: State, from: string, specifier: string): boolean {
  return state.resolver.resolve(from, { form: 'import', specifier }).status === 'file';
}

/** In a fresh clone every tsconfig lacks the same few packages: each is named once. */
function missingPackages(configs: readonly TsConfig[], shown: (path: string) => string): Placed[] {
  const byName = new Map<string, string[]>();
  for (const { path, missing } of configs) for (const name of missing) byName.set(name, [...(byName.get(name) ?? []), shown(path)]);
  return [...byName].map(([name, unsorted]) => {
    const files = [...new Set(unsorted)].sort(byCodeUnit);
    return {
      file: files[0] ?? '',
      message: `${listed(files)} ${files.length > 1 ? 'extend' : 'extends'} \`${name}\`, which is not installed.`,
      next: 'Install the packages; aliases that it may define are unknown until then.',
    };
  });
}
