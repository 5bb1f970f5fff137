import type { Call, ObjectType } from './definition.ts';
import { each } from './shapes.ts';

// Source: typeorm 1.1 type declarations and documentation (Select, Insert, Update, Delete using Query Builder, Working with Relations). A builder runs by an
// execute method only: it is no promise.

const goesOn: Call = { query: 'part', gives: 'this' };

const conditions: { readonly [name: string]: Call } = each('where andWhere orWhere having andHaving orHaving', {
  query: 'part',
  where: '0',
  gives: 'this',
  callbacks: [{ at: '0', params: ['this'] }],
});

const switches: { readonly [name: string]: Call } = {
  insert: { query: 'write', lazy: true, gives: 'insertQuery' },
  update: {
    query: 'write',
    lazy: true,
    gives: 'changeQuery',
    entity: '0',
    overloads: [
      { when: { at: '0', is: 'missing' }, query: 'write', lazy: true, gives: 'changeQuery' },
      { when: { at: '0', is: 'object' }, query: 'write', lazy: true, gives: 'changeQuery', values: '0' },
    ],
  },
  ...each('delete softDelete restore', { query: 'write', lazy: true, gives: 'changeQuery' }),
  relation: {
    query: 'part',
    gives: 'relationQuery',
    entity: '0',
    overloads: [{ when: { at: '1', is: 'missing' }, query: 'part', gives: 'relationQuery' }],
  },
};

const texts: { readonly [name: string]: Call } = each('getQuery getSql getParameters getQueryAndParameters printSql', { gives: 'scalar' });

const select: ObjectType = {
  methods: {
    ...switches,
    ...conditions,
    ...texts,
    select: { query: 'part', gives: 'this', columns: '0[]', alias: true, callbacks: [{ at: '0', params: ['this'] }] },
    addSelect: { query: 'part', gives: 'this', callbacks: [{ at: '0', params: ['this'] }] },
    ...each('from fromDummy', { query: 'part', gives: 'this', entity: '0', callbacks: [{ at: '0', params: ['this'] }] }),
    ...each('innerJoin leftJoin innerJoinAndSelect leftJoinAndSelect', { query: 'part', gives: 'this', refers: { at: '0', by: 'join', path: true }, callbacks: [{ at: '0', params: ['this'] }] }),
    ...each('innerJoinAndMapOne innerJoinAndMapMany leftJoinAndMapOne leftJoinAndMapMany', { query: 'part', gives: 'this', refers: { at: '1', by: 'join', path: true }, callbacks: [{ at: '1', params: ['this'] }] }),
    addFrom: { query: 'part', gives: 'this', refers: { at: '0', by: 'join' }, callbacks: [{ at: '0', params: ['this'] }] },
    addCommonTableExpression: { query: 'part', gives: 'this', defines: '1' },
    ...each('skip offset', { query: 'part', gives: 'this', offset: '0' }),
    ...each('take limit', goesOn),
    setFindOptions: { query: 'part', gives: 'this', columns: '0.select', offset: '0.skip', where: '0.where', follows: '0.relations' },
    subQuery: { gives: 'selectQuery' },
    ...each('getOne getOneOrFail getRawOne', { query: 'read', gives: 'row' }),
    ...each('getMany getRawMany stream', { query: 'read', gives: 'rows' }),
    getManyAndCount: { query: 'read', gives: ['rows', 'scalar'] },
    getRawAndEntities: { query: 'read', gives: { raw: 'rows', entities: 'rows' } },
    ...each('getCount getExists', { query: 'read', narrow: true, gives: 'scalar' }),
    execute: { query: 'run', gives: 'rows' },
  },
  anyMethod: goesOn,
};

const change: ObjectType = {
  methods: {
    ...switches,
    ...conditions,
    ...texts,
    from: { query: 'part', gives: 'this', entity: '0' },
    set: { query: 'part', gives: 'this', values: '0' },
    ...each('returning output', { query: 'part', gives: 'returningQuery', columns: '0[]' }),
    execute: { query: 'run', gives: 'scalar' },
  },
  anyMethod: goesOn,
};

export const typeormQueries: { readonly [name: string]: ObjectType } = {
  selectQuery: select,
  insertQuery: {
    methods: {
      into: { query: 'part', gives: 'this', entity: '0' },
      values: { query: 'part', gives: 'this', values: '0[]' },
      ...each('returning output', { query: 'part', gives: 'returningQuery', columns: '0[]' }),
      ...texts,
      execute: { query: 'run', gives: 'scalar' },
    },
    anyMethod: goesOn,
  },
  changeQuery: change,
  returningQuery: {
    methods: {
      ...conditions,
      ...texts,
      set: { query: 'part', gives: 'this', values: '0' },
      values: { query: 'part', gives: 'this', values: '0[]' },
      execute: { query: 'run', gives: { raw: 'rows', generatedMaps: 'rows', identifiers: 'scalar', affected: 'scalar' } },
    },
    anyMethod: goesOn,
  },
  relationQuery: {
    methods: {
      of: { query: 'part', gives: 'this' },
      ...each('add set remove addAndRemove', { query: 'write', gives: 'nothing' }),
      loadOne: { query: 'read', gives: 'row' },
      loadMany: { query: 'read', gives: 'rows' },
    },
  },
};
