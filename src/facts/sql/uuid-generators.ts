import { after, inside, isMark, located, partsOf, statementOf, textOf } from './statement.ts';
import type { Span, Statement } from './statement.ts';
import { tokensOf } from './tokens.ts';
import type { SqlDialect } from './tokens.ts';
import type { UuidValue } from '../types.ts';

// Source: PostgreSQL 18 manual (9.14 UUID Functions) and its uuid-ossp module; pg_uuidv7 and pg_uuid_v7 extensions; MySQL 9 and MariaDB 12 manuals (UUID, UUID_v4,
// UUID_v7, UUID_TO_BIN); SQL Server (NEWID, NEWSEQUENTIALID); SQLite's uuid extension; CockroachDB, DuckDB, ClickHouse, Snowflake and BigQuery function references.

/** Versions of generators whose names do not end with one; `_` left out. */
const VERSIONS: { readonly [name: string]: number } = {
  genrandomuuid: 4,
  randomuuid: 4,
  generaterandomuuid: 4,
  generateuuid: 4,
  uuidstring: 4,
  newid: 4,
};

/** What makes a time-ordered UUID in their place, and since when; `_` left out, save where it tells two apart. */
const ORDERED: { readonly [name: string]: { readonly text: string; readonly since: string } } = {
  genrandomuuid: { text: 'uuidv7()', since: 'PostgreSQL 18' },
  uuidgeneratev4: { text: 'uuidv7()', since: 'PostgreSQL 18' },
  uuidgeneratev1: { text: 'uuidv7()', since: 'PostgreSQL 18' },
  uuidgeneratev1mc: { text: 'uuidv7()', since: 'PostgreSQL 18' },
  uuidv4: { text: 'uuidv7()', since: 'PostgreSQL 18' },
  uuid_v4: { text: 'UUID_v7()', since: 'MariaDB 11.7' },
  generateuuidv4: { text: 'generateUUIDv7()', since: 'ClickHouse 24.5' },
};

/** What a database has instead of a generator of its own: `uuidv7()` for `gen_random_uuid()`. */
export function orderedGenerator(generator: string): { readonly text: string; readonly since: string } | undefined {
  const name = /^"?(\w+)"?\s*\(\s*\)$/.exec(generator)?.[1]?.toLowerCase() ?? '';
  return ORDERED[name] ?? (name === 'uuid_v4' ? undefined : ORDERED[name.replaceAll('_', '')]);
}

/** What these give is no UUID any more, whatever goes in. */
const DIGESTS = new Set(['md5', 'sha', 'sha1', 'sha2', 'sha224', 'sha256', 'sha384', 'sha512', 'digest', 'hmac', 'hashtext', 'crc32', 'substr', 'substring', 'left', 'right', 'length', 'count']);

const TRAILING_VERSION = /uuid.*?v?([1-8])(?:mc)?$/;

/** The UUID generator that a text of SQL calls: a column's default, a value. */
export function uuidGeneratorIn(text: string, dialect?: SqlDialect): { readonly version: number; readonly generator: string } | undefined {
  const statement = statementOf(tokensOf(text, [], dialect), text, dialect);
  const found = uuidIn(statement, { from: 0, to: statement.tokens.length });
  return found && { version: found.version, generator: found.generator };
}

/** The UUID that an expression makes, through casts, `coalesce` and other wrappers. */
export function uuidIn(statement: Statement, span: Span): UuidValue | undefined {
  for (let at = span.from; at < span.to; at++) {
    const token = statement.tokens[at];
    if ((token?.kind !== 'word' && token?.kind !== 'name') || !isMark(statement, at + 1, '(')) continue;
    const name = token.value.toLowerCase().replaceAll('_', '');
    const given = inside(statement, at + 1);
    if (DIGESTS.has(name) || (name === 'uuidtobin' && isSwapped(statement, given))) {
      at = after(statement, at + 1) - 1;
      continue;
    }
    const version = versionOf(name, given, statement.dialect);
    if (version === undefined) continue;
    const call: Span = { from: at, to: after(statement, at + 1) };
    return { version, generator: textOf(statement, call), at: located(statement, call), isLocal: true };
  }
  return randomBlob(statement, span);
}

function versionOf(name: string, given: Span, dialect: SqlDialect | undefined): number | undefined {
  const isEmpty = given.from >= given.to;
  // MySQL's own is version 1; every other database that has one of this name makes version 4.
  if (name === 'uuid') return isEmpty ? (dialect === undefined || dialect === 'mysql' ? 1 : 4) : undefined;
  const version = VERSIONS[name];
  if (version !== undefined) return version;
  const trailing = TRAILING_VERSION.exec(name);
  return trailing ? Number(trailing[1]) : undefined;
}

/** `UUID_TO_BIN(UUID(), 1)` puts the time first: the keys are in order. */
function isSwapped(statement: Statement, given: Span): boolean {
  const swap = partsOf(statement, given)[1];
  const word = swap && textOf(statement, swap).toLowerCase();
  return word !== undefined && word !== '0' && word !== 'false';
}

/** SQLite: a version 4 UUID put together from `hex(randomblob(n))` and a `4` at its place. */
function randomBlob(statement: Statement, { from, to }: Span): UuidValue | undefined {
  let first = -1;
  let blobs = 0;
  let hasVersion = false;
  for (let at = from; at < to; at++) {
    const token = statement.tokens[at];
    if (token?.kind === 'word' && token.value === 'randomblob') {
      if (first < 0) first = at;
      blobs++;
    } else if (token?.kind === 'text' && /^-?4$|-4/.test(token.value)) hasVersion = true;
  }
  if (blobs < 2 || !hasVersion) return undefined;
  const call: Span = { from: first, to: after(statement, first + 1) };
  return { version: 4, generator: textOf(statement, call), at: located(statement, { from, to }), isLocal: true };
}
