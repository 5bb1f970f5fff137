import { createRequire } from 'node:module';
import type * as Valibot from 'valibot';
import { ConfigurationError } from '../error.ts';
import { nearestTo } from './nearest.ts';
import { isNegative } from '../patterns/segments.ts';
import { configSchema } from './schema.ts';
import type { FortressConfig } from './types.ts';

const require = createRequire(import.meta.url);

/** The keys and indexes that lead to a value. */
export type KeyPath = readonly (string | number)[];

/** What a place in a configuration is called in a message: `fortress.config.ts:12:5`. */
export type Locate = (path: KeyPath) => string;

/**
 * Checks what a configuration file gave, and types it.
 * @param locate where a key stands in the file
 * @throws ConfigurationError that names the key, what was expected and what was found
 */
export function validated(value: unknown, locate: Locate): FortressConfig {
  rejectLists(value, locate);
  const v = require('valibot') as typeof Valibot;
  const result = v.safeParse(configSchema(v), value, { abortPipeEarly: true });
  if (!result.success) throw errorOf(result.issues[0], locate);
  const config = result.output as FortressConfig;
  checkPatterns(config, locate);
  checkDates(config, locate);
  return config;
}

/** To valibot a list is an object like any other. */
function rejectLists(value: unknown, locate: Locate): void {
  const reject = (one: unknown, path: KeyPath): void => {
    if (!Array.isArray(one)) return;
    const what = path.length === 0 ? 'The configuration' : `\`${written(path)}\``;
    throw new ConfigurationError(`${what} must be an object, but is a list.`, CORRECT, locate(path));
  };
  reject(value, []);
  if (typeof value !== 'object' || value === null) return;
  const config = value as Readonly<Record<string, unknown>>;
  for (const key of ['tables', 'rules']) reject(config[key], [key]);
  for (const key of ['modules', 'exceptions', 'libraries']) {
    const list = config[key];
    if (Array.isArray(list)) list.forEach((one, i) => reject(one, [key, i]));
  }
}

const CORRECT = 'Correct it; `defineConfig` and the JSON schema say what each key takes.';

type Issue = Valibot.BaseIssue<unknown>;

function errorOf(reported: Issue, locate: Locate): ConfigurationError {
  const issue = closest(reported, reported);
  const path = keysOf(reported, issue);
  const key = written(path);
  const file = locate(path);
  if (issue.kind === 'schema' && issue.type === 'strict_object' && issue.expected === 'never') return unknownKey(issue, path, locate);
  if (issue.kind === 'schema' && issue.type === 'strict_object' && path.length > 0 && issue.input === undefined) {
    const mistyped = nearestUnknown(issue, path);
    if (mistyped !== undefined) return unknownKey(issue, mistyped, locate);
    return new ConfigurationError(`\`${key}\` is missing.`, `Add \`${String(path.at(-1))}\` to it.`, locate(path.slice(0, -1)));
  }
  if (issue.kind === 'validation' && issue.type === 'iso_date') return invalidDate(key, issue.input, file);
  const what = path.length === 0 ? 'The configuration' : `\`${key}\``;
  const message = `${what} must be ${expectedOf(issue, path)}, but is ${described(issue.input)}.`;
  return new ConfigurationError(message, CORRECT, file);
}

/** Within a union, the branch that came furthest is the one that was meant. */
function closest(issue: Issue, reported: Issue): Issue {
  const branches = issue.issues ?? [];
  const deeper = typeof issue.input === 'object' && issue.input !== null ? branches.find((one) => one.type === 'strict_object' || one.path) : undefined;
  if (deeper !== undefined) return closest(deeper, reported);
  return branches.find((one) => one.kind === 'validation') ?? issue;
}

function keysOf(reported: Issue, issue: Issue): (string | number)[] {
  const outer = (reported.path ?? []).map((item) => item.key as string | number);
  return issue === reported ? outer : [...outer, ...(issue.path ?? []).map((item) => item.key as string | number)];
}

function unknownKey(issue: Issue, path: KeyPath, locate: Locate): ConfigurationError {
  const key = String(path.at(-1));
  const known = knownKeys(path);
  const nearest = nearestTo(key, known);
  const isRule = path[0] === 'rules' && path.length === 2;
  const message = isRule ? `\`rules\` names \`${key}\`, which is no rule.` : `\`${written(path)}\` is no key of the configuration.`;
  const next = nearest === undefined ? `Known ${isRule ? 'rules' : 'keys'} are ${listed(known)}.` : `Did you mean \`${nearest}\`?`;
  return new ConfigurationError(message, next, locate(path));
}

/** A key beside the missing one that nobody knows: it was probably meant to be that one. */
function nearestUnknown(issue: Issue, missing: KeyPath): KeyPath | undefined {
  const holder = issue.path?.at(-1)?.input;
  if (typeof holder !== 'object' || holder === null) return undefined;
  const known = knownKeys(missing);
  const unknown = Object.keys(holder).find((key) => !known.includes(key));
  return unknown === undefined ? undefined : [...missing.slice(0, -1), unknown];
}

function knownKeys(path: KeyPath): string[] {
  const v = require('valibot') as typeof Valibot;
  const root = configSchema(v).entries;
  if (path[0] === 'rules' && path.length === 2) return Object.keys(root.rules.wrapped.pipe[0].entries);
  if (path[0] === 'modules' && path.length === 3) return Object.keys(root.modules.wrapped.pipe[0].item.options[1].entries);
  if (path[0] === 'exceptions' && path.length === 3) return Object.keys(root.exceptions.wrapped.pipe[0].item.entries);
  return Object.keys(root).filter((key) => key !== '$schema');
}

function expectedOf(issue: Issue, path: KeyPath): string {
  const last = path.at(-1);
  if (issue.type === 'union') return path[0] === 'modules' ? 'a pattern of folders or an object with `path`' : 'something else';
  if (issue.type === 'non_empty') return 'a text that is not empty';
  if (issue.type === 'picklist') return '`off`, `warn` or `error`';
  if (issue.type === 'boolean') return '`true` or `false`';
  if (issue.type === 'array') return path[0] === 'exceptions' || path[0] === 'libraries' ? 'a list of objects' : 'a list of patterns';
  if (issue.type === 'string') return path[0] === 'tables' ? 'the name of a module' : typeof last === 'number' ? 'a pattern' : 'a text';
  return 'an object';
}

function checkPatterns(config: FortressConfig, locate: Locate): void {
  const check = (pattern: string, path: KeyPath, folder: string): void => {
    const bare = isNegative(pattern) ? pattern.slice(1) : pattern;
    if (!/^(?:\/|[A-Za-z]:[\\/]|\.\.(?:[\\/]|$))/.test(bare)) return;
    throw new ConfigurationError(`\`${written(path)}\` is \`${pattern}\`, but patterns are relative to ${folder} and stay inside it.`, 'Write it without the part in front.', locate(path));
  };
  const all = (key: 'slices' | 'shared' | 'compositionRoot' | 'tests' | 'contract', folder: string): void =>
    config[key]?.forEach((pattern, i) => check(pattern, [key, i], folder));
  all('shared', "the project's root");
  all('compositionRoot', "the project's root");
  all('tests', "the project's root");
  all('slices', "the module's folder");
  all('contract', "the module's folder");
  config.modules?.forEach((one, i) => {
    if (typeof one === 'string') return check(one, ['modules', i], "the project's root");
    check(one.path, ['modules', i, 'path'], "the project's root");
    one.contract?.forEach((pattern, j) => check(pattern, ['modules', i, 'contract', j], "the module's folder"));
  });
}

/** The schema knows that a date looks like one; the calendar knows whether the day exists. */
function checkDates(config: FortressConfig, locate: Locate): void {
  config.exceptions?.forEach(({ until }, i) => {
    if (until === undefined) return;
    const day = new Date(`${until}T00:00:00Z`);
    if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(until)) throw invalidDate(`exceptions[${i}].until`, until, locate(['exceptions', i, 'until']));
  });
}

function invalidDate(key: string, found: unknown, file: string): ConfigurationError {
  return new ConfigurationError(`\`${key}\` must be a day of the calendar like \`2027-03-31\`, but is ${described(found)}.`, 'Write year, month and day.', file);
}

/** A path as one writes it in code: `modules[1].path`. */
function written(path: KeyPath): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : /^[\w$]+$/.test(key) ? `.${key}` : `['${key}']`)).join('');
}

function described(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return '`null`';
  if (typeof value === 'string') return `\`${value.length > 60 ? `${value.slice(0, 57)}…` : JSON.stringify(value)}\``;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return `\`${String(value)}\``;
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a `Date`';
  if (value instanceof Promise) return 'a promise';
  return typeof value === 'function' ? 'a function' : 'an object';
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
