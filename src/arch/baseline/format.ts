import { createRequire } from 'node:module';
import { ConfigurationError } from '../error.ts';
import { Lines } from '../files/positions.ts';
import { JsonError, parseJson } from '../json/parse.ts';
import type { Entry, ListedEntry } from './types.ts';

const require = createRequire(import.meta.url);

/** The format that this version reads and writes. */
export const SCHEMA_VERSION = 1;

/** The text of one module's file: sorted, an entry a line, the same bytes on every system. */
export function baselineText(module: string | null, entries: readonly Entry[]): string {
  const lines = [...entries].sort(byIdentity).map(lineOf).join(',\n');
  const list = lines === '' ? '[]' : `[\n${lines}\n  ]`;
  return `{\n  "schemaVersion": ${SCHEMA_VERSION},\n  "module": ${JSON.stringify(module)},\n  "findings": ${list}\n}\n`;
}

function lineOf({ rule, from, to, symbol, count }: Entry): string {
  const parts = Object.entries({ rule, from, to, symbol, count }).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
  return `    { ${parts.join(', ')} }`;
}

/** Entries by file, rule, target and names; by code unit, so that no locale has a say. */
export function byIdentity(a: Entry, b: Entry): number {
  for (const key of ['from', 'rule', 'to', 'symbol'] as const) if (a[key] !== b[key]) return a[key] < b[key] ? -1 : 1;
  return 0;
}

/**
 * Reads one module's file.
 * @param shown what messages call the file
 * @throws ConfigurationError where it is no baseline, or one of another version
 */
export function parseBaseline(text: string, shown: string): readonly ListedEntry[] {
  const lines = new Lines(text);
  const { value, offsetOf } = parsed(text, shown);
  const version = (value as { readonly schemaVersion?: unknown } | null)?.schemaVersion;
  if (typeof version === 'number' && version !== SCHEMA_VERSION) throw otherVersion(version, shown);
  const v = require('valibot') as typeof import('valibot');
  const count = v.pipe(v.number(), v.integer(), v.minValue(1));
  const entry = v.strictObject({ rule: v.string(), from: v.string(), to: v.string(), symbol: v.string(), count });
  const schema = v.strictObject({ schemaVersion: v.literal(SCHEMA_VERSION), module: v.nullable(v.string()), findings: v.array(entry) });
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (!result.success) {
    const path = (result.issues[0].path ?? []).map((item) => item.key as string | number);
    const { line, column } = lines.at(offsetOf(path));
    throw malformed(shown, `${shown}:${line}:${column}`, path.length === 0 ? 'it holds no list of findings' : `\`${path.join('.')}\` is not what a baseline holds`);
  }
  const { module, findings } = result.output;
  return findings.map((one, i) => ({ ...one, module, listedIn: shown, ...lines.at(offsetOf(['findings', i])) }));
}

function parsed(text: string, shown: string) {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const { line, column } = new Lines(text).at(error.offset);
    const place = `${shown}:${line}:${column}`;
    if (/^(?:<{7}|={7}|>{7})/m.test(text)) throw unmerged(shown, place);
    throw malformed(shown, place, error.message);
  }
}

function malformed(shown: string, place: string, why: string): ConfigurationError {
  return new ConfigurationError(
    `\`${shown}\` is no baseline that can be read: ${why}.`,
    'Restore it from git; or delete it, and `fortress check --update-baseline` writes it anew with everything that is wrong today.',
    place,
  );
}

function unmerged(shown: string, place: string): ConfigurationError {
  return new ConfigurationError(
    `\`${shown}\` has an unsolved merge conflict.`,
    'Keep the lines of both sides; `fortress check --update-baseline --shrink-only` then takes out what is fixed.',
    place,
  );
}

function otherVersion(version: number, shown: string): ConfigurationError {
  return version > SCHEMA_VERSION
    ? new ConfigurationError(
        `\`${shown}\` was written by a newer fortress (schemaVersion ${version}; this one reads ${SCHEMA_VERSION}).`,
        'Install the version of eslint-plugin-fortress that wrote it.',
        shown,
      )
    : new ConfigurationError(
        `\`${shown}\` was written by an older fortress (schemaVersion ${version}; this one reads ${SCHEMA_VERSION}).`,
        'Delete it, and `fortress check --update-baseline` writes it anew with everything that is wrong today.',
        shown,
      );
}
