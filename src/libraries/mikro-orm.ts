import { defineLibrary } from './definition.ts';
import type { Export } from './definition.ts';
import { mikroOrmTypes } from './mikro-orm-types.ts';
import { each } from './shapes.ts';

// Source: MikroORM 7.2 type declarations and documentation (Defining Entities, EntitySchema, defineEntity); @mikro-orm/nestjs 7. Decorators stand in
// `@mikro-orm/core` up to 6 and in `@mikro-orm/decorators/legacy` or `/es` since 7. Nothing in the core makes a UUID.

const options = {
  type: { at: ['0.columnType', '0.type'] },
  name: ['0.fieldName', '0.name'],
  default: ['0.default', '0.defaultRaw', '0.onCreate'],
} as const;

/** One property in `new EntitySchema({ properties: { id: { … } } })`. */
const schemaColumn = { type: 'type', primary: 'primary', reference: 'entity', default: ['default', 'defaultRaw', 'onCreate'] } as const;

const related = { at: ['0', '0.entity'], by: 'relation' } as const;

const decorators: { readonly [name: string]: Export } = {
  Entity: { decorator: { table: { name: ['0.tableName', '0.collection', '0.name'] } } },
  PrimaryKey: { decorator: { column: { ...options, primary: true } } },
  SerializedPrimaryKey: { decorator: { column: {} } },
  Property: { decorator: { column: { ...options, primary: { at: '0.primary' } } } },
  ...each('Enum Formula Embedded', { decorator: { column: { name: '0.fieldName' } } }),
  ...each('OneToMany ManyToMany', { decorator: { refers: related } }),
  ...each('ManyToOne OneToOne', { decorator: { refers: related, column: { reference: true, name: '0.fieldName', primary: { at: ['0.primary', '1.primary'] } } } }),
  InjectRepository: { decorator: { gives: 'repository', entity: '0' } },
  InjectEntityManager: { decorator: { gives: 'entityManager' } },
  InjectMikroORM: { decorator: { gives: 'orm' } },
};

const propertyTypes = { at: '0.properties', params: ['columnTypes'] } as const;
const entityName = ['0.tableName', '0.collection', '0.name', '0.class'] as const;

export const mikroOrm = defineLibrary({
  name: 'mikro-orm',
  concern: 'database',
  instances: true,
  naming: 'snake',
  modules: ['mikro-orm', '@mikro-orm/*', '@mikro-orm/*/**', '@medusajs/framework/mikro-orm/**', '@medusajs/framework/@mikro-orm/**', '@medusajs/deps/mikro-orm/**'],
  row: 'entity',
  exports: {
    ...decorators,
    MikroORM: { class: { instance: 'orm', static: 'ormClass' }, unnamed: true },
    ...each('EntityManager SqlEntityManager', { class: { instance: 'entityManager' }, unnamed: true }),
    ...each('EntityRepository SqlEntityRepository', { class: { instance: 'repository' } }),
    ...each('QueryBuilder SelectQueryBuilder', { class: { instance: 'query' } }),
    RequestContext: { class: { static: 'requestContext' } },
    BaseEntity: { class: { instance: 'baseEntity' } },
    Migration: { class: { instance: 'migration' } },
    EntitySchema: { new: { table: { name: entityName, columns: '0.properties', column: schemaColumn, refers: { at: '0.properties.*.entity', by: 'relation' } } } },
    defineEntity: {
      call: { table: { name: entityName, columns: '0.properties', column: 'builder' }, callbacks: [propertyTypes] },
      members: { properties: { gives: 'columnTypes' } },
    },
    p: { gives: 'columnTypes' },
    ...each('raw sql', { call: { sql: '0' }, tag: { sql: 'template' } }),
    wrap: { call: { gives: 'argument' } },
    helper: { call: { gives: 'argument' } },
    serialize: { call: { gives: 'mapped' } },
  },
  types: mikroOrmTypes,
  names: {
    ...each('em entityManager *EntityManager', { is: 'entityManager', evidence: 'file' }),
    orm: { is: 'orm', evidence: 'file' },
    ...each('repository repo *Repository *Repo', { is: 'repository', evidence: 'file' }),
    qb: { is: 'query', evidence: 'file' },
  },
  keyset: 'findByCursor(entity, { first: 20, after })',
});
