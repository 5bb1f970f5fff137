import type { Call, ObjectType } from './definition.ts';
import { each } from './shapes.ts';

// Source: Kysely 0.28 type declarations (SchemaModule, CreateTableBuilder, AlterTableBuilder, ColumnDefinitionBuilder, AlterColumnBuilder) and documentation of migrations.

const goesOn: Call = { gives: 'this' };

const declares: Call = { gives: 'tableBuilder', entity: '0', table: { name: '0', chained: true } };

const column: Call = { gives: 'this', column: { name: '0', type: { at: '1' }, builder: { at: '2', gives: 'columnBuilder' } } };

export const kyselySchema: { readonly [name: string]: ObjectType } = {
  schema: {
    methods: {
      ...each('createTable alterTable', declares),
      ...each('withSchema withPlugin withoutPlugins', goesOn),
      ...each('createIndex dropIndex dropTable createView dropView createType dropType createSchema dropSchema refreshMaterializedView', { gives: 'statement' }),
    },
  },
  statement: { anyMethod: goesOn, methods: { execute: { gives: 'nothing' } } },
  tableBuilder: {
    methods: {
      ...each('addColumn modifyColumn', column),
      alterColumn: { gives: 'this', column: { name: '0', builder: { at: '1', gives: 'columnBuilder' } } },
      addPrimaryKeyConstraint: { gives: 'this', column: { name: '1[]', primary: true } },
      addForeignKeyConstraint: { gives: 'this', column: { name: '1[]', reference: true } },
      ...each('$call', { gives: 'this', callbacks: [{ at: '0', params: ['this'] }] }),
      execute: { gives: 'nothing' },
      ...each('compile toOperationNode', { gives: 'scalar' }),
    },
    anyMethod: goesOn,
  },
  columnBuilder: {
    methods: {
      primaryKey: { column: { primary: true }, gives: 'this' },
      references: { column: { reference: true }, gives: 'this' },
      ...each('defaultTo setDefault', { column: { default: '0' }, gives: 'this' }),
      setDataType: { column: { type: { at: '0' } }, gives: 'this' },
    },
    anyMethod: goesOn,
  },
};
