import { folderOf, nameOf, relativeSpecifier, relativeTo } from '../files/paths.ts';
import { packageAt } from '../model/packages.ts';
import { allTargets } from '../resolver/exports-map.ts';
import type { Resolver } from '../resolver/resolver.ts';
import type { Alias } from '../resolver/tsconfig.ts';

const EXTENSION = /\.d\.[cm]?ts$|\.[cm]?[jt]sx?$/;

/** A specifier as it is, and where it leads by which alias. */
export interface Written {
  readonly specifier: string;
  readonly via: string | undefined;
}

/**
 * How a file would name another in the manner of a specifier that stands there: by the same alias or relatively, with
 * or without extension. Every proposal is looked up before it is made.
 * @returns `undefined` where no such specifier leads to the target
 */
export function specifierLike(resolver: Resolver, from: string, written: Written, target: string): string | undefined {
  for (const candidate of candidates(resolver, from, written, target)) {
    const resolution = resolver.resolve(from, { form: 'import', specifier: candidate });
    if (resolution.status === 'file' && resolution.path === target) return candidate;
  }
  return undefined;
}

function* candidates(resolver: Resolver, from: string, written: Written, target: string): Generator<string> {
  const { via } = written;
  const endings = endingsLike(written.specifier, target);
  if (via !== undefined) {
    const aliases = [...(resolver.configOf(from)?.aliases ?? [])].sort((a, b) => Number(b.pattern === via) - Number(a.pattern === via));
    for (const alias of aliases) for (const path of endings) yield* throughAlias(alias, path);
    if (via.startsWith('#')) yield* throughImports(resolver, from, target);
    else if (aliases.every(({ pattern }) => pattern !== via)) return yield* throughPackage(resolver, via, target, endings);
  }
  for (const path of endings) yield relativeSpecifier(folderOf(from), path);
}

/** The target's path as specifiers of that manner end: `.js` for `.ts`, `.ts` itself, nothing. */
function endingsLike(specifier: string, target: string): string[] {
  const extension = EXTENSION.exec(nameOf(target))?.[0] ?? '';
  const stem = target.slice(0, target.length - extension.length);
  const asked = EXTENSION.exec(specifier)?.[0];
  if (asked !== undefined && /ts/.test(asked)) return [target];
  const compiled = stem + extension.replace('.d.', '.').replace(/([cm]?)tsx?$/, '$1js');
  if (asked !== undefined) return [compiled];
  return stem.endsWith('/index') ? [stem.slice(0, -'/index'.length), stem, compiled] : [stem, compiled];
}

function* throughAlias(alias: Alias, path: string): Generator<string> {
  for (const target of alias.targets) {
    const star = target.indexOf('*');
    if (star < 0 || alias.suffix === undefined) {
      if (target.replace(EXTENSION, '') === path.replace(EXTENSION, '')) yield alias.pattern;
      continue;
    }
    const [before, after] = [target.slice(0, star), target.slice(star + 1)];
    const matched = [path, path.replace(EXTENSION, '')].find((one) => (one + after).startsWith(before) && one.length >= before.length);
    if (matched === undefined) continue;
    const inner = after !== '' && matched.endsWith(after) ? matched.slice(before.length, -after.length) : matched.slice(before.length);
    yield alias.prefix + inner + alias.suffix;
  }
}

function* throughImports(resolver: Resolver, from: string, target: string): Generator<string> {
  const manifest = packageAt(resolver.tree, folderOf(from));
  const map = manifest?.json['imports'];
  const inside = manifest && relativeTo(manifest.folder, target);
  if (inside === undefined || typeof map !== 'object' || map === null) return;
  for (const key of Object.keys(map)) yield* throughKey(map, key, inside);
}

function* throughPackage(resolver: Resolver, name: string, target: string, endings: readonly string[]): Generator<string> {
  const manifest = packageAt(resolver.tree, folderOf(target));
  const inside = manifest && relativeTo(manifest.folder, target);
  if (manifest?.name !== name || inside === undefined) return;
  const map = manifest.json['exports'];
  if (typeof map === 'object' && map !== null) {
    for (const key of Object.keys(map)) for (const subpath of throughKey(map, key, inside)) yield name + subpath.slice(1);
    return;
  }
  for (const path of endings) yield name + path.slice(manifest.folder.length);
}

/** The subpaths of a key whose `*` may stand for the target: each end of the path is tried, for `src` may be `dist` there. */
function* throughKey(map: object, key: string, inside: string): Generator<string> {
  const star = key.indexOf('*');
  if (star < 0) return yield key;
  const path = inside.replace(EXTENSION, '');
  const names = path.split('/');
  for (let i = names.length - 1; i >= 0; i -= 1) {
    for (const matched of [names.slice(i).join('/'), names.slice(i).join('/') + (EXTENSION.exec(inside)?.[0] ?? '')]) {
      const subpath = key.slice(0, star) + matched + key.slice(star + 1);
      if (allTargets(map, subpath).length > 0) yield subpath;
    }
  }
}
