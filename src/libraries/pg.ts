import { defineLibrary } from './definition.ts';
import type { Call, Gives } from './definition.ts';
import { each } from './shapes.ts';

// Source: node-postgres 8.23 documentation (pg.Client, pg.Pool, Queries, Cursor, Query stream) and @types/pg 8; @neondatabase/serverless 1 (`neon()` over HTTP);
// @vercel/postgres 0.10; @fastify/postgres 6; @electric-sql/pglite 0.5; @types/pg-query-stream.

const result: Gives = { rows: 'rows', rowCount: 'scalar', command: 'scalar', fields: 'scalar' };

/** `query(text, values)`, `query({ text, values })`, `query(new Cursor(text, values))`, and each with a callback. */
const query: Call = {
  query: 'sql',
  sql: ['0', '0.text', '0().0'],
  parameters: ['1', '0.values', '0().1'],
  gives: result,
  callbacks: [{ at: 'last', params: ['nothing', result] }],
};

const tag: Call = { query: 'sql', operation: 'sql', lazy: true, sql: 'template', gives: 'httpQuery' };

export const pg = defineLibrary({
  name: 'pg',
  concern: 'database',
  modules: ['pg', 'pg-pool', 'pg-native', 'pg/lib/**', '@neondatabase/serverless', '@vercel/postgres', '@electric-sql/pglite', '@electric-sql/pglite/**', '@fastify/postgres', 'pg-cursor', 'pg-query-stream'],
  exports: {
    ...each('Pool VercelPool', { class: { instance: 'pool' }, type: 'pool' }),
    // `pg-pool` has its class as default; the other exports are members of the default of `pg`.
    default: { class: { instance: 'pool' } },
    ...each('Client PoolClient ClientBase VercelClient VercelPoolClient PGlite Transaction', { class: { instance: 'client' }, type: 'client', unnamed: true }),
    ...each('QueryResult QueryArrayResult', { type: 'result', unnamed: true }),
    native: { members: { Pool: { class: { instance: 'pool' } }, Client: { class: { instance: 'client' } } } },
    neon: { call: { gives: 'http' } },
    NeonQueryFunction: { type: 'http', unnamed: true },
    // Vercel's `sql` and `db` are a pool that exists already.
    sql: { gives: 'vercel' },
    db: { gives: 'pool' },
    createPool: { call: { gives: 'pool' } },
    createClient: { call: { gives: 'client' } },
  },
  types: {
    client: {
      methods: {
        query,
        exec: { query: 'sql', sql: '0', gives: 'rows' },
        sql: { query: 'sql', sql: 'template', gives: result },
        transaction: { transaction: true, callbacks: [{ at: '0', params: ['client'] }], gives: 'callback' },
        connect: { gives: 'this' },
        ...each('release end on once off', { gives: 'nothing' }),
        ...each('escapeLiteral escapeIdentifier', { gives: 'scalar' }),
      },
    },
    pool: {
      extends: 'client',
      methods: {
        connect: { gives: 'client', callbacks: [{ at: '0', params: ['nothing', 'client', 'nothing'] }] },
        // @fastify/postgres
        transact: { transaction: true, callbacks: [{ at: '0', params: ['client'] }], gives: 'callback' },
      },
    },
    /** Something called `pool` or `client`, until it is given SQL. */
    likeClient: {
      methods: {
        query: { overloads: [{ when: { at: '0', is: 'sql' }, ...query }, { when: { at: '0.text', is: 'sql' }, ...query }] },
        connect: { weak: true, gives: 'likeClient' },
      },
    },
    vercel: { extends: 'pool', tag: { query: 'sql', operation: 'sql', sql: 'template', gives: result } },
    http: {
      tag,
      call: { query: 'sql', operation: 'sql', lazy: true, sql: '0', parameters: '1', gives: 'httpQuery' },
      methods: {
        query: { query: 'sql', lazy: true, sql: '0', parameters: '1', gives: 'httpQuery' },
        unsafe: { gives: 'fragment' },
        transaction: { transaction: true, gives: 'settled', callbacks: [{ at: '0', params: ['http'] }] },
      },
    },
    httpQuery: { awaited: 'rows' },
    fragment: {},
    result: { properties: { rows: 'rows', rowCount: 'scalar' } },
  },
  names: {
    '{pool,*Pool}': { is: 'pool', evidence: 'file' },
    '{client,pg,db,database,*Client}': { is: 'client', evidence: 'file' },
    ...each('pool client pg db database conn connection pgPool dbPool pgClient dbClient', { is: 'likeClient', evidence: 'shape' }),
  },
  keyset: 'WHERE id > $1 ORDER BY id LIMIT 20',
});
