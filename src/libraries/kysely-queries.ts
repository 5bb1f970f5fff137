import type { Call, ObjectType } from './definition.ts';
import { each } from './shapes.ts';

// Source: Kysely 0.28 and 0.29 type declarations (Kysely, QueryCreator, query builders, ExpressionBuilder). A builder is no promise: it runs by `execute`, `executeTakeFirst`,
// `executeTakeFirstOrThrow` or `stream`. Nothing is selected until `select` or `selectAll`.

const goesOn: Call = { query: 'part', gives: 'this' };

const runs: { readonly [name: string]: Call } = {
  ...each('execute stream', { query: 'run', gives: 'rows' }),
  ...each('executeTakeFirst executeTakeFirstOrThrow', { query: 'run', gives: 'row' }),
  explain: { query: 'run', gives: 'scalar' },
  ...each('compile toOperationNode', { gives: 'scalar' }),
};

/** Calls whose argument may be a function that is given the expression builder. */
const expresses = (names: string, more: Partial<Call> = {}): { readonly [name: string]: Call } =>
  each(names, {
    query: 'part',
    gives: 'this',
    callbacks: [
      { at: '0', params: ['expressions'] },
      { at: '2', params: ['expressions'] },
    ],
    ...more,
  });

const begins: { readonly [name: string]: Call } = {
  selectFrom: { query: 'read', lazy: true, entity: '0', gives: 'selectQuery', callbacks: [{ at: '0', params: ['expressions'] }] },
  selectNoFrom: { query: 'read', lazy: true, narrow: true, gives: 'selectQuery', callbacks: [{ at: '0', params: ['expressions'] }] },
  ...each('insertInto replaceInto mergeInto', { query: 'write', lazy: true, narrow: true, entity: '0', gives: 'changeQuery' }),
  ...each('updateTable deleteFrom', { query: 'write', lazy: true, narrow: true, entity: '0', gives: 'changeQuery' }),
  ...each('with withRecursive', { gives: 'this', defines: '0', callbacks: [{ at: '1', params: ['client'] }] }),
};

const conditions = expresses('where having on', { where: '0' });

const client: ObjectType = {
  properties: { schema: 'schema', fn: 'functions', dynamic: 'nothing', introspection: 'nothing' },
  methods: {
    ...begins,
    ...each('withPlugin withoutPlugins withSchema withTables', { gives: 'this' }),
    transaction: { gives: 'transaction' },
    startTransaction: { gives: 'controlled' },
    connection: { gives: 'connection' },
    ...each('commit rollback savepoint rollbackToSavepoint releaseSavepoint', { gives: 'command' }),
    // The argument is a query that was compiled elsewhere.
    executeQuery: { query: 'read', narrow: true, gives: { rows: 'rows' } },
    destroy: { gives: 'nothing' },
  },
};

export const kyselyQueries: { readonly [name: string]: ObjectType } = {
  client,
  transaction: {
    methods: {
      ...each('setIsolationLevel setAccessMode', { gives: 'this' }),
      execute: { transaction: true, callbacks: [{ at: '0', params: ['client'] }], gives: 'callback' },
    },
  },
  controlled: { methods: { ...each('setIsolationLevel setAccessMode', { gives: 'this' }), execute: { gives: 'client' } } },
  connection: { methods: { execute: { callbacks: [{ at: '0', params: ['client'] }], gives: 'callback' } } },
  command: { methods: { execute: { gives: 'client' } } },
  selectQuery: {
    methods: {
      ...runs,
      ...conditions,
      ...expresses('select', { columns: '0[]' }),
      selectAll: { query: 'part', whole: true, gives: 'this' },
      ...expresses('innerJoin leftJoin rightJoin fullJoin crossJoin innerJoinLateral leftJoinLateral crossJoinLateral', {
        refers: { at: '0', by: 'join' },
        callbacks: [
          { at: '0', params: ['expressions'] },
          { at: '1', params: ['this'] },
        ],
      }),
      ...expresses('orderBy groupBy distinctOn union unionAll intersect except'),
      offset: { query: 'part', offset: '0', gives: 'this' },
      $call: { query: 'part', gives: 'this', callbacks: [{ at: '0', params: ['this'] }] },
      $if: { query: 'part', gives: 'this', callbacks: [{ at: '1', params: ['this'] }] },
      as: { gives: 'raw' },
    },
    anyMethod: goesOn,
  },
  changeQuery: {
    methods: {
      ...runs,
      ...conditions,
      ...each('from using innerJoin leftJoin rightJoin fullJoin', { ...goesOn, refers: { at: '0', by: 'join' }, callbacks: [{ at: '0', params: ['expressions'] }, { at: '1', params: ['this'] }] }),
      ...expresses('values', { values: '0[]' }),
      set: {
        query: 'part',
        gives: 'this',
        values: '0',
        callbacks: [{ at: '0', params: ['expressions'] }],
        overloads: [{ when: { at: '1', is: 'there' }, query: 'part', gives: 'this' }],
      },
      onConflict: { query: 'part', gives: 'this', callbacks: [{ at: '0', params: ['conflict'] }] },
      onDuplicateKeyUpdate: { query: 'part', values: '0', gives: 'this' },
      ...each('thenUpdateSet thenInsertValues', { query: 'part', values: '0', gives: 'this' }),
      ...expresses('returning output', { columns: '0[]' }),
      ...each('returningAll outputAll', { query: 'part', whole: true, gives: 'this' }),
      expression: { query: 'part', gives: 'this', callbacks: [{ at: '0', params: ['expressions'] }] },
      ...each('$call', { query: 'part', gives: 'this', callbacks: [{ at: '0', params: ['this'] }] }),
      $if: { query: 'part', gives: 'this', callbacks: [{ at: '1', params: ['this'] }] },
    },
    anyMethod: goesOn,
  },
  conflict: { methods: { doUpdateSet: { gives: 'this' } }, anyMethod: { gives: 'this' } },
  /** `eb` is also called itself: `eb('age', '>', 18)`. */
  expressions: {
    properties: { fn: 'functions' },
    methods: { selectFrom: begins['selectFrom'] as Call },
    anyMethod: { gives: 'raw' },
    call: { gives: 'raw' },
  },
  functions: { anyMethod: { gives: 'raw' } },
  raw: {
    methods: { execute: { query: 'run', gives: { rows: 'rows', numAffectedRows: 'scalar' } }, compile: { gives: 'scalar' } },
    anyMethod: { gives: 'this' },
  },
};
