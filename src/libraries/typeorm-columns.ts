// Source: typeorm 1.1 type declarations: EntitySchemaColumnOptions, TableColumnOptions.

/** A column in `new EntitySchema({ columns: { id: { … } } })`. */
export const schemaColumns = {
  type: 'type',
  primary: 'primary',
  reference: 'foreignKey',
  default: ['default'],
  uuid: { key: 'generated', equals: 'uuid', version: 4 },
} as const;

/** A column in `new Table({ columns: [{ name: 'id', … }] })`. */
export const tableColumns = {
  name: 'name',
  type: 'type',
  primary: 'isPrimary',
  default: ['default'],
  uuid: { key: 'generationStrategy', equals: 'uuid', version: 4 },
} as const;
