import { defineLibrary } from './definition.ts';
import type { Call, Export, Gives } from './definition.ts';
import { each } from './shapes.ts';

// Source: mysql2 3.24 type declarations and documentation (queries, prepared statements, pools, pool clusters, promise wrapper), mysql 2.18 README, mariadb 3.5 README,
// @planetscale/database 1.19 README, @fastify/mysql 5. Promises give `[rows, fields]`, callbacks `(error, rows, fields)`.

const answer: Gives = ['rows', 'scalar'];

/** `query(text, values)`, `query({ sql, values })`, and each with a callback. */
const runsSql: Call = {
  query: 'sql',
  sql: ['0', '0.sql'],
  parameters: ['1', '0.values'],
  gives: answer,
  callbacks: [{ at: 'last', params: ['nothing', 'rows', 'nothing'] }],
};

const given = (type: string): Call => ({ gives: type, callbacks: [{ at: 'last', params: ['nothing', type] }] });

const opens: { readonly [name: string]: Export } = {
  createConnection: { call: { gives: 'connection' } },
  createPool: { call: { gives: 'pool' } },
  createPoolCluster: { call: { gives: 'cluster' } },
  createPoolPromise: { call: { gives: 'pool' } },
  createConnectionPromise: { call: { gives: 'connection' } },
  connect: { call: { gives: 'connection' } },
  Connection: { class: { instance: 'connection' }, type: 'connection' },
  ...each('PoolConnection', { class: { instance: 'connection' }, type: 'connection' }),
  ...each('Pool PoolNamespace', { class: { instance: 'pool' }, type: 'pool' }),
  PoolCluster: { type: 'cluster' },
  Client: { class: { instance: 'connection' }, type: 'connection' },
  ...each('MySQLPool MySQLPromisePool', { type: 'pool' }),
  ...each('MySQLConnection MySQLPromiseConnection', { type: 'connection' }),
};

export const mysql2 = defineLibrary({
  name: 'mysql2',
  concern: 'database',
  modules: ['mysql2', 'mysql2/promise', 'mysql2/promise.js', 'mysql2/typings/**', 'mysql', '@fastify/mysql', 'promise-mysql'],
  exports: { ...opens, default: { members: opens } },
  types: {
    connection: {
      methods: {
        ...each('query execute', runsSql),
        prepare: { query: 'sql', lazy: true, sql: '0', gives: 'statement', callbacks: [{ at: 'last', params: ['nothing', 'statement'] }] },
        promise: { gives: 'this' },
        ...each('beginTransaction commit rollback connect end destroy release ping changeUser unprepare', { gives: 'nothing' }),
        ...each('escape escapeId format', { gives: 'scalar' }),
      },
    },
    pool: {
      extends: 'connection',
      methods: {
        getConnection: given('connection'),
        ...each('of', { gives: 'this' }),
      },
    },
    cluster: { methods: { getConnection: given('connection'), of: { gives: 'pool' }, add: { gives: 'nothing' } } },
    statement: { methods: { execute: { query: 'run', parameters: '0', gives: answer, callbacks: [{ at: 'last', params: ['nothing', 'rows', 'nothing'] }] }, close: { gives: 'nothing' } } },
  },
  names: {
    ...each('pool *Pool', { is: 'pool', evidence: 'file' }),
    ...each('connection conn db *Connection', { is: 'connection', evidence: 'file' }),
  },
  keyset: 'WHERE id > ? ORDER BY id LIMIT 20',
});

/** MariaDB's driver answers with the rows alone. */
const bare: Call = { ...runsSql, gives: 'rows' };

export const mariadb = defineLibrary({
  name: 'mariadb',
  concern: 'database',
  modules: ['mariadb', 'mariadb/**'],
  exports: {
    ...each('createPool createPoolCluster', { call: { gives: 'pool' } }),
    createConnection: { call: { gives: 'connection' } },
    default: { members: { ...each('createPool createPoolCluster', { call: { gives: 'pool' } }), createConnection: { call: { gives: 'connection' } } } },
    ...each('Connection PoolConnection', { type: 'connection' }),
    Pool: { type: 'pool' },
  },
  types: {
    connection: { methods: { ...each('query execute', bare), batch: { query: 'sql', sql: '0', gives: 'scalar' }, queryStream: { query: 'sql', sql: '0', parameters: '1', gives: 'rows' } } },
    pool: { extends: 'connection', methods: { getConnection: { gives: 'connection' } } },
  },
  keyset: 'WHERE id > ? ORDER BY id LIMIT 20',
});

export const planetscale = defineLibrary({
  name: 'planetscale',
  concern: 'database',
  modules: ['@planetscale/database'],
  exports: {
    connect: { call: { gives: 'connection' } },
    ...each('Client Connection', { class: { instance: 'connection' }, type: 'connection' }),
  },
  types: {
    connection: {
      methods: {
        execute: { query: 'sql', sql: '0', parameters: '1', gives: { rows: 'rows', rowsAffected: 'scalar', insertId: 'scalar' } },
        connection: { gives: 'this' },
        transaction: { transaction: true, callbacks: [{ at: '0', params: ['connection'] }], gives: 'callback' },
      },
    },
  },
  keyset: 'WHERE id > ? ORDER BY id LIMIT 20',
});
