import type { Call, ObjectType } from './definition.ts';
import { each } from './shapes.ts';

// Source: Kysely 0.28 type declarations (SchemaModule, CreateTableBuilder, AlterTableBuilder, ColumnDefinitionBuilder, AlterColumnBuilder) and documentation of migrations.

const goesOn: Call = { gives: 'this' };

const declares: Call = { gives: 'tableBuilder', entity: '0', table: { name: '0', chained: true } };

const column: Call = { gives: 'this', column: { name: '0', type: { at: '1' }, builder: { at: '2', gives: 'columnBuilder' } } };

export const kyselySchema: { readonly [name: string]: ObjectType } = {
  schema: {
    methods: {
      createTable: declares,
      alterTable: { ...declares, table: { ...declares.table, alters: true } },
      ...each('dropTable refreshMaterializedView', { gives: 'statement', refers: { at: '0', by: 'migration' } }),
      ...each('createView', { gives: 'statement', table: { name: '0' } }),
      ...each('withSchema withPlugin withoutPlugins', goesOn),
      ...each('createIndex dropIndex dropView createType dropType createSchema dropSchema', { gives: 'statement' }),
    },
  },
  statement: { anyMethod: goesOn, methods: { on: { gives: 'this', refers: { at: '0', by: 'migration' } }, execute: { gives: 'nothing' } } },
  tableBuilder: {
    methods: {
      ...each('addColumn modifyColumn', column),
      alterColumn: { gives: 'this', column: { name: '0', builder: { at: '1', gives: 'columnBuilder' } } },
      addPrimaryKeyConstraint: { gives: 'this', column: { name: '1[]', primary: true } },
      addForeignKeyConstraint: { gives: 'this', column: { name: '1[]', reference: true }, refers: { at: '2', by: 'foreign-key' } },
      ...each('$call', { gives: 'this', callbacks: [{ at: '0', params: ['this'] }] }),
      execute: { gives: 'nothing' },
      ...each('compile toOperationNode', { gives: 'scalar' }),
    },
    anyMethod: goesOn,
  },
  columnBuilder: {
    methods: {
      primaryKey: { column: { primary: true }, gives: 'this' },
      references: { column: { reference: true }, gives: 'this', refers: { at: '0', by: 'foreign-key', column: true } },
      ...each('defaultTo setDefault', { column: { default: '0' }, gives: 'this' }),
      setDataType: { column: { type: { at: '0' } }, gives: 'this' },
    },
    anyMethod: goesOn,
  },
};
