import { defineLibrary } from './definition.ts';
import { sequelizeDecorators } from './sequelize-decorators.ts';
import { sequelizeTypes } from './sequelize-types.ts';
import { each } from './shapes.ts';

// Source: Sequelize 6.37 and 7.0.0-alpha.48 type declarations and documentation; @nestjs/sequelize 11. Neither has a version 7 of UUIDs: a function or a
// literal gives one.

const model = { instance: 'instance', static: 'model' } as const;

export const sequelize = defineLibrary({
  name: 'sequelize',
  concern: 'database',
  instances: true,
  naming: 'plural',
  modules: ['sequelize', 'sequelize/**', '@sequelize/core', '@sequelize/core/**', '@nestjs/sequelize'],
  row: 'instance',
  exports: {
    ...sequelizeDecorators,
    Sequelize: { class: { instance: 'sequelize', static: 'sequelizeClass' } },
    default: { class: { instance: 'sequelize', static: 'sequelizeClass' } },
    Model: { class: model },
    ...each('ModelStatic ModelCtor ModelDefined', { type: 'model' }),
    DataTypes: { gives: 'dataTypes' },
    QueryInterface: { class: { instance: 'queryInterface' } },
    Transaction: { type: 'transaction' },
    sql: { gives: 'sql' },
    ...each('literal fn', { call: { sql: '0' } }),
    ...each('HasManyGetAssociationsMixin BelongsToManyGetAssociationsMixin', { type: 'getsMany' }),
    ...each('HasOneGetAssociationMixin BelongsToGetAssociationMixin', { type: 'getsOne' }),
    ...each('HasManyCreateAssociationMixin HasOneCreateAssociationMixin BelongsToCreateAssociationMixin BelongsToManyCreateAssociationMixin', { type: 'createsOne' }),
    ...each(
      'HasManyCountAssociationsMixin BelongsToManyCountAssociationsMixin HasManyHasAssociationMixin HasManyHasAssociationsMixin ' +
        'BelongsToManyHasAssociationMixin BelongsToManyHasAssociationsMixin',
      { type: 'counts' },
    ),
    ...each(
      'HasManyAddAssociationMixin HasManyAddAssociationsMixin HasManySetAssociationsMixin HasManyRemoveAssociationMixin HasManyRemoveAssociationsMixin ' +
        'HasOneSetAssociationMixin BelongsToSetAssociationMixin BelongsToManyAddAssociationMixin BelongsToManyAddAssociationsMixin ' +
        'BelongsToManySetAssociationsMixin BelongsToManyRemoveAssociationMixin BelongsToManyRemoveAssociationsMixin',
      { type: 'links' },
    ),
    InjectModel: { decorator: { gives: 'model', entity: '0' } },
    InjectConnection: { decorator: { gives: 'sequelize' } },
  },
  types: sequelizeTypes,
  names: {
    queryInterface: { is: 'queryInterface', evidence: 'shape' },
    Sequelize: { is: 'sequelizeClass', evidence: 'shape' },
    DataTypes: { is: 'dataTypes', evidence: 'shape' },
    sequelize: { is: 'sequelize', evidence: 'shape' },
    ...each('models db', { is: 'models', evidence: 'file' }),
    // Models that `models/index.js` collects cannot be followed: what is left is a capital and a method that no other library has.
    '[A-Z]*': { is: 'collectedModel', evidence: 'file', entity: true },
  },
  memberNames: ['get[A-Z]*', 'set[A-Z]*', 'add[A-Z]*', 'remove[A-Z]*', 'create[A-Z]*', 'count[A-Z]*', 'has[A-Z]*'],
  keyset: 'where: { id: { [Op.gt]: lastId } }, limit: 20',
});
