import { defineLibrary } from './definition.ts';
import type { Export } from './definition.ts';
import { knexTypes } from './knex-types.ts';
import { each } from './shapes.ts';

// Source: Knex 3.3 documentation and type declarations; nest-knexjs 0.0.27, nestjs-knex 2. `knex.fn.uuid()` is `gen_random_uuid()` on PostgreSQL and a
// version 4 elsewhere; there is no version 7.

const types: { readonly [name: string]: Export } = {
  Transaction: { type: 'knex', unnamed: true },
  ...each('QueryBuilder QueryInterface ChainableInterface', { type: 'query' }),
  SchemaBuilder: { type: 'schema' },
  ...each('TableBuilder CreateTableBuilder AlterTableBuilder', { type: 'table' }),
  ...each('ColumnBuilder', { type: 'column' }),
};

const knexExport: Export = { call: { gives: 'knex' }, type: 'knex', unnamed: true, members: types };

export const knex = defineLibrary({
  name: 'knex',
  concern: 'database',
  modules: ['knex', 'nest-knexjs', 'nestjs-knex'],
  exports: {
    ...each('default knex Knex', knexExport),
    ...each('InjectModel InjectConnection InjectKnex', { decorator: { gives: 'knex' } }),
  },
  types: knexTypes,
  names: {
    knex: { is: 'knex', evidence: 'shape' },
    ...each('db trx *Knex *knex', { is: 'knex', evidence: 'file' }),
    qb: { is: 'query', evidence: 'file' },
  },
  keyset: ".where('id', '>', lastId).orderBy('id').limit(20)",
});
