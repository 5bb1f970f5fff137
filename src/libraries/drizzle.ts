import { defineLibrary } from './definition.ts';
import type { Call, Export } from './definition.ts';
import { drizzleColumnExports, drizzleColumnMethods, drizzleColumnTypes } from './drizzle-columns.ts';
import { drizzleQueries } from './drizzle-queries.ts';
import { each } from './shapes.ts';

// Source: drizzle-orm 0.45 type declarations and documentation (Select, Insert, Update, Delete, Query API, `sql` operator, Transactions, Batch, Schemas, Views), and
// the 1.0 documentation of relational queries v2. A select without fields gives whole rows, and so does a table among its fields.

const tableOf: Call = {
  gives: 'table',
  entity: '0',
  table: { name: '0', columns: '1', column: 'builder', keys: { at: '2', made: 'primaryKey' } },
  callbacks: [{ at: '1', params: ['columnTypes'] }],
};

const viewOf: Call = { gives: 'view', entity: '0', table: { name: '0' }, callbacks: [{ at: '1', params: ['columnTypes'] }] };

const fragment: Call = { query: 'sql', lazy: true, sql: 'template', gives: 'fragment' };

const sql: Export = {
  tag: fragment,
  members: {
    raw: { call: { query: 'sql', lazy: true, sql: '0', gives: 'fragment' } },
    ...each('identifier placeholder join empty append fromList param', { call: { gives: 'fragment' } }),
  },
};

const DATABASES =
  'PgDatabase PgTransaction NodePgDatabase NodePgTransaction PostgresJsDatabase PostgresJsTransaction NeonDatabase NeonTransaction NeonHttpDatabase PgliteDatabase PgliteTransaction VercelPgDatabase ' +
  'VercelPgTransaction AwsDataApiPgDatabase AwsDataApiTransaction PgRemoteDatabase PgProxyTransaction XataHttpDatabase XataTransaction NetlifyDbDatabase NetlifyDbTransaction BunSQLDatabase BunSQLTransaction ' +
  'PrismaPgDatabase PrismaMySqlDatabase MySqlDatabase MySqlTransaction MySql2Database MySql2Transaction MySqlRemoteDatabase MySqlProxyTransaction PlanetScaleDatabase PlanetScaleTransaction ' +
  'TiDBServerlessDatabase TiDBServerlessTransaction SingleStoreDatabase SingleStoreTransaction SingleStoreDriverDatabase SingleStoreDriverTransaction SingleStoreRemoteDatabase BaseSQLiteDatabase ' +
  'SQLiteTransaction BetterSQLite3Database BetterSQLiteTransaction LibSQLDatabase LibSQLTransaction DrizzleD1Database D1Transaction BunSQLiteDatabase SQLiteBunTransaction SqliteRemoteDatabase SQLiteProxyTransaction ' +
  'ExpoSQLiteDatabase ExpoSQLiteTransaction OPSQLiteDatabase OPSQLiteTransaction SQLJsDatabase SQLJsTransaction DrizzleSqliteDODatabase SQLiteDOTransaction GelDatabase GelTransaction GelJsDatabase GelDbTransaction ' +
  'PgAsyncDatabase PgAsyncTransaction NodeMsSqlDatabase MsSqlDatabase MsSqlTransaction CockroachDatabase CockroachTransaction NodeCockroachDatabase';

/** Factories of tables: each dialect's, with its old names. */
const TABLES = 'pgTable mysqlTable sqliteTable singlestoreTable gelTable mssqlTable cockroachTable';

export const drizzle = defineLibrary({
  name: 'drizzle',
  concern: 'database',
  modules: ['drizzle-orm', 'drizzle-orm/**'],
  generated: ['drizzle', 'pgTable', 'mysqlTable', 'sqliteTable', 'singlestoreTable', 'pgTableCreator', 'mysqlTableCreator', 'sqliteTableCreator', 'pgSchema'],
  exports: {
    ...drizzleColumnExports,
    ...each('drizzle withReplicas', { call: { gives: 'client' } }),
    ...each(DATABASES, { class: { instance: 'client' }, type: 'client', unnamed: true }),
    ...each(TABLES, { call: tableOf, members: { withRLS: { call: tableOf } } }),
    ...each('pgTableCreator mysqlTableCreator sqliteTableCreator singlestoreTableCreator gelTableCreator mssqlTableCreator cockroachTableCreator', { call: { gives: 'tableFactory' } }),
    ...each('pgSchema mysqlSchema mysqlDatabase singlestoreSchema gelSchema mssqlSchema cockroachSchema', { call: { gives: 'schema' } }),
    ...each('snakeCase camelCase', { gives: 'schema' }),
    ...each('pgView mysqlView sqliteView singlestoreView cockroachView mssqlView view pgMaterializedView cockroachMaterializedView', { call: viewOf }),
    ...each('alias aliasedTable', { call: { gives: 'argument' } }),
    ...each('getTableColumns getColumns getViewSelectedFields', { call: { gives: 'argument' } }),
    primaryKey: { call: { gives: 'key' } },
    foreignKey: { call: { gives: 'key', refers: { at: '0.foreignColumns[]', by: 'foreign-key' } } },
    relations: { call: { relates: '0', callbacks: [{ at: '1', params: ['relationKinds'] }] } },
    defineRelations: { call: { callbacks: [{ at: '1', params: ['relationsOfTables'] }] } },
    sql,
    ...each('PgTable PgTableWithColumns MySqlTable SQLiteTable AnyPgTable', { type: 'table', unnamed: true }),
    ...each('union unionAll intersect intersectAll except exceptAll', { call: { gives: 'argument' } }),
  },
  types: {
    ...drizzleQueries,
    table: { isWholeRow: true, methods: { enableRLS: { gives: 'this' } } },
    view: { isWholeRow: true, anyMethod: { gives: 'this', callbacks: [{ at: '0', params: ['client'] }] } },
    tableFactory: { call: tableOf },
    schema: {
      methods: {
        table: tableOf,
        ...each('view materializedView', viewOf),
        enum: { gives: 'columnType' },
        sequence: { gives: 'nothing' },
      },
    },
    columnTypes: { methods: drizzleColumnTypes },
    columnType: { call: { column: { name: '0' }, gives: 'column' } },
    column: { methods: drizzleColumnMethods, anyMethod: { gives: 'this' } },
    key: {},
    relationKinds: { methods: each('one many', { refers: { at: '0', by: 'relation' } }) },
    // `r.one.invoices({ … })`
    relationsOfTables: { properties: { one: 'relatedTables', many: 'relatedTables' } },
    relatedTables: { anyProperty: { gives: 'relatedTable', entity: true } },
    relatedTable: { call: { refers: { at: 'receiver', by: 'relation' } } },
  },
  names: {
    '{db,tx,trx,drizzle,database,*Db,*DB,*Database,drizzleService}': { is: 'client', evidence: 'file' },
    ...each('db tx trx database', { is: 'likeClient', evidence: 'shape' }),
  },
  keyset: '.where(gt(table.id, lastId)).orderBy(table.id).limit(20)',
});
