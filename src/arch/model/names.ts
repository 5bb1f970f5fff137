import { nameOf } from '../files/paths.ts';

/** Folders that only hold others: they tell nothing apart. */
const HOLDERS = new Set(['src', 'modules', 'features', 'domains', 'contexts', 'packages', 'apps', 'libs', 'services']);

/** A module's folder, relative to the root, and the name it was given, if any. */
export interface Named {
  readonly path: string;
  readonly name: string | undefined;
}

/**
 * A name for each module: the one it was given, else its folder's. Folders of one name in two packages are told apart
 * by what stands above them: `web/billing`, `api/billing`.
 * @returns the names in order, and the positions of those whose given name another module has too
 */
export function distinctNames(modules: readonly Named[]): { readonly names: readonly string[]; readonly taken: ReadonlySet<number> } {
  const names = modules.map(({ path, name }) => name ?? nameOf(path));
  const given = new Map<string, number>();
  const taken = new Set<number>();
  modules.forEach(({ name }, i) => {
    if (name === undefined) return;
    if (given.has(name)) taken.add(i);
    given.set(name, i);
  });
  for (let length = 2; ; length += 1) {
    const crowded = positionsOfSharedNames(names).filter((i) => modules[i]?.name === undefined);
    if (crowded.length === 0) break;
    let moved = false;
    for (const i of crowded) {
      const longer = tailOf(modules[i]?.path ?? '', length);
      moved ||= longer !== names[i];
      names[i] = longer;
    }
    if (moved) continue;
    for (const i of crowded) names[i] = modules[i]?.path ?? '';
    break;
  }
  return { names, taken };
}

function positionsOfSharedNames(names: readonly string[]): number[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return names.flatMap((name, i) => ((counts.get(name) ?? 0) > 1 ? [i] : []));
}

/** The last names of a path that tell something. */
function tailOf(path: string, length: number): string {
  const segments = path.split('/');
  const telling = segments.filter((segment, i) => i === segments.length - 1 || !HOLDERS.has(segment));
  return telling.slice(-length).join('/');
}
