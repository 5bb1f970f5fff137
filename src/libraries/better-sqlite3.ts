import { defineLibrary } from './definition.ts';
import type { Call, Export } from './definition.ts';
import { each } from './shapes.ts';

// Source: better-sqlite3 12 API documentation; node:sqlite of Node.js 26 (DatabaseSync, StatementSync); bun:sqlite documentation of Bun 1.3; libsql 0.5. Everything is
// synchronous. A statement is prepared once and run with its parameters: by position, or as an object of names.

const prepares: Call = { query: 'sql', lazy: true, sql: '0', gives: 'statement' };

const database: Export = { new: { gives: 'database' }, call: { gives: 'database' }, class: { instance: 'database' }, type: 'database', members: { Database: { type: 'database' }, Statement: { type: 'statement', unnamed: true } } };

export const betterSqlite3 = defineLibrary({
  name: 'better-sqlite3',
  concern: 'database',
  modules: ['better-sqlite3', 'better-sqlite3-multiple-ciphers', 'node:sqlite', 'bun:sqlite', 'libsql', 'libsql/promise'],
  exports: {
    default: database,
    ...each('Database DatabaseSync', database),
    ...each('Statement StatementSync', { type: 'statement', unnamed: true }),
  },
  types: {
    database: {
      methods: {
        prepare: prepares,
        query: prepares,
        exec: { query: 'sql', sql: '0', gives: 'this' },
        run: { query: 'sql', sql: '0', parameters: 'rest:1', gives: 'scalar' },
        transaction: { transaction: true, gives: 'argument' },
        createTagStore: { gives: 'store' },
        ...each('defaultSafeIntegers unsafeMode', { gives: 'this' }),
        ...each('pragma function aggregate close backup loadExtension serialize table', { gives: 'nothing' }),
      },
    },
    statement: {
      methods: {
        all: { query: 'run', parameters: 'rest:0', gives: 'rows' },
        iterate: { query: 'run', parameters: 'rest:0', gives: 'rows' },
        get: { query: 'run', parameters: 'rest:0', gives: 'row' },
        run: { query: 'run', parameters: 'rest:0', gives: 'scalar' },
        values: { query: 'run', parameters: 'rest:0', gives: 'rows' },
        pluck: { query: 'part', narrow: true, gives: 'this' },
        ...each('raw expand safeIntegers bind as', { query: 'part', gives: 'this' }),
        ...each('columns finalize setReadBigInts setAllowBareNamedParameters', { gives: 'nothing' }),
      },
    },
    store: {
      methods: {
        all: { query: 'sql', sql: 'template', gives: 'rows' },
        iterate: { query: 'sql', sql: 'template', gives: 'rows' },
        get: { query: 'sql', sql: 'template', gives: 'row' },
        run: { query: 'sql', sql: 'template', gives: 'scalar' },
      },
    },
  },
  names: {
    ...each('db database sqlite *Db', { is: 'database', evidence: 'file' }),
    ...each('stmt statement *Stmt *Statement', { is: 'statement', evidence: 'file' }),
  },
  keyset: 'WHERE id > ? ORDER BY id LIMIT 20',
});
