import { defineLibrary } from './definition.ts';
import type { Call, Export } from './definition.ts';
import { each } from './shapes.ts';

// Source: Slonik 47 and 49 README and type declarations (@slonik/sql-tag 47), Slonik 33 and earlier (`sql` itself is a tag). A query token does nothing until a method of
// a pool, connection or transaction runs it. `sql.type(schema)` has each row checked by the schema.

const token: Call = { query: 'sql', lazy: true, sql: 'template', gives: 'token' };

const makesTag: Call = { gives: 'tag', schema: 'output' };

const sql: Export = {
  tag: token,
  members: {
    ...each('unsafe fragment prepared', { tag: token }),
    // `sql.type(Order)` with a schema; in old versions `sql<Order>` alone.
    ...each('type typeAlias', { call: makesTag }),
    ...each('array binary date identifier identifierList interval join json jsonb literalValue timestamp unnest uuid valueList tuple tupleList', { call: { gives: 'token' } }),
  },
};

const runs = (gives: string, more: Partial<Call> = {}): Call => ({ query: 'sql', sql: '0', gives, ...more });

const transaction: Call = { transaction: true, callbacks: [{ at: '0', params: ['connection'] }], gives: 'callback' };

const METHODS: { readonly [name: string]: Call } = {
  ...each('any many', runs('rows')),
  ...each('one maybeOne', runs('row')),
  ...each('anyFirst manyFirst oneFirst maybeOneFirst exists', runs('scalar', { narrow: true })),
  query: { query: 'sql', sql: '0', gives: { rows: 'rows', rowCount: 'scalar' } },
  record: runs('scalar', { narrow: true }),
  stream: runs('rows'),
  copyFromBinary: { query: 'sql', sql: '0', gives: 'scalar' },
  transaction,
};

export const slonik = defineLibrary({
  name: 'slonik',
  concern: 'database',
  modules: ['slonik', '@slonik/*', '@silverhand/slonik'],
  exports: {
    createPool: { call: { gives: 'pool' } },
    createSqlTag: { call: { gives: 'sql' } },
    sql,
    ...each('DatabasePool DatabasePoolType', { type: 'pool' }),
    ...each('CommonQueryMethods CommonQueryMethodsType DatabaseConnection DatabaseTransactionConnection DatabasePoolConnection DatabaseConnectionType DatabaseTransactionConnectionType DatabasePoolConnectionType', {
      type: 'connection',
    }),
  },
  types: {
    connection: { methods: METHODS },
    pool: {
      extends: 'connection',
      methods: { connect: { callbacks: [{ at: '0', params: ['connection'] }], gives: 'callback' }, ...each('end configuration state', { gives: 'nothing' }) },
    },
    /** What `createSqlTag()` makes. */
    sql: {
      tag: token,
      properties: { unsafe: 'tag', fragment: 'tag', prepared: 'tag' },
      methods: { ...each('type typeAlias', makesTag), ...each('array binary date identifier interval join json jsonb literalValue timestamp unnest uuid', { gives: 'token' }) },
    },
    tag: { tag: token, call: token },
    token: {},
  },
  names: {
    ...each('pool *Pool', { is: 'pool', evidence: 'file' }),
    ...each('connection transaction tx trx', { is: 'connection', evidence: 'file' }),
  },
  keyset: 'WHERE id > ${lastId} ORDER BY id LIMIT 20',
});
