import { ConfigurationError } from '../error.ts';
import { folderOf, normalized, relativeTo, under } from '../files/paths.ts';
import { placed } from '../files/positions.ts';
import type { Tree } from '../files/tree.ts';
import { JsonError, parseJson, type Json } from '../json/parse.ts';
import { escapedPath } from '../patterns/segments.ts';
import { extendedFile } from './tsconfig-extends.ts';

/** One entry of `paths`. */
export interface Alias {
  /** As it is written: `@billing/*`. */
  readonly pattern: string;
  /** What stands before and after the `*`; without `*`, the whole pattern and `undefined`. */
  readonly prefix: string;
  readonly suffix: string | undefined;
  /** Absolute, with `*` where the matched part goes. */
  readonly targets: readonly string[];
}

/** A tsconfig with everything that it extends. All paths are absolute. */
export interface TsConfig {
  readonly path: string;
  readonly baseUrl: string | undefined;
  readonly aliases: readonly Alias[];
  readonly rootDirs: readonly string[];
  readonly conditions: readonly string[];
  readonly suffixes: readonly string[];
  readonly outDir: string | undefined;
  readonly rootDir: string | undefined;
  /** Configurations that it refers to. */
  readonly references: readonly string[];
  readonly files: readonly string[] | undefined;
  /** Patterns. */
  readonly include: readonly string[] | undefined;
  readonly exclude: readonly string[];
  /** The file that `paths` comes from. */
  readonly aliasesFrom: string;
  /** `extends` that name packages which are not installed. */
  readonly missing: readonly string[];
}

type Options = Readonly<Record<string, unknown>>;

/** A tsconfig before its paths are worked out: each option with the folder that it is relative to. */
interface Merged {
  readonly options: ReadonlyMap<string, { readonly value: unknown; readonly file: string }>;
  readonly top: ReadonlyMap<string, { readonly value: unknown; readonly file: string }>;
  readonly missing: readonly string[];
}

/**
 * Reads a tsconfig and all that it extends.
 * @param path absolute
 * @throws ConfigurationError where one of the files is broken, missing, or extends itself
 */
export function readTsConfig(tree: Tree, path: string): TsConfig {
  return tree.derived(`tsconfig ${path}`, () => worked(path, merged(tree, path, [])));
}

function merged(tree: Tree, path: string, chain: readonly string[]): Merged {
  const json = parsed(tree, path);
  const own = objectOf(json.value);
  const options = new Map<string, { value: unknown; file: string }>();
  const top = new Map<string, { value: unknown; file: string }>();
  const missing: string[] = [];
  const bases = typeof own['extends'] === 'string' ? [own['extends']] : Array.isArray(own['extends']) ? own['extends'] : [];
  bases.forEach((base: unknown, i) => {
    if (typeof base !== 'string') return;
    const keys = Array.isArray(own['extends']) ? ['extends', i] : ['extends'];
    const from = { path, place: placed(shownOf(tree, path), tree.text(path) ?? '', json.offsetOf(keys)) };
    const file = extendedFile(tree, base, from);
    if (file === undefined) {
      missing.push(base);
      return;
    }
    if (file === path || chain.includes(file)) throw circular(tree, [...chain, path, file], from.place);
    const inherited = merged(tree, file, [...chain, path]);
    for (const [key, option] of inherited.options) options.set(key, option);
    for (const key of ['files', 'include', 'exclude']) {
      const inheritedValue = inherited.top.get(key);
      if (inheritedValue !== undefined) top.set(key, inheritedValue);
    }
    missing.push(...inherited.missing);
  });
  for (const [key, value] of Object.entries(objectOf(own['compilerOptions']))) {
    if (value === null) options.delete(key);
    else options.set(key, { value, file: path });
  }
  for (const key of ['files', 'include', 'exclude', 'references']) if (key in own) top.set(key, { value: own[key], file: path });
  return { options, top, missing };
}

function parsed(tree: Tree, path: string): Json {
  const shown = shownOf(tree, path);
  const text = tree.text(path);
  if (text === undefined) throw new ConfigurationError(`\`${shown}\` cannot be read.`, 'Make it readable, or take away what refers to it.', shown);
  try {
    const json = text.trim() === '' ? { value: {}, offsetOf: () => 0 } : parseJson(text, { lenient: true });
    rejectMisshapen(json, shown, (keys) => placed(shown, text, json.offsetOf(keys)));
    return json;
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const place = placed(shown, text, error.offset);
    throw new ConfigurationError(`\`${shown}\` is broken: ${error.message}.`, `Correct it at ${place}: what its \`paths\` lead to is unknown.`, place);
  }
}

/** An option of another shape than TypeScript takes would leave aliases out without a word. */
function rejectMisshapen({ value }: Json, shown: string, locate: (keys: readonly string[]) => string): void {
  const reject = (keys: readonly string[], what: string): never => {
    const place = locate(keys);
    throw new ConfigurationError(`\`${shown}\` is broken: ${what}.`, `Correct it at ${place}: what its \`paths\` lead to is unknown.`, place);
  };
  if (!isObject(value)) reject([], 'it must be an object');
  const options = objectOf(value)['compilerOptions'] ?? {};
  if (!isObject(options)) reject(['compilerOptions'], '`compilerOptions` must be an object');
  const paths = objectOf(options)['paths'] ?? {};
  if (!isObject(paths)) reject(['compilerOptions', 'paths'], '`paths` must be an object');
  for (const [pattern, targets] of Object.entries(objectOf(paths))) {
    if (!Array.isArray(targets)) reject(['compilerOptions', 'paths', pattern], `\`${pattern}\` in \`paths\` must be a list of paths`);
  }
}

function circular(tree: Tree, chain: readonly string[], place: string): ConfigurationError {
  const names = chain.map((file) => `\`${shownOf(tree, file)}\``);
  const [first, ...rest] = names.slice(names.indexOf(names.at(-1) ?? ''));
  const message = rest.length <= 1 ? `${first ?? ''} extends itself.` : `${first ?? ''} extends ${rest.join(', which extends ')}: they go round in a circle.`;
  return new ConfigurationError(message, 'Take one `extends` out.', place);
}

function worked(path: string, { options, top, missing }: Merged): TsConfig {
  const folder = folderOf(path);
  const rooted = (value: unknown, file: string): string | undefined => {
    if (typeof value !== 'string') return undefined;
    if (value.startsWith('${configDir}')) return normalized(`${folder}/${value.slice('${configDir}'.length)}`);
    return normalized(isRooted(value) ? value : under(folderOf(file), value));
  };
  const one = (key: string): string | undefined => {
    const option = options.get(key);
    return option && rooted(option.value, option.file);
  };
  const many = (key: string, from: Merged['options']): string[] | undefined => {
    const option = from.get(key);
    return Array.isArray(option?.value) ? option.value.flatMap((value) => rooted(value, option.file) ?? []) : undefined;
  };
  const patterns = (key: string): string[] | undefined => {
    const option = top.get(key);
    if (!Array.isArray(option?.value)) return undefined;
    return option.value.flatMap((value) => {
      if (typeof value !== 'string') return [];
      const inside = value.startsWith('${configDir}') ? value.slice('${configDir}'.length) : value;
      return [normalized(isRooted(value) ? value : `${escapedPath(inside === value ? folderOf(option.file) : folder)}/${inside}`)];
    });
  };
  const texts = (key: string): string[] => {
    const value = options.get(key)?.value;
    return Array.isArray(value) ? value.filter((text): text is string => typeof text === 'string') : [];
  };
  const baseUrl = one('baseUrl');
  const paths = options.get('paths');
  const references = top.get('references');
  const outDir = one('outDir');
  return {
    path,
    baseUrl,
    aliases: aliasesOf(objectOf(paths?.value), baseUrl ?? folderOf(paths?.file ?? path), folder),
    aliasesFrom: paths?.file ?? path,
    rootDirs: many('rootDirs', options) ?? [],
    conditions: texts('customConditions'),
    suffixes: texts('moduleSuffixes'),
    outDir,
    rootDir: one('rootDir'),
    references: Array.isArray(references?.value)
      ? references.value.flatMap((reference) => rooted(objectOf(reference)['path'], references.file) ?? [])
      : [],
    files: many('files', top),
    include: patterns('include'),
    exclude: patterns('exclude') ?? [`${folder}/node_modules`, ...(outDir === undefined ? [] : [outDir])].map(escapedPath),
    missing,
  };
}

function aliasesOf(paths: Options, base: string, configFolder: string): Alias[] {
  return Object.entries(paths).flatMap(([pattern, value]) => {
    if (!Array.isArray(value)) return [];
    const star = pattern.indexOf('*');
    const targets = value.flatMap((target: unknown) => {
      if (typeof target !== 'string') return [];
      if (target.startsWith('${configDir}')) return [normalized(`${configFolder}/${target.slice('${configDir}'.length)}`)];
      return [normalized(isRooted(target) ? target : under(base, target))];
    });
    return [{ pattern, prefix: star < 0 ? pattern : pattern.slice(0, star), suffix: star < 0 ? undefined : pattern.slice(star + 1), targets }];
  });
}

function isRooted(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path);
}

function objectOf(value: unknown): Options {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Options {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shownOf(tree: Tree, path: string): string {
  return relativeTo(tree.root, path) ?? path;
}
