import type { Call, Gives, ObjectType } from './definition.ts';
import { each } from './shapes.ts';

// Source: drizzle-orm 0.45 type declarations (query builders of pg-core, mysql-core, sqlite-core) and documentation. A builder runs when it is awaited or executed:
// `execute()`, in SQLite `all()`, `get()`, `values()`, `run()`, in relational queries of SQLite `sync()`.

/** Drivers answer raw SQL with rows, with `{ rows }` or with `[rows, fields]`. */
const result: Gives = { '*': 'row', 0: 'rows', rows: 'rows', rowCount: 'scalar', affectedRows: 'scalar' };

const goesOn: Call = { query: 'part', gives: 'this' };

const selects = (columns: string): Call => ({ query: 'read', lazy: true, gives: 'selectQuery', columns });

const starts: { readonly [name: string]: Call } = {
  ...each('select selectDistinct', selects('0')),
  selectDistinctOn: selects('1'),
  insert: { query: 'write', lazy: true, gives: 'changeQuery', entity: '0', narrow: true },
  ...each('update delete', { query: 'write', lazy: true, gives: 'changeQuery', entity: '0', narrow: true }),
};

const runs: { readonly [name: string]: Call } = {
  ...each('all execute', { query: 'run', gives: 'rows' }),
  values: { query: 'run', gives: 'rows' },
  get: { query: 'run', gives: 'row' },
  run: { query: 'run', gives: 'scalar' },
};

const runsSql: Call = { query: 'sql', lazy: true, sql: '0', gives: result };

export const drizzleQueries: { readonly [name: string]: ObjectType } = {
  client: {
    properties: { query: 'relational', _query: 'relational', $primary: 'client', $replicas: 'nothing', $client: 'nothing' },
    methods: {
      ...starts,
      with: { gives: 'this' },
      $with: { gives: 'common' },
      $count: { query: 'read', lazy: true, narrow: true, entity: '0', where: '1', gives: 'scalar' },
      execute: runsSql,
      ...each('all values', { ...runsSql, gives: 'rows' }),
      get: { ...runsSql, gives: 'row' },
      run: runsSql,
      refreshMaterializedView: { query: 'write', lazy: true, entity: '0', narrow: true, gives: 'changeQuery' },
      transaction: { transaction: true, callbacks: [{ at: '0', params: ['client'] }], gives: 'callback' },
      batch: { transaction: true, gives: 'settled' },
      rollback: { gives: 'nothing' },
    },
  },
  /** Something called `db` or `tx`: `db.query.orders.findMany()` and chains like `db.select().from(orders)` are Drizzle's alone. */
  likeClient: {
    properties: { query: 'relational', _query: 'relational' },
    methods: {
      ...Object.fromEntries(Object.entries(starts).map(([name, call]) => [name, { ...call, weak: true, gives: name.startsWith('select') ? 'likeSelect' : 'likeChange' }])),
      execute: { overloads: [{ when: { at: '0', is: 'sql' }, ...runsSql }] },
      transaction: { weak: true, transaction: true, callbacks: [{ at: '0', params: ['likeClient'] }], gives: 'callback' },
    },
  },
  // A table is a value: `db.select('id').from('orders')` is Knex's.
  likeSelect: { methods: { from: { query: 'part', entity: '0', gives: 'selectQuery', overloads: [{ when: { at: '0', is: 'text' } }] } } },
  likeChange: {
    methods: {
      values: { query: 'part', values: '0[]', gives: 'changeQuery' },
      set: { query: 'part', values: '0', gives: 'changeQuery' },
      where: { query: 'part', where: '0', gives: 'changeQuery' },
      returning: { query: 'part', whole: true, columns: '0', gives: 'selectQuery' },
    },
  },
  // What `view(…).as((qb) => …)` and `$with('recent').as(…)` make can be selected from.
  common: { methods: { as: { gives: 'view', callbacks: [{ at: '0', params: ['client'] }] } } },
  relational: { anyProperty: { gives: 'relationalTable', entity: true } },
  relationalTable: {
    methods: {
      findMany: { query: 'read', lazy: true, gives: 'manyQuery', columns: '0.columns', offset: '0.offset', where: '0.where', follows: '0.with' },
      findFirst: { query: 'read', lazy: true, gives: 'firstQuery', columns: '0.columns', offset: '0.offset', where: '0.where', follows: '0.with' },
    },
  },
  manyQuery: { awaited: 'rows', methods: { ...each('execute sync', { query: 'run', gives: 'rows' }), prepare: goesOn, toSQL: { gives: 'scalar' } } },
  firstQuery: { awaited: 'row', methods: { ...each('execute sync', { query: 'run', gives: 'row' }), prepare: goesOn, toSQL: { gives: 'scalar' } } },
  selectQuery: {
    awaited: 'rows',
    methods: {
      ...runs,
      from: { query: 'part', entity: '0', gives: 'this' },
      ...each('leftJoin rightJoin innerJoin fullJoin crossJoin leftJoinLateral innerJoinLateral crossJoinLateral', { ...goesOn, refers: { at: '0', by: 'join' } }),
      where: { query: 'part', where: '0', gives: 'this' },
      offset: { query: 'part', offset: '0', gives: 'this' },
      // A subquery: what is selected from it is another query.
      as: { gives: 'subquery' },
      getSQL: { gives: 'fragment' },
      toSQL: { gives: 'scalar' },
      iterator: { query: 'run', gives: 'rows' },
    },
    anyMethod: goesOn,
  },
  subquery: {},
  changeQuery: {
    awaited: 'scalar',
    methods: {
      // `update(orders).from(invoices)` and its joins, `delete(orders).using(invoices)`.
      ...each('from using leftJoin rightJoin innerJoin fullJoin', { ...goesOn, refers: { at: '0', by: 'join' } }),
      values: { query: 'part', values: '0[]', gives: 'this' },
      set: { query: 'part', values: '0', gives: 'this' },
      ...each('onConflictDoUpdate onDuplicateKeyUpdate', { query: 'part', values: '0.set', gives: 'this' }),
      where: { query: 'part', where: '0', gives: 'this' },
      // With fields, those; without, the whole row.
      returning: { query: 'part', whole: true, columns: '0', gives: 'selectQuery' },
      output: { query: 'part', whole: true, columns: '0', gives: 'selectQuery' },
      $returningId: { query: 'part', narrow: true, gives: 'this' },
      ...each('execute run', { query: 'run', gives: 'scalar' }),
      toSQL: { gives: 'scalar' },
    },
    anyMethod: goesOn,
  },
  fragment: {
    methods: { mapWith: { gives: 'this' }, as: { gives: 'this' }, append: { gives: 'this' }, inlineParams: { gives: 'this' }, getSQL: { gives: 'this' } },
  },
};
