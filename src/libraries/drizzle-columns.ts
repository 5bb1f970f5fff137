import type { Call, Export } from './definition.ts';
import { each } from './shapes.ts';

// Source: drizzle-orm 0.45 type declarations (pg-core, mysql-core, sqlite-core, singlestore-core, gel-core) and documentation of column types, MSSQL and CockroachDB
// columns of 1.0. `defaultRandom()` is `gen_random_uuid()`; there is no built-in version 7.

const TYPES =
  'uuid text varchar char serial smallserial bigserial integer int smallint bigint tinyint mediumint boolean numeric decimal real float double doublePrecision json jsonb timestamp timestamptz date ' +
  'datetime datetime2 datetimeoffset time year interval bytea blob binary varbinary bit inet cidr macaddr macaddr8 point line geometry vector halfvec sparsevec cidr tinytext mediumtext longtext ' +
  'int2 int4 int8 float4 bool string citext nvarchar nchar ntext smallmoney money uniqueidentifier bigintT bytes duration dateDuration relDuration localDate localTime gelUuid pgUuid mysqlEnum singlestoreEnum';

const typeOf = (name: string): Call => ({ column: { type: name, name: '0' }, gives: 'column' });

/** Every function that begins a column, by the name of its type. */
export const drizzleColumnTypes: { readonly [name: string]: Call } = each(TYPES, typeOf);

/** The same as exports of the dialects' modules; `pgEnum` and `customType` make one more. */
export const drizzleColumnExports: { readonly [name: string]: Export } = {
  ...each(TYPES, (name) => ({ call: typeOf(name) })),
  ...each('pgEnum gelEnum cockroachEnum customType', { call: { gives: 'columnType' } }),
};

/** What a chain adds to a column. */
export const drizzleColumnMethods: { readonly [name: string]: Call } = {
  primaryKey: { column: { primary: true }, gives: 'this' },
  references: { column: { reference: true }, gives: 'this', refers: { at: '0', by: 'foreign-key' } },
  defaultRandom: {
    column: { uuid: { version: 4, ordered: { text: 'default(sql`uuidv7()`)', imports: { name: 'sql', from: 'drizzle-orm' }, since: 'PostgreSQL 18' } } },
    gives: 'this',
  },
  ...each('default $default $defaultFn', { column: { default: '0' }, gives: 'this' }),
};
