import { describe, expect, it } from 'vitest';
import { reading } from './reading.ts';

const MODELS = `
  import { Model, DataTypes, Sequelize, literal, type HasManyGetAssociationsMixin, type HasManyCountAssociationsMixin, type HasManyAddAssociationMixin } from 'sequelize';
  import { v4 as uuidv4 } from 'uuid';
  export const sequelize = new Sequelize(process.env.DATABASE_URL);
  export class Customer extends Model {
    declare id: string;
    declare getOrders: HasManyGetAssociationsMixin<Order>;
    declare countOrders: HasManyCountAssociationsMixin;
    declare addOrder: HasManyAddAssociationMixin<Order, string>;
    static page(n: number) { return this.findAll({ offset: n * 20, limit: 20 }); }
  }
  Customer.init({ id: { type: DataTypes.UUID, defaultValue: DataTypes.UUIDV4, primaryKey: true }, name: DataTypes.STRING, teamId: { type: DataTypes.UUID, references: { model: 'teams' } } }, { sequelize, tableName: 'customers' });
  export const Order = sequelize.define('Order', { id: { type: DataTypes.UUID, defaultValue: () => uuidv4(), primaryKey: true }, total: DataTypes.INTEGER });
  export const Invoice = sequelize.define('Invoice', { id: { type: DataTypes.UUID, defaultValue: literal('gen_random_uuid()'), primaryKey: true } }, { tableName: 'invoices' });
  export const Payment = sequelize.define('Payment', { id: { type: DataTypes.UUID, defaultValue: sequelize.fn('uuid_generate_v4'), primaryKey: true } });
`;

describe('sequelize', () => {
  it('reads models as classes and as definitions', () => {
    const { tables, queries } = reading({ 'src/models.ts': MODELS });
    expect(tables).toEqual([
      'sequelize customers: id UUID primary v4 DataTypes.UUIDV4, name STRING, teamId UUID reference',
      'sequelize Order: id UUID primary v4 uuidv4(), total INTEGER',
      'sequelize invoices: id UUID primary v4 gen_random_uuid()',
      'sequelize Payment: id UUID primary v4 uuid_generate_v4()',
    ]);
    expect(queries).toEqual(['sequelize read findAll Customer, skips offset n * 20']);
  });

  it('knows what a model reads: whole rows, named columns, counts, rows that it skips', () => {
    const { queries, responses } = reading({
      'src/customers.ts': `
        import express from 'express';
        import { Op } from 'sequelize';
        import { Customer } from './models';
        const router = express.Router();
        router.get('/1', async (req, res) => { const { rows, count } = await Customer.findAndCountAll({ offset: Number(req.query.page) * 20, limit: 20 }); res.json({ rows, count }); });
        router.get('/2', async (req, res) => { const customer = await Customer.findByPk(req.params.id); res.json(customer.toJSON()); });
        router.get('/3', async (req, res) => { res.json(await Customer.findAll({ raw: true, where: { id: { [Op.gt]: req.query.after } }, limit: 20 })); });
        router.get('/4', async (req, res) => { res.json(await Customer.findAll({ attributes: ['id', 'name'] })); });
        router.get('/5', async (req, res) => { res.json(await Customer.findAll({ attributes: { exclude: ['password'] } })); });
        router.get('/6', async (req, res) => { const customer = await Customer.findOne({ where: { id: 1 } }); res.json({ name: customer.get('name'), id: customer.id }); });
        router.get('/7', async (req, res) => { res.json({ count: await Customer.count(), max: await Customer.max('total') }); });
        router.get('/8', async (req, res) => { res.json(await Customer.scope('active').findAll()); });
      `,
      'src/models.ts': MODELS,
    });
    expect(queries).toEqual([
      'sequelize read findAndCountAll Customer, skips offset Number(req.query.page) * 20',
      'sequelize read findByPk Customer',
      'sequelize read findAll Customer',
      'sequelize read findAll Customer, columns some',
      'sequelize read findAll Customer',
      'sequelize read findOne Customer',
      'sequelize read count Customer, columns none',
      'sequelize read max Customer, columns none',
      'sequelize read findAll Customer',
    ]);
    expect(responses).toEqual([
      'json { rows, count }, of GET /1, leaks many Customer (sequelize findAndCountAll)',
      'json customer.toJSON(), of GET /2, leaks Customer (sequelize findByPk)',
      'json await Customer.findAll({ raw: true, where: { id: { [Op.gt]: req.query.after } }, limit: 20 }), of GET /3, leaks many Customer (sequelize findAll)',
      "json await Customer.findAll({ attributes: ['id', 'name'] }), of GET /4",
      "json await Customer.findAll({ attributes: { exclude: ['password'] } }), of GET /5, leaks many Customer (sequelize findAll)",
      "json { name: customer.get('name'), id: customer.id }, of GET /6",
      "json { count: await Customer.count(), max: await Customer.max('total') }, of GET /7",
      "json await Customer.scope('active').findAll(), of GET /8, leaks many Customer (sequelize findAll)",
    ]);
  });

  it('knows what is written, and that building an instance writes nothing', () => {
    const { queries, ids } = reading({
      'src/orders.ts': `
        import { Order, sequelize } from './models';
        export async function write(id: string) {
          const order = Order.build({ id: crypto.randomUUID(), total: 1 });
          order.set('total', 2);
          await order.save();
          await order.update({ total: 3 });
          await sequelize.transaction(async (transaction) => {
            await Order.create({ id: crypto.randomUUID(), total: 1 }, { transaction });
            await Order.bulkCreate([{ id: crypto.randomUUID() }], { transaction });
            await Order.findOrCreate({ where: { total: 3 }, defaults: { id: crypto.randomUUID() } });
            await Order.update({ total: 3 }, { where: { id } });
            await Order.destroy({ where: { id } });
          });
          const unmanaged = await sequelize.transaction();
          await Order.increment('total', { where: { id }, transaction: unmanaged });
          await unmanaged.commit();
        }
      `,
      'src/models.ts': MODELS,
    });
    expect(queries).toEqual([
      'sequelize write save Order',
      'sequelize write update Order, writes total',
      'sequelize write create Order, writes id v4 crypto.randomUUID() total',
      'sequelize write bulkCreate Order, writes id v4 crypto.randomUUID()',
      'sequelize write findOrCreate Order, writes id v4 crypto.randomUUID() total',
      'sequelize write update Order, columns none, writes total',
      'sequelize write destroy Order, columns none',
      'sequelize write increment Order, columns none',
    ]);
    expect(ids).toEqual(['Order v4 crypto.randomUUID()']);
  });

  it('follows associations by the types that a class declares for them', () => {
    const { queries, responses } = reading({
      'src/orders.ts': `
        import Router from '@koa/router';
        import { Customer } from './models';
        const router = new Router();
        router.get('/orders', async (ctx) => {
          const customer = await Customer.findByPk(ctx.state.id);
          const orders = await customer.getOrders({ offset: 10 });
          await customer.addOrder(orders[0]);
          ctx.body = { orders: orders.map((order) => order.get({ plain: true })), count: await customer.countOrders() };
        });
      `,
      'src/models.ts': MODELS,
    });
    expect(queries).toEqual([
      'sequelize read findByPk Customer',
      'sequelize read getOrders Order, skips offset 10',
      'sequelize write addOrder Order, columns none',
      'sequelize read countOrders, columns none',
    ]);
    expect(responses).toEqual([
      'body { orders: orders.map((order) => order.get({ plain: true })), count: await customer.countOrders() }, of GET /orders, leaks many Order (sequelize getOrders)',
    ]);
  });

  it('reads raw SQL with its replacements', () => {
    const { queries } = reading({
      'src/orders.ts': `
        import { QueryTypes } from 'sequelize';
        import { sequelize } from './models';
        export const page = (offset: number) => sequelize.query('SELECT * FROM orders ORDER BY id LIMIT 20 OFFSET :offset', { replacements: { offset }, type: QueryTypes.SELECT });
        export const add = () => sequelize.query({ query: 'INSERT INTO orders (id) VALUES (?)', values: [crypto.randomUUID()] });
      `,
      'src/models.ts': MODELS,
    });
    expect(queries).toEqual([
      'sequelize read query orders, skips OFFSET offset',
      'sequelize write query orders, columns none, writes id v4 crypto.randomUUID()',
    ]);
  });

  it('reads migrations and models of the command line tool, by their conventional names', () => {
    expect(
      reading({
        'migrations/1.js': `
          'use strict';
          module.exports = {
            async up(queryInterface, Sequelize) {
              await queryInterface.createTable('orders', { id: { type: Sequelize.UUID, defaultValue: Sequelize.UUIDV4, primaryKey: true, allowNull: false }, customerId: { type: Sequelize.UUID, references: { model: 'customers', key: 'id' } } });
              await queryInterface.createTable({ tableName: 'lines', schema: 'shop' }, { id: { type: Sequelize.DataTypes.UUID, primaryKey: true, defaultValue: Sequelize.literal('gen_random_uuid()') } });
              await queryInterface.addColumn('orders', 'reference', { type: Sequelize.UUID, defaultValue: Sequelize.literal('uuid_generate_v4()') });
              await queryInterface.changeColumn('orders', 'id', { type: Sequelize.UUID, primaryKey: true, defaultValue: Sequelize.fn('gen_random_uuid') });
              await queryInterface.sequelize.query('ALTER TABLE orders ADD COLUMN batch uuid DEFAULT uuidv7()');
            },
            down: (queryInterface) => queryInterface.dropTable('orders'),
          };
        `,
      }).tables,
    ).toEqual([
      'sequelize orders: id UUID primary v4 Sequelize.UUIDV4, customerId UUID reference; likely',
      'sequelize lines: id UUID primary v4 gen_random_uuid(); likely',
      'sequelize orders: reference UUID v4 uuid_generate_v4(); likely',
      'sequelize orders: id UUID primary v4 gen_random_uuid(); likely',
      'sequelize orders: batch uuid v7 uuidv7(); likely',
    ]);
    expect(
      reading({
        'models/customer.js': `
          module.exports = (sequelize, DataTypes) => {
            const Customer = sequelize.define('Customer', { id: { type: DataTypes.UUID, defaultValue: DataTypes.UUIDV4, primaryKey: true } }, { tableName: 'customers' });
            Customer.associate = (models) => { Customer.hasMany(models.Order); };
            return Customer;
          };
        `,
      }).tables,
    ).toEqual(['sequelize customers: id UUID primary v4 DataTypes.UUIDV4; likely']);
    expect(
      reading({ 'seeders/1.js': `module.exports = { up: (queryInterface) => queryInterface.bulkInsert('orders', [{ id: require('uuid').v4(), total: 1 }]) };` }).queries,
    ).toEqual(["sequelize write bulkInsert orders, columns none, writes id v4 require('uuid').v4() total, likely"]);
  });

  it('knows models that an index file collects under names that cannot be read', () => {
    const { queries, responses } = reading({
      'src/orders.js': `
        const express = require('express');
        const { Order, sequelize } = require('./models');
        const db = require('./models');
        const models = require('./models');
        const router = express.Router();
        router.get('/1', async (req, res) => { const { rows, count } = await Order.findAndCountAll({ offset: req.query.offset, limit: 10 }); res.json({ rows, count }); });
        router.get('/2', async (req, res) => { res.json(await db.Customer.findByPk(req.params.id)); });
        router.get('/3', async (req, res) => { res.json(await models.Order.findAll({ attributes: ['id'] })); });
        router.get('/4', async (req, res) => { res.json(await sequelize.query('SELECT id FROM orders OFFSET 20')); });
        router.get('/5', async (req, res) => { res.json([Object.create(null), Cache.find('order'), Queue.create({ id: 1 })]); });
      `,
      'src/models.js': `
        const fs = require('fs');
        const Sequelize = require('sequelize');
        const db = {};
        const sequelize = new Sequelize(process.env.DATABASE_URL);
        fs.readdirSync(__dirname).forEach((file) => { const model = require('./' + file)(sequelize, Sequelize.DataTypes); db[model.name] = model; });
        db.sequelize = sequelize;
        module.exports = db;
      `,
    });
    expect(queries).toEqual([
      'sequelize read findAndCountAll Order, skips offset req.query.offset, likely',
      'sequelize read findByPk Customer, likely',
      'sequelize read findAll Order, columns some, likely',
      'sequelize read query orders, columns some, skips OFFSET 20, likely',
    ]);
    expect(responses.map((line) => line.replace(/^.*, of /, ''))).toEqual([
      'GET /1, leaks many Order (sequelize findAndCountAll)',
      'GET /2, leaks Customer (sequelize findByPk)',
      'GET /3',
      'GET /4',
      'GET /5',
    ]);
  });

  it('knows version 7: its decorators, types and SQL', () => {
    const { tables } = reading({
      'src/order.ts': `
        import { DataTypes, Model, sql } from '@sequelize/core';
        import { Attribute, Default, PrimaryKey, Table, ColumnName } from '@sequelize/core/decorators-legacy';
        @Table({ tableName: 'orders' })
        export class Order extends Model { @Attribute(DataTypes.UUID) @PrimaryKey @Default(sql.uuidV4) declare id: string; @Attribute({ type: DataTypes.UUID, defaultValue: DataTypes.UUID.V4 }) @ColumnName('batch_id') declare batchId: string; }
      `,
    });
    expect(tables).toEqual(['sequelize orders: id UUID primary v4 sql.uuidV4, batchId UUID v4 DataTypes.UUID.V4']);
  });
});

describe('sequelize-typescript', () => {
  it('puts a stack of decorators together, and knows an injected model', () => {
    const { tables, queries } = reading({
      'src/orders.service.ts': `
        import { InjectModel } from '@nestjs/sequelize';
        import { Table, Column, Model, DataType, PrimaryKey, Default, ForeignKey, IsUUID, BelongsTo, CreatedAt } from 'sequelize-typescript';
        import { randomUUID } from 'crypto';
        @Table({ tableName: 'orders', timestamps: true })
        export class Order extends Model<Order> {
          @PrimaryKey @Default(DataType.UUIDV4) @Column(DataType.UUID) id: string;
          @IsUUID(4) @ForeignKey(() => Order) @Column parentId: string;
          @BelongsTo(() => Order) parent: Order;
          @Column({ type: DataType.UUID, defaultValue: () => randomUUID(), field: 'batch_id' }) batchId: string;
          @CreatedAt createdAt: Date;
        }
        export class OrdersService {
          constructor(@InjectModel(Order) private readonly orders: typeof Order) {}
          page(n: number) { return this.orders.findAll({ offset: n * 10, limit: 10 }); }
          async lines(id: string) { const order = await this.orders.findByPk(id); await order.$create('line', { id: randomUUID() }); return order.$get('lines', { offset: 10 }); }
        }
      `,
    });
    expect(tables).toEqual(['sequelize-typescript orders: id UUID primary v4 DataType.UUIDV4, parentId reference, batchId UUID v4 randomUUID(), createdAt timestamp']);
    expect(queries).toEqual([
      'sequelize read findAll Order, skips offset n * 10',
      'sequelize read findByPk Order',
      'sequelize write $create line, writes id v4 randomUUID()',
      'sequelize read $get lines, skips offset 10',
    ]);
  });

  it('knows a model whose base class stands in another file', () => {
    const files = {
      'src/order.ts': `
        import { Table, Column } from 'sequelize-typescript';
        import IdModel from './id-model';
        @Table({ tableName: 'orders' })
        export class Order extends IdModel<Order> { @Column total: number; static latest(skip: number) { return this.findAll({ offset: skip }); } }
        export const create = () => Order.create({ id: crypto.randomUUID(), total: 1 });
      `,
      'src/id-model.ts': `
        import { Model, Column, DataType, Default, IsUUID, PrimaryKey } from 'sequelize-typescript';
        class IdModel<T extends {} = any> extends Model<T> { @IsUUID(4) @PrimaryKey @Default(DataType.UUIDV4) @Column(DataType.UUID) id: string; }
        export default IdModel;
      `,
    };
    expect(reading(files)).toMatchObject({
      tables: ['sequelize-typescript orders: total'],
      queries: ['sequelize-typescript read findAll Order, skips offset skip', 'sequelize-typescript write create Order, writes id v4 crypto.randomUUID() total'],
    });
    expect(reading(files, 'src/id-model.ts').tables).toEqual(['sequelize-typescript IdModel: id UUID primary v4 DataType.UUIDV4']);
  });

  it('knows a model that is put into an object after the object is made', () => {
    const files = {
      'src/users.js': `
        const { db: { users } } = require('./models');
        exports.list = (from) => users.findAll({ offset: from });
      `,
      'src/models.js': `
        const { Sequelize, DataTypes } = require('sequelize');
        const sequelize = new Sequelize(process.env.DB);
        const db = { sequelize };
        db.users = sequelize.define('user', { name: DataTypes.STRING });
        module.exports = { db };
      `,
    };
    expect(reading(files).queries).toEqual(['sequelize read findAll user, skips offset from']);
  });
});
