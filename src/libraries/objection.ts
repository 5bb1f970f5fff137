import { defineLibrary } from './definition.ts';
import type { Call, ObjectType } from './definition.ts';
import { each } from './shapes.ts';

// Source: Objection 3.1 documentation (Query Builder, Model, Transactions) and type declarations. A builder runs when it is awaited. `page(n, size)`
// counts pages from 0, `range(from, to)` rows.

type Calls = { readonly [name: string]: Call };

const writesOne = { query: 'write', lazy: true, values: '0[]', gives: 'one' } as const;
const inserts: Call = { ...writesOne, overloads: [{ when: { at: '0', is: 'array' }, ...writesOne, gives: 'query' }] };

const operations: Calls = {
  findById: { query: 'read', lazy: true, gives: 'one' },
  findOne: { query: 'read', lazy: true, where: '0', gives: 'one' },
  first: { query: 'read', lazy: true, gives: 'one' },
  ...each('insert insertAndFetch insertGraph insertGraphAndFetch insertWithRelated insertWithRelatedAndFetch upsertGraph upsertGraphAndFetch', inserts),
  ...each('patch update', { query: 'write', lazy: true, values: '0', gives: 'counted' }),
  ...each('patchAndFetch updateAndFetch', { query: 'write', lazy: true, values: '0', gives: 'one' }),
  ...each('patchAndFetchById updateAndFetchById', { query: 'write', lazy: true, values: '1', gives: 'one' }),
  ...each('delete deleteById relate unrelate increment decrement truncate', { query: 'write', lazy: true, gives: 'counted' }),
  ...each('resultSize count countDistinct min max sum avg', { query: 'read', lazy: true, narrow: true, gives: 'counted' }),
};

const parts: Calls = {
  ...each('select column columns distinct', { query: 'part', columns: 'rest:0', gives: 'this' }),
  ...each('where andWhere orWhere whereNot whereIn whereNotIn whereExists whereNotExists', {
    query: 'part',
    where: '0',
    gives: 'this',
    callbacks: [{ at: '0', params: ['query'], self: 'query' }],
  }),
  ...each('join innerJoin leftJoin leftOuterJoin rightJoin rightOuterJoin fullOuterJoin crossJoin', { query: 'part', gives: 'this', refers: { at: '0', by: 'join' } }),
  ...each('withGraphFetched withGraphJoined joinRelated innerJoinRelated leftJoinRelated joinEager eager', { query: 'part', gives: 'this', follows: '0' }),
  ...each('with withRecursive', { query: 'part', gives: 'this', defines: '0' }),
  offset: { query: 'part', offset: '0', gives: 'this' },
  limit: { query: 'part', gives: 'this' },
  page: { query: 'part', offset: '0', page: true, gives: 'page' },
  range: { query: 'part', offset: '0', gives: 'page' },
  modify: { query: 'part', gives: 'this', callbacks: [{ at: '0', params: ['this'], self: 'this' }] },
  modifyGraph: { query: 'part', gives: 'this', callbacks: [{ at: '1', params: ['query'] }] },
  from: { query: 'part', gives: 'this' },
  returning: { query: 'part', columns: 'rest:0', gives: 'query' },
  ...each('toKnexQuery modelClass hasWheres hasSelects', { gives: 'nothing' }),
};

function builder(awaited: NonNullable<ObjectType['awaited']>): ObjectType {
  return { awaited, methods: { ...operations, ...parts, execute: { query: 'run', gives: awaited } }, anyMethod: { query: 'part', gives: 'this' } };
}

const begins = { query: 'read', lazy: true, gives: 'query' } as const;

export const objection = defineLibrary({
  name: 'objection',
  concern: 'database',
  instances: true,
  relations: { property: 'relationMappings', entity: 'modelClass' },
  modules: ['objection'],
  row: 'instance',
  exports: {
    Model: { class: { instance: 'instance', static: 'model' } },
    QueryBuilder: { class: { instance: 'query' } },
    ModelClass: { type: 'model' },
    Transaction: { type: 'knex.knex' },
    TransactionOrKnex: { type: 'knex.knex' },
    transaction: { call: { transaction: true, callbacks: [{ at: 'last', params: ['argument'] }], gives: 'callback' } },
    ...each('raw', { call: { sql: '0' } }),
  },
  types: {
    model: {
      methods: {
        query: begins,
        relatedQuery: { ...begins, entity: '0' },
        transaction: { transaction: true, callbacks: [{ at: 'last', params: ['knex.knex'] }], gives: 'callback' },
        ...each('startTransaction knex', { gives: 'knex.knex' }),
        ...each('bindKnex bindTransaction', { gives: 'this' }),
        ...each('fromJson fromDatabaseJson', { values: '0', gives: 'row' }),
        fetchGraph: { query: 'read', gives: 'argument' },
        raw: { sql: '0' },
      },
      new: { gives: 'instance' },
    },
    instance: {
      isEntity: true,
      methods: {
        $query: { query: 'read', lazy: true, gives: 'one' },
        $relatedQuery: { ...begins, entity: '0' },
        ...each('$fetchGraph $loadRelated', { query: 'read', gives: 'row' }),
        ...each('$set $setJson $setDatabaseJson', { values: '0', gives: 'row' }),
        ...each('toJSON $toJson $clone $omit $pick', { gives: 'row' }),
        $id: { gives: 'scalar' },
      },
    },
    query: builder('rows'),
    one: builder('row'),
    counted: builder('scalar'),
    page: builder({ results: 'rows', total: 'scalar' }),
  },
  keyset: ".where('id', '>', lastId).orderBy('id').limit(20)",
});
