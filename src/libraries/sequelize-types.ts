import type { Call, ObjectType, Refers } from './definition.ts';
import { each } from './shapes.ts';

// Source: Sequelize 6.37 and 7.0.0-alpha.48 type declarations and documentation (Model Querying, Model Instances, Associations, Query Interface, Raw
// Queries, Transactions).

/** One attribute in `define`, `init`, `createTable`, `addColumn`. */
export const sequelizeAttribute = { type: 'type', primary: 'primaryKey', reference: 'references', default: ['defaultValue'] } as const;

/** Neither version has a type for it: the database has. */
const ordered = { text: "literal('uuidv7()')", imports: { name: 'literal' }, since: 'PostgreSQL 18' } as const;

const tableName = ['0.tableName', '0'] as const;
const attribute = { type: { at: ['2.type', '2'] }, primary: { at: '2.primaryKey' }, reference: { at: '2.references' }, default: '2.defaultValue' } as const;

/** `references: { model: 'invoices', key: 'id' }` of an attribute, or of each in an object of them. */
const references = (at: string): Refers => ({ at: [`${at}.references.model.tableName`, `${at}.references.model`, `${at}.references.table`], by: 'foreign-key' });

/** `include: [Invoice, { model: Invoice, include: […] }, 'invoice', { association: 'invoice' }]` */
const included = (at: string): Pick<Call, 'refers' | 'follows'> => {
  const elements = [`${at}.include[]`, `${at}.include[].include[]`];
  return { refers: { at: elements.flatMap((one) => [one, `${one}.model`]), by: 'join' }, follows: elements.flatMap((one) => [one, `${one}.association`]) };
};

const model: ObjectType = {
  methods: {
    findAll: { query: 'read', gives: 'rows', ...included('0'), columns: '0.attributes', offset: '0.offset', where: '0.where' },
    findOne: { query: 'read', gives: 'row', ...included('0'), columns: '0.attributes', where: '0.where' },
    ...each('findByPk findById findByPrimary', { query: 'read', gives: 'row', ...included('1'), columns: '1.attributes' }),
    ...each('findAndCountAll findAndCount', { query: 'read', ...included('0'), gives: { rows: 'rows', count: 'scalar' }, columns: '0.attributes', offset: '0.offset', where: '0.where' }),
    ...each('findOrBuild findOrInitialize', { query: 'read', gives: ['row', 'scalar'], where: '0.where', values: ['0.defaults', '0.where'] }),
    ...each('findOrCreate findCreateFind', { query: 'write', gives: ['row', 'scalar'], where: '0.where', values: ['0.defaults', '0.where'] }),
    ...each('count sum min max aggregate describe', { query: 'read', narrow: true, gives: 'scalar' }),
    create: { query: 'write', gives: 'row', values: '0' },
    bulkCreate: { query: 'write', gives: 'rows', values: '0[]' },
    upsert: { query: 'write', gives: ['row', 'scalar'], values: '0' },
    update: {
      query: 'write',
      gives: ['scalar', 'scalar'],
      values: '0',
      where: '1.where',
      overloads: [{ when: { at: '1.returning', is: 'there' }, query: 'write', gives: ['scalar', 'rows'], values: '0', where: '1.where' }],
    },
    ...each('destroy restore', { query: 'write', gives: 'scalar', where: '0.where' }),
    truncate: { query: 'write', gives: 'nothing' },
    ...each('increment decrement', { query: 'write', gives: 'scalar', where: '1.where' }),
    // These build an instance, or say where to look: nothing runs.
    build: { values: '0', gives: 'row' },
    bulkBuild: { values: '0[]', gives: 'rows' },
    ...each('scope unscoped schema withScope withoutScope withInitialScope withSchema', { gives: 'this' }),
    ...each('belongsTo hasOne hasMany', { gives: 'nothing', refers: { at: '0', by: 'relation' } }),
    belongsToMany: { gives: 'nothing', refers: { at: ['0', '1.through', '1.through.model'], by: 'relation' } },
    ...each('init initialize', { gives: 'this', table: { name: ['1.tableName', '1.modelName'], columns: '0', column: sequelizeAttribute, refers: references('0.*') } }),
  },
  properties: { sequelize: 'sequelize', associations: 'scalar' },
  new: { values: '0', gives: 'instance' },
};

const instance: ObjectType = {
  isEntity: true,
  properties: { sequelize: 'sequelize', dataValues: 'row' },
  methods: {
    save: { query: 'write', gives: 'row' },
    update: { query: 'write', gives: 'row', values: '0' },
    ...each('increment decrement', { query: 'write', gives: 'row' }),
    destroy: { query: 'write', gives: 'nothing' },
    restore: { query: 'write', gives: 'nothing' },
    reload: { query: 'read', gives: 'row', columns: '0.attributes' },
    ...each('set setAttributes setDataValue', { values: '0', gives: 'row' }),
    toJSON: { gives: 'row' },
    get: { gives: 'row', overloads: [{ when: { at: '0', is: 'text' }, gives: 'scalar' }] },
    ...each('getDataValue previous changed equals equalsOneOf isSoftDeleted validate where', { gives: 'scalar' }),
    // sequelize-typescript's, by the name of the association.
    $get: { query: 'read', gives: 'rows', entity: '0', columns: '1.attributes', offset: '1.offset' },
    ...each('$count $has', { query: 'read', narrow: true, gives: 'scalar', entity: '0' }),
    $create: { query: 'write', gives: 'row', entity: '0', values: '1' },
    ...each('$add $set $remove', { query: 'write', gives: 'nothing', entity: '0' }),
  },
};

const queryInterface: ObjectType = {
  properties: { sequelize: 'sequelize' },
  methods: {
    createTable: { table: { name: tableName, columns: '1', column: sequelizeAttribute, refers: references('1.*') } },
    ...each('dropTable renameTable removeColumn renameColumn addIndex removeIndex removeConstraint describeTable', { refers: { at: tableName, by: 'migration' } }),
    addConstraint: { refers: [{ at: tableName, by: 'migration' }, references('1')] },
    ...each('addColumn changeColumn', { refers: references('2'), table: { name: tableName, alters: true }, column: { name: '1', ...attribute } }),
    bulkInsert: { query: 'write', entity: '0', values: '1[]', gives: 'scalar' },
    insert: { query: 'write', entity: '1', values: '2', gives: 'row' },
    upsert: { query: 'write', entity: '0', values: ['1', '2'], gives: 'scalar' },
    bulkUpdate: { query: 'write', entity: '0', values: '1', where: '2', gives: 'scalar' },
    update: { query: 'write', entity: '1', values: '2', where: '3', gives: 'scalar' },
    bulkDelete: { query: 'write', entity: '0', where: '1', gives: 'scalar' },
    delete: { query: 'write', entity: '1', where: '2', gives: 'scalar' },
    select: { query: 'read', entity: '1', columns: '2.attributes', offset: '2.offset', gives: 'rows' },
    rawSelect: { query: 'read', entity: '0', narrow: true, offset: '1.offset', gives: 'scalar' },
  },
};

const rawQuery = { query: 'sql', sql: '0', parameters: ['1.replacements', '1.bind'] } as const;

const sequelize: ObjectType = {
  properties: { models: 'models', queryInterface: 'queryInterface', Sequelize: 'sequelizeClass' },
  methods: {
    define: { gives: 'model', entity: '0', table: { name: ['2.tableName', '0'], columns: '1', column: sequelizeAttribute, refers: references('1.*') } },
    model: { gives: 'model', entity: '0' },
    getRepository: { gives: 'model', entity: '0' },
    query: {
      ...rawQuery,
      gives: ['rows', 'scalar'],
      overloads: [
        { when: { at: '0', is: 'object' }, query: 'sql', sql: '0.query', parameters: ['0.values', '1.replacements', '1.bind'], gives: 'rows' },
        { when: { at: '1.plain', is: 'there' }, ...rawQuery, gives: 'row' },
        { when: { at: '1.type', is: 'there' }, ...rawQuery, gives: 'rows' },
      ],
    },
    queryRaw: { ...rawQuery, gives: ['rows', 'scalar'] },
    transaction: {
      gives: 'transaction',
      overloads: [{ when: { at: 'last', is: 'function' }, transaction: true, callbacks: [{ at: 'last', params: ['transaction'] }], gives: 'callback' }],
    },
    startUnmanagedTransaction: { gives: 'transaction' },
    getQueryInterface: { gives: 'queryInterface' },
    ...each('literal fn', { sql: '0' }),
    ...each('sync authenticate', { gives: 'this' }),
  },
};

const getter = { query: 'read', columns: '0.attributes', offset: '0.offset' } as const;

const UNMISTAKABLE = ['findAll', 'findOne', 'findByPk', 'findAndCountAll', 'findOrCreate', 'findOrBuild', 'findCreateFind', 'bulkCreate', 'unscoped'];

export const sequelizeTypes: { readonly [name: string]: ObjectType } = {
  model,
  collectedModel: { methods: Object.fromEntries(Object.entries(model.methods ?? {}).filter(([name]) => UNMISTAKABLE.includes(name))) },
  instance,
  queryInterface,
  sequelize,
  models: { anyProperty: { gives: 'model', entity: true }, properties: { sequelize: 'sequelize', Sequelize: 'sequelizeClass' } },
  transaction: {},
  uuidV4: { call: { uuid: 4, ordered }, new: { uuid: 4, ordered } },
  uuidV1: { call: { uuid: 1, ordered }, new: { uuid: 1, ordered } },
  uuidType: { properties: { V4: 'uuidV4', V1: 'uuidV1' } },
  dataTypes: { properties: { UUIDV4: 'uuidV4', UUIDV1: 'uuidV1', UUID: 'uuidType' } },
  sequelizeClass: {
    extends: 'dataTypes',
    properties: { DataTypes: 'dataTypes' },
    methods: each('literal fn', { sql: '0' }),
    new: { gives: 'sequelize' },
  },
  sql: { properties: { uuidV4: 'uuidV4', uuidV1: 'uuidV1' }, methods: each('literal fn', { sql: '0' }), tag: { sql: 'template' } },
  getsMany: { call: { ...getter, gives: 'rows' } },
  getsOne: { call: { ...getter, gives: 'row' } },
  createsOne: { call: { query: 'write', gives: 'row', values: '0' } },
  counts: { call: { query: 'read', narrow: true, gives: 'scalar' } },
  links: { call: { query: 'write', gives: 'nothing' } },
};
