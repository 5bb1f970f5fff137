import { defineLibrary } from './definition.ts';
import type { Call, Export } from './definition.ts';
import { kyselyQueries } from './kysely-queries.ts';
import { kyselySchema } from './kysely-schema.ts';
import { each } from './shapes.ts';

// Source: Kysely 0.28 and 0.29 type declarations and documentation (Getting started, Recipes, Migrations, Raw SQL, Transactions); nestjs-kysely 1; kysely-paginate 0.3.

const raw: Call = { query: 'sql', lazy: true, sql: 'template', gives: 'raw' };

const sql: Export = {
  tag: raw,
  members: {
    raw: { call: { query: 'sql', lazy: true, sql: '0', gives: 'raw' } },
    table: { call: { gives: 'raw', refers: { at: '0', by: 'join' } } },
    ...each('ref id val value lit literal join', { call: { gives: 'raw' } }),
  },
};

const paginates: Call = { query: 'part', gives: { rows: 'rows' } };

export const kysely = defineLibrary({
  name: 'kysely',
  concern: 'database',
  modules: ['kysely', 'kysely/**', 'nestjs-kysely', 'kysely-paginate'],
  exports: {
    ...each('Kysely Transaction ControlledTransaction QueryCreator ReadonlyKysely ReadonlyTransaction', { class: { instance: 'client' }, type: 'client', unnamed: true }),
    SelectQueryBuilder: { type: 'selectQuery', unnamed: true },
    ...each('InsertQueryBuilder UpdateQueryBuilder DeleteQueryBuilder MergeQueryBuilder', { type: 'changeQuery', unnamed: true }),
    ExpressionBuilder: { type: 'expressions', unnamed: true },
    ...each('CreateTableBuilder AlterTableBuilder', { type: 'tableBuilder', unnamed: true }),
    ColumnDefinitionBuilder: { type: 'columnBuilder', unnamed: true },
    ...each('InjectKysely', { decorator: { gives: 'client' } }),
    executeWithOffsetPagination: { call: { query: 'read', gives: { rows: 'rows' }, offset: '1.page', page: true } },
    executeWithCursorPagination: { call: { ...paginates, query: 'read', cursor: ['1.after', '1.before'] } },
    sql,
  },
  types: { ...kyselyQueries, ...kyselySchema },
  names: {
    ...each('db trx tx kysely database *Db *Kysely', { is: 'client', evidence: 'file' }),
    eb: { is: 'expressions', evidence: 'file' },
  },
  keyset: ".where('id', '>', lastId).orderBy('id').limit(20)",
});
