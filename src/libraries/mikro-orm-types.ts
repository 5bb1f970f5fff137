import type { Call, ObjectType } from './definition.ts';
import { each } from './shapes.ts';

// Source: MikroORM 7.2 type declarations and documentation (Entity Manager, Repositories, Query Builder, Defining Entities via defineEntity, Pagination);
// 5 and 6 for persistAndFlush, removeAndFlush, nativeInsert, getKnex. Persisting only marks an entity: `flush` writes.

type Calls = { readonly [name: string]: Call };

/** The same methods on the entity manager, with the entity first, and on a repository, without it. */
function methods(first: 0 | 1): Calls {
  const entity = first === 1 ? { entity: '0' } : {};
  const inOptions = (at: number) => ({ columns: `${at}.fields`, offset: `${at}.offset`, follows: `${at}.populate` });
  const made = { values: `${first}[]`, gives: 'row', ...entity } as const;
  const insert = { query: 'write', values: `${first}[]`, gives: 'scalar', ...entity } as const;
  const one = { when: { at: '1', is: 'missing' }, query: 'write', gives: 'scalar', values: '0' } as const;
  const overloads = first === 1 ? { overloads: [one] } : {};
  return {
    find: { query: 'read', gives: 'rows', where: `${first}`, ...inOptions(first + 1), ...entity },
    stream: { query: 'read', gives: 'rows', ...inOptions(first), ...entity },
    findAll: { query: 'read', gives: 'rows', where: `${first}.where`, ...inOptions(first), ...entity },
    ...each('findOne findOneOrFail', { query: 'read', gives: 'row', where: `${first}`, columns: `${first + 1}.fields`, follows: `${first + 1}.populate`, ...entity }),
    findAndCount: { query: 'read', gives: ['rows', 'scalar'], where: `${first}`, ...inOptions(first + 1), ...entity },
    findByCursor: {
      query: 'read',
      gives: { items: 'rows', totalCount: 'scalar', startCursor: 'scalar', endCursor: 'scalar', hasNextPage: 'scalar', hasPrevPage: 'scalar', length: 'scalar' },
      columns: [`${first}.fields`, `${first + 1}.fields`],
      cursor: [`${first}.after`, `${first}.before`, `${first + 1}.after`, `${first + 1}.before`],
      ...entity,
    },
    ...each('count countBy', { query: 'read', narrow: true, gives: 'scalar', ...entity }),
    ...each('insert nativeInsert', { ...insert, ...overloads }),
    insertMany: { ...insert, ...overloads },
    nativeUpdate: { query: 'write', where: `${first}`, values: `${first + 1}`, gives: 'scalar', ...entity },
    nativeDelete: { query: 'write', where: `${first}`, gives: 'scalar', ...entity },
    upsert: { query: 'write', values: `${first}`, gives: 'row', ...entity },
    upsertMany: { query: 'write', values: `${first}[]`, gives: 'rows', ...entity },
    create: made,
    assign: { values: '1', gives: 'argument' },
    merge: { gives: 'argument' },
    map: { gives: 'row', ...entity },
    populate: { query: 'read', gives: 'argument', follows: '1' },
    ...each('refresh refreshOrFail', { query: 'read', gives: 'argument' }),
    lock: { query: 'read', gives: 'nothing' },
    // Marks; a later flush writes.
    ...each('persist remove persistLater removeLater', { gives: 'this' }),
    ...each('flush persistAndFlush removeAndFlush', { query: 'write', gives: 'nothing' }),
    ...each('createQueryBuilder qb', { query: 'read', lazy: true, gives: 'query', ...entity }),
    getKnex: { gives: 'knex.knex' },
    getKysely: { gives: 'kysely.client' },
  };
}

const runsSql: Call = { query: 'sql', sql: '0', parameters: '1', gives: 'rows' };
const goesOn: Call = { query: 'part', gives: 'this' };

const query: ObjectType = {
  awaited: 'rows',
  methods: {
    select: { query: 'part', gives: 'this', columns: '0[]' },
    insert: { query: 'write', lazy: true, values: '0[]', gives: 'change' },
    update: { query: 'write', lazy: true, values: '0', gives: 'change' },
    ...each('delete truncate', { query: 'write', lazy: true, gives: 'change' }),
    count: { query: 'read', lazy: true, narrow: true, gives: 'counted' },
    ...each('where andWhere orWhere', { query: 'part', where: '0', gives: 'this' }),
    offset: { query: 'part', offset: '0', gives: 'this' },
    limit: { query: 'part', offset: '1', gives: 'this' },
    from: { query: 'part', entity: '0', gives: 'this' },
    ...each('join innerJoin leftJoin joinAndSelect innerJoinAndSelect leftJoinAndSelect', { ...goesOn, refers: { at: '0', by: 'join', path: true } }),
    ...each('getResult getResultList stream', { query: 'read', gives: 'rows' }),
    getSingleResult: { query: 'read', gives: 'row' },
    getResultAndCount: { query: 'read', gives: ['rows', 'scalar'] },
    getCount: { query: 'read', narrow: true, gives: 'scalar' },
    execute: { query: 'run', gives: 'rows' },
    ...each('getQuery getFormattedQuery getParams toQuery', { gives: 'scalar' }),
    ...each('getKnexQuery getNativeQuery', { gives: 'nothing' }),
    clone: { gives: 'this' },
  },
  anyMethod: goesOn,
};

const columnTypes =
  'uuid bigint array decimal json blob uint8array boolean character date datetime double float integer interval mediumint smallint string text time tinyint ' +
  'unknown enum type';

export const mikroOrmTypes: { readonly [name: string]: ObjectType } = {
  orm: { properties: { em: 'entityManager' } },
  ormClass: { methods: each('init initSync', { gives: 'orm' }), new: { gives: 'orm' } },
  requestContext: { methods: { getEntityManager: { gives: 'entityManager' } } },
  entityManager: {
    methods: {
      ...methods(1),
      ...each('fork getContext', { gives: 'this' }),
      ...each('getRepository repo', { gives: 'repository', entity: '0' }),
      getConnection: { gives: 'connection' },
      execute: runsSql,
      ...each('transactional', { transaction: true, callbacks: [{ at: '0', params: ['this'] }], gives: 'callback' }),
      callRoutine: { query: 'write' },
      getReference: { gives: 'nothing', entity: '0' },
      ...each('begin commit rollback clear', { gives: 'nothing' }),
    },
  },
  repository: {
    properties: { em: 'entityManager', _em: 'entityManager' },
    methods: { ...methods(0), getEntityManager: { gives: 'entityManager' }, getReference: { gives: 'nothing' } },
  },
  connection: { methods: { execute: runsSql, getKnex: { gives: 'knex.knex' }, transactional: { transaction: true, callbacks: [{ at: '0', params: [] }], gives: 'callback' } } },
  query,
  change: {
    awaited: 'scalar',
    methods: {
      ...each('where andWhere orWhere', { query: 'part', where: '0', gives: 'this' }),
      execute: { query: 'run', gives: 'scalar' },
      returning: { query: 'part', columns: '0[]', gives: 'query' },
      ...each('getQuery getFormattedQuery', { gives: 'scalar' }),
    },
    anyMethod: goesOn,
  },
  counted: { awaited: 'scalar', methods: each('execute getCount getResult', { query: 'run', narrow: true, gives: 'scalar' }), anyMethod: goesOn },
  entity: {
    methods: {
      ...each('toObject toJSON toPOJO', { gives: 'row' }),
      ...each('init load populate', { query: 'read', gives: 'row' }),
      assign: { values: '0', gives: 'row' },
      ...each('isInitialized getPrimaryKey', { gives: 'scalar' }),
    },
  },
  baseEntity: { extends: 'entity', isEntity: true },
  migration: {
    methods: { addSql: { query: 'sql', sql: '0' }, execute: runsSql, getKnex: { gives: 'knex.knex' }, getEntityManager: { gives: 'entityManager' } },
  },
  columnTypes: {
    methods: {
      ...each(columnTypes, (type) => ({ column: { type }, gives: 'column' })),
      ...each('manyToOne oneToOne', { column: { reference: true }, gives: 'column', refers: { at: '0', by: 'relation' } }),
      ...each('oneToMany manyToMany', { column: {}, gives: 'column', refers: { at: '0', by: 'relation' } }),
      ...each('embedded formula', { column: {}, gives: 'column' }),
    },
  },
  column: {
    methods: {
      primary: { column: { primary: true }, gives: 'this' },
      ...each('default defaultRaw onCreate', { column: { default: '0' }, gives: 'this' }),
      ...each('name fieldName', { column: { name: '0' }, gives: 'this' }),
      ...each('type columnType', { column: { type: { at: '0' } }, gives: 'this' }),
    },
    anyMethod: { gives: 'this' },
  },
};
