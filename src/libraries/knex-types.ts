import type { Call, Callback, ObjectType } from './definition.ts';
import { each } from './shapes.ts';

// Source: Knex 3.3 documentation (Query Builder, Schema Builder, Transactions, Raw) and type declarations; knex-paginate 3.2. A builder runs when it is
// awaited or given to `then`.

type Calls = { readonly [name: string]: Call };

/** A function that builds a query inside another: it is given the builder, and is its `this`. */
function nested(at: string): Callback {
  return { at, params: ['query'], self: 'query' };
}

const conditions: Calls = each(
  'where andWhere orWhere whereNot andWhereNot orWhereNot whereIn orWhereIn whereNotIn whereNull whereNotNull whereBetween whereExists orWhereExists ' +
    'whereNotExists whereLike whereILike whereRaw having havingIn',
  { query: 'part', where: '0', gives: 'this', callbacks: [nested('0'), nested('1')] },
);

const inserts: Call = {
  query: 'write',
  lazy: true,
  values: '0[]',
  gives: 'change',
  overloads: [{ when: { at: '1', is: 'there' }, query: 'write', lazy: true, values: '0[]', columns: '1[]', gives: 'query' }],
};

const updates: Call = {
  query: 'write',
  lazy: true,
  values: '0',
  gives: 'change',
  overloads: [
    { when: { at: '0', is: 'text' }, query: 'write', lazy: true, gives: 'change' },
    { when: { at: '1', is: 'there' }, query: 'write', lazy: true, values: '0', columns: '1[]', gives: 'query' },
  ],
};

/** What begins or changes a query, on `knex` itself and on a builder. */
const operations: Calls = {
  ...each('select column columns distinct', { query: 'read', lazy: true, columns: 'rest:0', gives: 'query' }),
  first: { query: 'read', lazy: true, columns: 'rest:0', gives: 'one' },
  pluck: { query: 'read', lazy: true, narrow: true, gives: 'counted' },
  ...each('count countDistinct min max sum sumDistinct avg avgDistinct columnInfo', { query: 'read', lazy: true, narrow: true, gives: 'counted' }),
  ...each('insert upsert', inserts),
  update: updates,
  ...each('del delete', {
    query: 'write',
    lazy: true,
    gives: 'change',
    overloads: [{ when: { at: '0', is: 'there' }, query: 'write', lazy: true, columns: '0[]', gives: 'query' }],
  }),
  ...each('truncate increment decrement', { query: 'write', lazy: true, gives: 'change' }),
  ...each('from table into', { query: 'part', entity: '0', gives: 'this', callbacks: [nested('0')] }),
};

const goesOn: Call = { query: 'part', gives: 'this' };

const parts: Calls = {
  ...conditions,
  offset: { query: 'part', offset: '0', gives: 'this' },
  limit: { query: 'part', gives: 'this' },
  ...each('from table into', { query: 'part', entity: '0', gives: 'this' }),
  modify: { query: 'part', gives: 'this', callbacks: [{ at: '0', params: ['this'], self: 'this' }] },
  ...each('with withRecursive withMaterialized withNotMaterialized', { query: 'part', gives: 'this', defines: '0', callbacks: [nested('last')] }),
  ...each('union unionAll', { query: 'part', gives: 'this', callbacks: [nested('last')] }),
  ...each('join innerJoin leftJoin leftOuterJoin rightJoin rightOuterJoin outerJoin fullOuterJoin crossJoin updateFrom using', { ...goesOn, refers: { at: '0', by: 'join' }, callbacks: [nested('0')] }),
  returning: { query: 'part', columns: '0[]', gives: 'query' },
  paginate: { query: 'read', gives: { data: 'rows', pagination: 'scalar' }, offset: ['0.currentPage', '0.page'], page: true },
  stream: { query: 'run', gives: 'rows' },
  ...each('toSQL toQuery toString', { gives: 'scalar' }),
};

const runsSql: Call = { query: 'sql', lazy: true, sql: '0', parameters: '1', gives: 'raw' };

const tableOf = { name: '0', builder: { at: 'last', gives: 'table' } } as const;

const columnTypes: Calls = {
  ...each('increments bigIncrements', (type) => ({ column: { name: '0', type, primary: true }, gives: 'column' })),
  ...each(
    'uuid integer int bigInteger bigint tinyint smallint mediumint text string float double decimal boolean bool date datetime dateTime time timestamp binary enum enu ' +
      'json jsonb geometry geography point',
    (type) => ({ column: { name: '0', type, primary: { at: '1.primaryKey' } }, gives: 'column' }),
  ),
  specificType: { column: { name: '0', type: { at: '1' } }, gives: 'column' },
};

export const knexTypes: { readonly [name: string]: ObjectType } = {
  knex: {
    properties: { schema: 'schema', fn: 'functions', client: 'nothing' },
    methods: {
      ...operations,
      ...each('queryBuilder withSchema', { gives: 'query' }),
      ...each('with withRecursive', { query: 'part', gives: 'query', defines: '0', callbacks: [nested('last')] }),
      ...each('from table into', { query: 'read', operation: 'select', lazy: true, entity: '0', gives: 'query' }),
      raw: runsSql,
      batchInsert: { query: 'write', entity: '0', values: '1[]', gives: 'scalar' },
      transaction: {
        gives: 'knex',
        overloads: [{ when: { at: '0', is: 'function' }, transaction: true, callbacks: [{ at: '0', params: ['knex'] }], gives: 'callback' }],
      },
      transactionProvider: { gives: 'provider' },
      savepoint: { transaction: true, callbacks: [{ at: '0', params: ['knex'] }], gives: 'callback' },
      withUserParams: { gives: 'this' },
      ...each('commit rollback destroy', { gives: 'nothing' }),
      ref: { gives: 'nothing' },
    },
    call: { query: 'read', operation: 'select', lazy: true, entity: '0', gives: 'query' },
  },
  provider: { call: { gives: 'knex' } },
  query: { awaited: 'rows', methods: { ...operations, ...parts }, anyMethod: goesOn },
  one: { awaited: 'row', methods: { ...operations, ...parts, first: { query: 'part', columns: 'rest:0', gives: 'this' } }, anyMethod: goesOn },
  change: { awaited: 'scalar', methods: parts, anyMethod: goesOn },
  counted: { awaited: 'scalar', methods: { ...operations, ...parts, first: { query: 'part', gives: 'this' } }, anyMethod: goesOn },
  // node-postgres answers with `{ rows }`, mysql2 with `[rows, fields]`.
  raw: { awaited: { rows: 'rows', 0: 'rows', rowCount: 'scalar' }, anyMethod: { gives: 'this' } },
  functions: { methods: { uuid: { uuid: 4, ordered: { text: "{receiver.receiver}.raw('uuidv7()')", since: 'PostgreSQL 18' } }, now: { gives: 'scalar' } } },
  schema: {
    methods: {
      ...each('createTable createTableIfNotExists createTableLike', { gives: 'this', table: tableOf }),
      ...each('alterTable table', { gives: 'this', table: { ...tableOf, alters: true } }),
      ...each('dropTable dropTableIfExists renameTable', { gives: 'this', refers: { at: '0', by: 'migration' } }),
      ...each('createView createMaterializedView createViewOrReplace', { gives: 'this', table: { name: '0' } }),
      raw: { query: 'sql', lazy: true, sql: '0', parameters: '1', gives: 'this' },
      ...each('hasTable hasColumn', { gives: 'scalar' }),
    },
    anyMethod: { gives: 'this' },
  },
  table: {
    methods: {
      ...columnTypes,
      primary: { column: { name: '0[]', primary: true } },
      foreign: { column: { name: '0[]', reference: true }, gives: 'column' },
    },
  },
  column: {
    methods: {
      primary: { column: { primary: true }, gives: 'this' },
      defaultTo: { column: { default: '0' }, gives: 'this' },
      references: { column: { reference: true }, gives: 'this', refers: { at: '0', by: 'foreign-key', column: true } },
      inTable: { gives: 'this', refers: { at: '0', by: 'foreign-key' } },
    },
    anyMethod: { gives: 'this' },
  },
};
