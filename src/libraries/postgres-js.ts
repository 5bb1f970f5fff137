import { defineLibrary } from './definition.ts';
import type { Call, Gives } from './definition.ts';
import { each } from './shapes.ts';

// Source: postgres 3.4 README and type declarations; the SQL client of Bun 1.3, which has the same interface. `sql` is a tag, and called with values a helper: `sql(user, 'name')`, `sql('table')`, `sql(users)`. A query runs
// when it is awaited, or by `execute`, `cursor`, `forEach`, `describe`.

const tag: Call = { query: 'sql', lazy: true, sql: 'template', gives: 'query', values: 'rest:0().0[]' };

const inside = (names: string): { readonly [name: string]: Call } => each(names, { transaction: true, callbacks: [{ at: 'last', params: ['sql'] }], gives: 'callback' });

const row: Gives = 'row';

const connect = { call: { gives: 'sql' } } as const;

export const postgresJs = defineLibrary({
  name: 'postgres.js',
  concern: 'database',
  modules: ['postgres', 'postgres/**', 'bun'],
  exports: {
    default: { ...connect, members: each('Sql TransactionSql ReservedSql ISql', { type: 'sql', unnamed: true }) },
    postgres: connect,
    // Bun's `sql` is connected already.
    sql: { gives: 'sql' },
    SQL: { new: { gives: 'sql' }, type: 'sql', unnamed: true },
    ...each('Sql TransactionSql ReservedSql ISql', { type: 'sql', unnamed: true }),
  },
  types: {
    sql: {
      tag,
      call: { gives: 'helper' },
      methods: {
        ...inside('begin savepoint'),
        unsafe: { query: 'sql', lazy: true, sql: '0', parameters: '1', gives: 'query' },
        // The SQL stands in a file.
        file: { query: 'read', lazy: true, gives: 'query', narrow: true },
        reserve: { gives: 'sql' },
        ...each('json array typed', { gives: 'helper' }),
        ...each('listen notify subscribe end release', { gives: 'nothing' }),
      },
    },
    query: {
      awaited: 'rows',
      methods: {
        execute: { query: 'run', gives: 'this' },
        ...each('values raw simple', { query: 'part', gives: 'this' }),
        cursor: { query: 'run', gives: 'rows', callbacks: [{ at: 'last', params: ['rows'] }] },
        forEach: { query: 'run', gives: 'nothing', callbacks: [{ at: '0', params: [row] }] },
        describe: { query: 'run', gives: 'scalar' },
        ...each('readable writable', { query: 'run', gives: 'rows' }),
        cancel: { gives: 'nothing' },
      },
    },
    helper: {},
  },
  names: {
    ...each('sql *Sql', { is: 'sql', evidence: 'file' }),
  },
  keyset: 'WHERE id > ${lastId} ORDER BY id LIMIT 20',
});
