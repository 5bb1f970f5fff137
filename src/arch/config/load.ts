import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { ConfigurationError } from '../error.ts';
import { folderOf, nameOf, relativeTo, toSlashes, under } from '../files/paths.ts';
import { placed } from '../files/positions.ts';
import type { Tree } from '../files/tree.ts';
import { JsonError, parseJson } from '../json/parse.ts';
import { dependencyFilesOf } from './dependencies.ts';
import { readConfigText } from './literal.ts';
import type { FortressConfig } from './types.ts';
import { validated, type KeyPath, type Locate } from './validate.ts';

const require = createRequire(import.meta.url);

/** What a configuration file may be called. */
export const CONFIG_NAMES = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs', 'json'].map((extension) => `fortress.config.${extension}`);

/** A configuration and where its parts stand. */
export interface LoadedConfig {
  readonly config: FortressConfig;
  /** Absolute. */
  readonly path: string;
  /** Offset of a key or element in the file. */
  offsetOf(path: KeyPath): number;
  readonly text: string;
}

/**
 * The configuration file of a folder.
 * @throws ConfigurationError where there are two: one of them would be silently ignored
 */
export function configFileIn(tree: Tree, folder: string): string | undefined {
  const listing = tree.folder(folder);
  const names = CONFIG_NAMES.filter((name) => listing?.files.has(name) || listing?.links.get(name)?.kind === 'file');
  if (names.length > 1) {
    throw new ConfigurationError(`There are two configurations: \`${names.join('` and `')}\`.`, 'Keep one of them.', names[0]);
  }
  return names[0] === undefined ? undefined : under(folder, names[0]);
}

/**
 * Reads and checks a configuration file. A file that only holds data is not run.
 * @param path absolute
 * @throws ConfigurationError
 */
export function loadConfig(tree: Tree, path: string): LoadedConfig {
  const shown = relativeTo(tree.root, path) ?? path;
  const text = tree.text(path);
  if (text === undefined) throw new ConfigurationError(`\`${shown}\` is not there or cannot be read.`, 'Name a configuration file that exists.', shown);
  const source = nameOf(path).endsWith('.json') ? readJson(shown, text) : readCode(tree, path, shown, text);
  const locate: Locate = (keys) => placed(shown, text, source.offsetOf(keys));
  return { config: validated(source.value, locate), path, text, offsetOf: source.offsetOf };
}

interface Source {
  readonly value: unknown;
  offsetOf(path: KeyPath): number;
}

function readJson(shown: string, text: string): Source {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const place = placed(shown, text, error.offset);
    throw new ConfigurationError(`\`${shown}\` is no JSON: ${error.message}.`, `Correct it at ${place}; comments and trailing commas are for \`fortress.config.ts\`.`, place);
  }
}

function readCode(tree: Tree, path: string, shown: string, text: string): Source {
  const read = readConfigText(path, text);
  if (read.problem !== undefined) {
    const place = placed(shown, text, read.problem.start);
    throw new ConfigurationError(`\`${shown}\` has a syntax error: ${read.problem.message}.`, `Correct it at ${place}.`, place);
  }
  if (read.literal !== undefined) return { value: read.literal.value, offsetOf: read.offsetOf };
  for (const file of dependencyFilesOf(tree, path, text)) tree.memory.dependOn(file);
  return { value: run(path, shown, tree.root, text), offsetOf: read.offsetOf };
}

/** Runs a configuration. Nothing is written to disk, and nothing remembered: the file may have changed since. */
function run(path: string, shown: string, root: string, text: string): unknown {
  const { createJiti } = require('jiti') as typeof import('jiti');
  const jiti = createJiti(path, { fsCache: false, moduleCache: false, interopDefault: false, alias: { 'eslint-plugin-fortress/config': configModule() } });
  let exported: unknown;
  try {
    exported = jiti(path);
  } catch (error) {
    const place = placeOfError(error, path, shown, text);
    throw new ConfigurationError(`\`${shown}\` cannot be run: ${firstLine(error).replaceAll(`${root}/`, '')}`, `Correct it${place === shown ? '' : ` at ${place}`}.`, place);
  }
  const value = defaultOf(exported);
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Promise)) return value;
  const found = value === undefined ? 'exports nothing by default' : `exports ${kindOf(value)}`;
  throw new ConfigurationError(`\`${shown}\` ${found}.`, 'Write `export default defineConfig({ … })`, with the object itself.', shown);
}

function defaultOf(exported: unknown): unknown {
  if (typeof exported !== 'object' || exported === null) return exported;
  if ('default' in exported) return exported.default;
  return '__esModule' in exported || isEmpty(exported) ? undefined : exported;
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}

function kindOf(value: unknown): string {
  if (value instanceof Promise) return 'a promise';
  if (value === null) return '`null`';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

function configModule(): string {
  const self = fileURLToPath(import.meta.url);
  return toSlashes(`${folderOf(folderOf(folderOf(toSlashes(self))))}/config${self.endsWith('.ts') ? '.ts' : '.js'}`);
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const line = (message.split('\n')[0] ?? '').trim();
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

/** The first place in the file itself that the error has come through. */
function placeOfError(error: unknown, path: string, shown: string, text: string): string {
  const lines = text.split('\n');
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  for (const call of stack.split('\n')) {
    const at = toSlashes(call).indexOf(`${path}:`);
    const place = at < 0 ? null : /^:(\d+):(\d+)/.exec(toSlashes(call).slice(at + path.length));
    if (!place) continue;
    // What runs is the translated file: its lines are those that were written, its columns need not be.
    const line = lines[Number(place[1]) - 1];
    if (line === undefined) return shown;
    return Number(place[2]) > line.length ? `${shown}:${place[1]}:1` : `${shown}:${place[1]}:${place[2]}`;
  }
  return shown;
}
