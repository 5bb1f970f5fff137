import { defineLibrary } from './definition.ts';
import { each } from './shapes.ts';
import { typeormDecorators } from './typeorm-decorators.ts';
import { typeormFinders, typeormFindersOf, typeormWrites, typeormWritesOf } from './typeorm-methods.ts';
import { typeormQueries } from './typeorm-queries.ts';
import { schemaColumns, tableColumns } from './typeorm-columns.ts';

// Source: typeorm 1.1 type declarations and documentation (EntityManager API, Repository API, Active Record, Migrations, Entity schema), 0.2 and 0.3 for
// Connection, getRepository(), @EntityRepository, findByIds(), findOneById(), exist(); @nestjs/typeorm 11; typeorm-typedi-extensions 0.4.

const transaction = { transaction: true, callbacks: [{ at: 'last', params: ['entityManager'] }], gives: 'callback' } as const;

const repositoryOf = { gives: 'repository', entity: '0' } as const;

const runsSql = { query: 'sql', sql: '0', parameters: '1', gives: 'rows' } as const;
const sqlTag = { query: 'sql', sql: 'template', gives: 'rows' } as const;

const opensRepositories = {
  getRepository: repositoryOf,
  getTreeRepository: { gives: 'treeRepository', entity: '0' },
  getMongoRepository: { gives: 'mongoRepository', entity: '0' },
  getCustomRepository: { gives: 'instance' },
} as const;

/** `dataSource.createQueryBuilder(Order, 'o')`; with nothing or a query runner, `.from()` or `.into()` names the entity later. */
const buildsQuery = {
  query: 'read',
  lazy: true,
  gives: 'selectQuery',
  entity: '0',
  overloads: [{ when: { at: '1', is: 'missing' }, query: 'read', lazy: true, gives: 'selectQuery' }],
} as const;

export const typeorm = defineLibrary({
  name: 'typeorm',
  concern: 'database',
  instances: true,
  naming: 'snake',
  modules: ['typeorm', 'typeorm/**', '@nestjs/typeorm', 'typeorm-typedi-extensions'],
  row: 'activeRecord',
  exports: {
    ...typeormDecorators,
    ...each('DataSource Connection', { class: { instance: 'dataSource' } }),
    ...each('EntityManager MongoEntityManager', { class: { instance: 'entityManager' } }),
    Repository: { class: { instance: 'repository' } },
    TreeRepository: { class: { instance: 'treeRepository' } },
    MongoRepository: { class: { instance: 'mongoRepository' } },
    AbstractRepository: { class: { instance: 'abstractRepository' } },
    BaseEntity: { class: { instance: 'activeRecord', static: 'activeRecordClass' } },
    ...each('SelectQueryBuilder QueryBuilder WhereExpressionBuilder', { class: { instance: 'selectQuery' } }),
    InsertQueryBuilder: { class: { instance: 'insertQuery' } },
    ...each('UpdateQueryBuilder DeleteQueryBuilder SoftDeleteQueryBuilder', { class: { instance: 'changeQuery' } }),
    RelationQueryBuilder: { class: { instance: 'relationQuery' } },
    QueryRunner: { type: 'queryRunner' },
    ...each('InsertEvent UpdateEvent RemoveEvent SoftRemoveEvent RecoverEvent TransactionCommitEvent TransactionStartEvent TransactionRollbackEvent', {
      type: 'event',
    }),
    ...each('Table TableColumn', { new: { gives: 'argument' } }),
    EntitySchema: { new: { table: { name: ['0.tableName', '0.name'], columns: '0.columns', column: schemaColumns, refers: { at: '0.relations.*.target', by: 'relation' } } } },
    ...each('createConnection getConnection', { call: { gives: 'dataSource' } }),
    ...each('getManager getMongoManager', { call: { gives: 'entityManager' } }),
    getRepository: { call: repositoryOf },
    getTreeRepository: { call: opensRepositories.getTreeRepository },
    getMongoRepository: { call: opensRepositories.getMongoRepository },
    getCustomRepository: { call: opensRepositories.getCustomRepository },
  },
  types: {
    ...typeormQueries,
    dataSource: {
      properties: { manager: 'entityManager', mongoManager: 'entityManager' },
      methods: {
        ...opensRepositories,
        ...each('initialize connect setOptions', { gives: 'this' }),
        query: runsSql,
        transaction,
        createQueryBuilder: buildsQuery,
        createQueryRunner: { gives: 'queryRunner' },
        createEntityManager: { gives: 'entityManager' },
        getMetadata: {},
        hasMetadata: { gives: 'scalar' },
      },
      tag: sqlTag,
    },
    entityManager: {
      properties: { connection: 'dataSource', dataSource: 'dataSource', queryRunner: 'queryRunner' },
      methods: {
        ...opensRepositories,
        ...typeormFindersOf,
        ...typeormWritesOf,
        withRepository: { gives: 'argument' },
        query: runsSql,
        sql: sqlTag,
        transaction,
        createQueryBuilder: buildsQuery,
      },
    },
    repository: {
      properties: { manager: 'entityManager', queryRunner: 'queryRunner' },
      methods: {
        ...typeormFinders,
        ...typeormWrites,
        query: runsSql,
        sql: sqlTag,
        extend: { gives: 'this', adds: '0' },
        createQueryBuilder: { query: 'read', lazy: true, gives: 'selectQuery' },
      },
    },
    treeRepository: {
      extends: 'repository',
      methods: {
        ...each('findTrees findRoots findDescendants findAncestors', { query: 'read', gives: 'rows' }),
        ...each('findDescendantsTree findAncestorsTree', { query: 'read', gives: 'row' }),
        ...each('countDescendants countAncestors', { query: 'read', narrow: true, gives: 'scalar' }),
        ...each('createDescendantsQueryBuilder createAncestorsQueryBuilder', { query: 'read', lazy: true, gives: 'selectQuery' }),
      },
    },
    mongoRepository: {
      extends: 'repository',
      methods: {
        ...each('countDocuments distinct', { query: 'read', narrow: true, gives: 'scalar' }),
        ...each('aggregate aggregateEntity', { query: 'read', gives: 'mongodb.aggregateCursor', offset: ['0[].$skip', '0[].$facet.*[].$skip'], columns: '0[].$project' }),
        ...each('createCursor createEntityCursor', { query: 'read', gives: 'mongodb.cursor' }),
        insertOne: { query: 'write', values: '0', gives: 'scalar' },
        insertMany: { query: 'write', values: '0[]', gives: 'scalar' },
        ...each('updateOne updateMany', { query: 'write', where: '0', values: ['1.$set', '1.$setOnInsert'], gives: 'scalar' }),
        ...each('deleteOne deleteMany bulkWrite', { query: 'write', gives: 'scalar' }),
        ...each('findOneAndUpdate findOneAndReplace findOneAndDelete', { query: 'write', where: '0', gives: 'row' }),
      },
    },
    abstractRepository: {
      properties: { manager: 'entityManager', repository: 'repository' },
      methods: {
        createQueryBuilder: { query: 'read', lazy: true, gives: 'selectQuery' },
        createQueryBuilderFor: { query: 'read', lazy: true, gives: 'selectQuery', entity: '0' },
        getRepositoryFor: repositoryOf,
      },
    },
    activeRecordClass: {
      methods: {
        ...typeormFinders,
        ...typeormWrites,
        query: runsSql,
        getRepository: { gives: 'repository' },
        createQueryBuilder: { query: 'read', lazy: true, gives: 'selectQuery' },
      },
      new: { gives: 'activeRecord' },
    },
    activeRecord: {
      isEntity: true,
      methods: {
        ...each('save remove softRemove recover', { query: 'write', gives: 'row' }),
        reload: { query: 'read', gives: 'nothing' },
        hasId: { gives: 'scalar' },
      },
    },
    queryRunner: {
      properties: { manager: 'entityManager', connection: 'dataSource', dataSource: 'dataSource' },
      methods: {
        query: runsSql,
        sql: sqlTag,
        createTable: { table: { name: '0.name', columns: '0.columns', column: tableColumns, refers: { at: '0.foreignKeys[].referencedTableName', by: 'foreign-key' } } },
        ...each('addColumn addColumns', { table: { name: '0', alters: true, columns: '1', column: tableColumns } }),
        changeColumn: { table: { name: '0', alters: true, columns: '2', column: tableColumns } },
        changeColumns: { table: { name: '0', alters: true, columns: '1[].newColumn', column: tableColumns } },
        ...each('dropTable renameTable dropColumn dropColumns renameColumn createIndex createIndices dropIndex createUniqueConstraint createCheckConstraint dropForeignKey clearTable', { refers: { at: '0', by: 'migration' } }),
        ...each('createForeignKey createForeignKeys', { refers: [{ at: '0', by: 'migration' }, { at: ['1.referencedTableName', '1[].referencedTableName'], by: 'foreign-key' }] }),
      },
    },
    event: { properties: { manager: 'entityManager', connection: 'dataSource', dataSource: 'dataSource', queryRunner: 'queryRunner' } },
  },
  names: {
    queryRunner: { is: 'queryRunner', evidence: 'shape' },
    ...each('manager entityManager transactionalEntityManager', { is: 'entityManager', evidence: 'file' }),
    '*EntityManager': { is: 'entityManager', evidence: 'file' },
    ...each('dataSource *DataSource', { is: 'dataSource', evidence: 'file' }),
    ...each('repository repo *Repository *Repo', { is: 'repository', evidence: 'file' }),
    ...each('qb queryBuilder', { is: 'selectQuery', evidence: 'file' }),
  },
  keyset: 'where: { id: MoreThan(lastId) }, take: 20',
});
