import { defineLibrary } from './definition.ts';
import { sequelizeDecorators } from './sequelize-decorators.ts';
import { sequelizeTypes } from './sequelize-types.ts';
import { each } from './shapes.ts';

// Source: sequelize-typescript 2.1 README and type declarations. Its Sequelize, Model and DataType are Sequelize's with decorators.

export const sequelizeTypescript = defineLibrary({
  name: 'sequelize-typescript',
  concern: 'database',
  instances: true,
  naming: 'plural',
  modules: ['sequelize-typescript', 'sequelize-typescript/**'],
  row: 'instance',
  exports: {
    ...sequelizeDecorators,
    Sequelize: { class: { instance: 'sequelize', static: 'sequelizeClass' } },
    Model: { class: { instance: 'instance', static: 'model' } },
    ...each('Repository ModelCtor ModelStatic', { type: 'model' }),
    DataType: { gives: 'dataTypes' },
  },
  types: sequelizeTypes,
  keyset: 'where: { id: { [Op.gt]: lastId } }, limit: 20',
});
