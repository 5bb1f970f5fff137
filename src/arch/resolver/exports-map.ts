/** Conditions that always hold. */
const ALWAYS = new Set(['default']);

/**
 * Where a package's `exports` or `imports` send a subpath, as Node does it.
 * @param map the value of the field
 * @param subpath `.`, `./sub/path` or `#name`
 * @param conditions the conditions that hold; `default` always does
 * @returns targets in the order in which they are tried; none where the map blocks the subpath
 */
export function exportTargets(map: unknown, subpath: string, conditions: readonly string[]): string[] {
  const holding = new Set(conditions);
  const entries = entriesOf(map);
  if (entries === undefined) return subpath === '.' ? targetsOf(map, '', holding) : [];
  if (Object.hasOwn(entries, subpath) && !subpath.includes('*')) return targetsOf(entries[subpath], '', holding);
  const best = Object.keys(entries)
    .filter((key) => matchOf(key, subpath) !== undefined)
    .sort(bySpecificity)[0];
  return best === undefined ? [] : targetsOf(entries[best], matchOf(best, subpath) ?? '', holding);
}

/**
 * Every file that a map could send a subpath to: whatever the conditions, for the source may be under any name, and also
 * where a closer entry blocks it.
 */
export function allTargets(map: unknown, subpath: string): string[] {
  const entries = entriesOf(map);
  if (entries === undefined) return subpath === '.' ? targetsOf(map, '', ANY) : [];
  const keys = Object.keys(entries).filter((key) => key === subpath || matchOf(key, subpath) !== undefined);
  return keys.sort(bySpecificity).flatMap((key) => targetsOf(entries[key], key === subpath ? '' : (matchOf(key, subpath) ?? ''), ANY));
}

const ANY: ReadonlySet<string> = new Set(['*']);

function entriesOf(map: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof map !== 'object' || map === null || Array.isArray(map)) return undefined;
  const keys = Object.keys(map);
  return keys.length > 0 && keys.every((key) => key.startsWith('.') || key.startsWith('#')) ? (map as Record<string, unknown>) : undefined;
}

/** What the `*` of a key stands for; the empty text for a folder key that ends in `/`. */
function matchOf(key: string, subpath: string): string | undefined {
  const star = key.indexOf('*');
  if (star < 0) return key.endsWith('/') && subpath.startsWith(key) ? subpath.slice(key.length) : undefined;
  const [prefix, suffix] = [key.slice(0, star), key.slice(star + 1)];
  if (subpath.length < key.length || !subpath.startsWith(prefix) || !subpath.endsWith(suffix)) return undefined;
  return subpath.slice(prefix.length, subpath.length - suffix.length);
}

function bySpecificity(a: string, b: string): number {
  const lengthOf = (key: string): number => (key.includes('*') ? key.indexOf('*') + 1 : key.length);
  return lengthOf(b) - lengthOf(a) || b.length - a.length;
}

function targetsOf(target: unknown, matched: string, holding: ReadonlySet<string>): string[] {
  if (typeof target === 'string') return [target.endsWith('/') ? target + matched : target.replaceAll('*', matched)];
  if (Array.isArray(target)) return target.flatMap((one) => targetsOf(one, matched, holding));
  if (typeof target !== 'object' || target === null) return [];
  const any = holding.has('*');
  const found: string[] = [];
  for (const [condition, inner] of Object.entries(target)) {
    if (!any && !ALWAYS.has(condition) && !holding.has(condition.replace(/^types@.*/, 'types'))) continue;
    const targets = targetsOf(inner, matched, holding);
    if (any) found.push(...targets);
    else if (targets.length > 0 || inner === null) return targets;
  }
  return found;
}
