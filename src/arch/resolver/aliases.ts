import type { Alias, TsConfig } from './tsconfig.ts';

/** A way that `paths` offers for a specifier. */
export interface AliasMatch {
  readonly alias: Alias;
  /** Absolute, in the order in which they are tried. */
  readonly paths: readonly string[];
}

/** The entry of `paths` that fits a specifier, as TypeScript chooses it: the exact one, else the one with the longest part before the `*`. */
export function aliasFor(config: TsConfig, specifier: string): AliasMatch | undefined {
  let best: Alias | undefined;
  for (const alias of config.aliases) {
    if (alias.suffix === undefined) {
      if (alias.prefix === specifier) return { alias, paths: alias.targets };
    } else if (fits(alias, specifier) && (best === undefined || alias.prefix.length > best.prefix.length)) best = alias;
  }
  if (best === undefined) return undefined;
  const matched = specifier.slice(best.prefix.length, specifier.length - (best.suffix ?? '').length);
  return { alias: best, paths: best.targets.map((target) => target.replace('*', () => matched)) };
}

/** The entry whose part before the `*` the static beginning of a specifier has reached. */
export function aliasForPrefix(config: TsConfig, prefix: string): AliasMatch | undefined {
  let best: Alias | undefined;
  for (const alias of config.aliases) {
    if (alias.suffix === undefined || !prefix.startsWith(alias.prefix)) continue;
    if (best === undefined || alias.prefix.length > best.prefix.length) best = alias;
  }
  if (best === undefined) return undefined;
  const matched = prefix.slice(best.prefix.length);
  return { alias: best, paths: best.targets.map((target) => target.slice(0, Math.max(target.indexOf('*'), 0)) + matched) };
}

function fits(alias: Alias, specifier: string): boolean {
  const suffix = alias.suffix ?? '';
  return specifier.length >= alias.prefix.length + suffix.length && specifier.startsWith(alias.prefix) && specifier.endsWith(suffix);
}
