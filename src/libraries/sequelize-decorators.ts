import type { Export } from './definition.ts';
import { each } from './shapes.ts';

// Source: sequelize-typescript 2.1 README and @sequelize/core/decorators-legacy 7.0.0-alpha.48: the same names, `Attribute` being the newer one's `Column`.

const type = { at: ['0.type', '0'] } as const;
const column = { type, name: ['0.field', '0.columnName'], primary: { at: '0.primaryKey' }, reference: { at: '0.references' }, default: '0.defaultValue' } as const;
const reference = { at: ['0.references.model.tableName', '0.references.model', '0.references.table'], by: 'foreign-key' } as const;

/** Decorators of models: each adds to the column or table that it stands on. */
export const sequelizeDecorators: { readonly [name: string]: Export } = {
  Table: { decorator: { table: { name: ['0.tableName', '0.modelName'] } } },
  ...each('Column Attribute', { decorator: { column, refers: reference } }),
  ColumnName: { decorator: { column: { name: '0' } } },
  PrimaryKey: { decorator: { column: { primary: true } } },
  Default: { decorator: { column: { default: '0' } } },
  ForeignKey: { decorator: { column: { reference: true }, refers: { at: '0', by: 'foreign-key' } } },
  ...each('BelongsTo HasOne HasMany BelongsToMany', { decorator: { refers: { at: '0', by: 'relation' } } }),
  ...each('AutoIncrement AllowNull NotNull Unique Comment Index', { decorator: { column: {} } }),
  ...each('CreatedAt UpdatedAt DeletedAt', { decorator: { column: { type: 'timestamp' } } }),
  Version: { decorator: { column: { type: 'integer' } } },
};
