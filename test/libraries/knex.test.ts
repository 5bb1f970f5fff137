import { describe, expect, it } from 'vitest';
import { reading } from './reading.ts';

const DATABASE = `
  import knex, { type Knex } from 'knex';
  export const db = knex({ client: 'pg' });
  export type Transaction = Knex.Transaction;
`;

describe('knex', () => {
  it('reads a builder as one query, whichever end it starts at', () => {
    const { queries } = reading({
      'src/orders.ts': `
        import { db } from './db';
        export const page = (n: number) => db('orders').select('*').orderBy('id').limit(10).offset((n - 1) * 10);
        export const some = () => db.select('id', 'total').from('orders as o').where({ paid: true });
        export const star = () => db('orders').join('customers', 'customers.id', 'orders.customer_id').select('orders.*', 'customers.name');
        export const one = (id: string) => db('orders').where({ id }).first();
        export const named = (id: string) => db('orders').where({ id }).first('id', 'total');
        export const all = () => db('orders').where('id', '>', 'x').orderBy('id').limit(20);
        export const count = () => db('orders').count('* as n').first();
        export const ids = () => db('orders').pluck('id');
        export const paged = (n: number) => db('orders').paginate({ perPage: 10, currentPage: n });
        export async function later(n?: number) {
          const query = db('orders').select('*');
          if (n) query.offset(n * 10);
          query.limit(10);
          return await query;
        }
      `,
      'src/db.ts': DATABASE,
    });
    expect(queries).toEqual([
      'knex read select orders, skips offset (n - 1) * 10',
      'knex read select orders, columns some',
      'knex read select orders',
      'knex read first orders',
      'knex read first orders, columns some',
      'knex read select orders',
      'knex read count orders, columns none',
      'knex read pluck orders, columns none',
      'knex read paginate orders, skips page n',
      'knex read select orders, not run',
      'knex read select orders, skips offset n * 10, not run',
    ]);
  });

  it('knows what is written, in transactions too', () => {
    const { queries } = reading({
      'src/orders.ts': `
        import { db, type Transaction } from './db';
        import { v4 as uuid } from 'uuid';
        export const create = async (dto, trx: Transaction) => { const [row] = await trx('orders').insert({ id: uuid(), ...dto }).returning('*'); return row; };
        export const named = () => db('orders').insert([{ id: uuid() }], ['id', 'total']);
        export const into = () => db.insert({ id: uuid() }).into('orders').onConflict('id').ignore();
        export const pay = (id: string) => db('orders').where({ id }).update({ paid: true });
        export const set = (id: string) => db('orders').where({ id }).update('paid', true);
        export const remove = (id: string) => db('orders').where({ id }).del();
        export const move = () => db.transaction(async (trx) => { await trx('orders').increment('total', 1); return trx('orders').where({ id: 1 }).first(); });
        export async function unmanaged() { const trx = await db.transaction(); await trx('orders').insert({ id: uuid() }); await trx.commit(); }
        export const many = (rows) => db.batchInsert('orders', [{ id: uuid() }], 100);
      `,
      'src/db.ts': DATABASE,
    });
    expect(queries).toEqual([
      'knex write insert orders, writes id v4 uuid()',
      'knex write insert orders, columns some, writes id v4 uuid()',
      'knex write insert orders, columns none, writes id v4 uuid()',
      'knex write update orders, columns none, writes paid',
      'knex write update orders, columns none',
      'knex write del orders, columns none',
      'knex write increment orders, columns none',
      'knex read first orders',
      'knex write insert orders, columns none, writes id v4 uuid()',
      'knex write batchInsert orders, columns none, writes id v4 uuid()',
    ]);
  });

  it('reads raw SQL with bindings, and nested builders as parts', () => {
    const { queries } = reading({
      'src/orders.ts': `
        import { db } from './db';
        export const raw = async (skip: number) => { const { rows } = await db.raw('select * from orders order by id limit 10 offset ?', [skip]); return rows; };
        export const nested = () => db('orders').where((qb) => qb.where('a', 1).orWhere('b', 2)).whereIn('id', function () { this.select('order_id').from('payments').offset(3); });
        export const shared = () => db('orders').modify((query) => query.offset(30));
        export const expression = () => db('orders').select(db.raw('count(*) as n'));
      `,
      'src/db.ts': DATABASE,
    });
    expect(queries).toEqual([
      'knex read raw orders, skips OFFSET skip',
      'knex read select orders',
      'knex read select payments, columns some, skips offset 3, not run',
      'knex read select orders',
      'knex read select orders, skips offset 30, not run',
      'knex read select orders, columns some',
    ]);
  });

  it('knows where rows leave an endpoint', () => {
    const { responses } = reading({
      'src/routes.ts': `
        import Fastify from 'fastify';
        import * as orders from './orders';
        const app = Fastify();
        app.get('/1', async () => orders.list());
        app.get('/2', async () => orders.some());
        app.get('/3', async () => { const order = await orders.one('1'); return { order }; });
        app.get('/4', async () => (await orders.list()).map((order) => ({ id: order.id })));
        app.post('/5', async () => orders.create());
        app.post('/6', async () => orders.pay('1'));
        app.get('/7', async () => { const { rows } = await orders.raw(); return rows; });
      `,
      'src/orders.ts': `
        import { db } from './db';
        export const list = () => db('orders').limit(10);
        export const some = () => db('orders').select('id', 'total');
        export const one = (id: string) => db('orders').where({ id }).first();
        export const create = async () => { const [order] = await db('orders').insert({ total: 1 }).returning('*'); return order; };
        export const pay = (id: string) => db('orders').where({ id }).update({ paid: true });
        export const raw = () => db.raw('select * from orders');
      `,
      'src/db.ts': DATABASE,
    });
    expect(responses).toEqual([
      'return orders.list(), of GET /1, leaks many orders (knex select)',
      'return orders.some(), of GET /2',
      'return { order }, of GET /3, leaks orders (knex first)',
      'return (await orders.list()).map((order) => ({ id: order.id })), of GET /4',
      'return orders.create(), of POST /5, leaks orders (knex insert)',
      "return orders.pay('1'), of POST /6",
      'return rows, of GET /7, leaks many orders (knex raw)',
    ]);
  });

  it('reads migrations, typed or by the name of their parameter', () => {
    expect(
      reading({
        'migrations/1.js': `
          exports.up = function (knex) {
            return knex.schema
              .createTable('orders', function (table) {
                table.uuid('id').primary().defaultTo(knex.raw('gen_random_uuid()'));
                table.uuid('customer_id').notNullable().references('id').inTable('customers').onDelete('CASCADE');
                table.string('name', 255);
              })
              .createTable('lines', (t) => { t.uuid('id').defaultTo(knex.fn.uuid()); t.integer('position'); t.primary(['id', 'position']); t.foreign('position').references('orders.position'); });
          };
          exports.down = (knex) => knex.schema.dropTable('lines').dropTable('orders');
        `,
      }),
    ).toMatchObject({
      tables: [
        'knex orders: id uuid primary v4 gen_random_uuid(), customer_id uuid reference, name string; likely',
        'knex lines: id uuid primary v4 knex.fn.uuid(), position integer primary reference; likely',
      ],
      queries: [],
    });
    expect(
      reading({
        'migrations/2.ts': `
          import type { Knex } from 'knex';
          export async function up(knex: Knex): Promise<void> {
            await knex.schema.withSchema('shop').createTable('invoices', (t) => { t.increments('id'); t.uuid('number').defaultTo(knex.raw('uuid_generate_v4()')); t.specificType('reference', 'uuid'); });
            await knex.schema.alterTable('orders', (t) => { t.uuid('id').defaultTo(knex.fn.uuid()).alter(); if (isPostgres) { t.uuid('batch_id').primary().defaultTo(knex.raw('uuidv7()')); } });
            await knex.schema.createTableIfNotExists('tags', (t) => { t.uuid('id', { primaryKey: true }).defaultTo(knex.raw('(gen_random_uuid())')); });
            await knex.raw('create table notes (id uuid primary key default gen_random_uuid())');
            await knex('orders').insert({ id: knex.fn.uuid() });
          }
        `,
      }),
    ).toMatchObject({
      tables: [
        'knex invoices: id increments primary, number uuid v4 uuid_generate_v4(), reference uuid',
        'knex orders: id uuid v4 knex.fn.uuid(), batch_id uuid primary v7 uuidv7()',
        'knex tags: id uuid primary v4 gen_random_uuid()',
        'knex notes: id uuid primary v4 gen_random_uuid()',
      ],
      queries: ['knex write raw notes, columns none', 'knex write insert orders, columns none, writes id v4 knex.fn.uuid()'],
    });
  });

  it('knows a client that hangs on an application, a request or a context', () => {
    const { queries } = reading({
      'src/routes.ts': `
        import express from 'express';
        import Fastify from 'fastify';
        import Router from '@koa/router';
        const app = express();
        app.get('/1', async (req, res) => { res.json(await req.app.locals.knex('orders').offset(10)); });
        app.get('/2', async (req, res) => { res.json(await res.locals.knex('orders').offset(20)); });
        const fastify = Fastify();
        fastify.get('/3', async (request) => request.server.knex('orders').offset(30));
        fastify.get('/4', async function () { return this.knex('orders').offset(40); });
        const router = new Router();
        router.get('/5', async (ctx) => { ctx.body = await ctx.state.knex('orders').offset(50); });
        router.get('/6', async (ctx) => { ctx.body = await ctx.cache('orders').offset(60); });
      `,
    });
    expect(queries).toEqual([10, 20, 30, 40, 50].map((offset) => `knex read select orders, skips offset ${offset}, likely`));
  });

  it('takes nothing else for a builder', () => {
    const { queries } = reading({ 'src/app.ts': `import express from 'express'; const app = express(); app.get('/orders', (req, res) => res.json([])); db('orders'); table.select(1); new Map().delete('x');` });
    expect(queries).toEqual([]);
  });
});

describe('objection', () => {
  const MODELS = `
    import { Model } from 'objection';
    import { v4 } from 'uuid';
    export class BaseModel extends Model { id!: string; $beforeInsert() { this.id = v4(); } }
    export class Order extends BaseModel { static tableName = 'orders'; total!: number; }
    export class Item extends Model { static get tableName() { return 'items'; } }
  `;

  it('knows models by their table, and the keys they give themselves', () => {
    expect(reading({ 'src/models.ts': MODELS })).toMatchObject({ tables: ['objection orders:', 'objection items:'], ids: ['BaseModel v4 v4(), likely'] });
  });

  it('looks through mixins and plugins', () => {
    const { tables, queries } = reading({
      'src/order.js': `
        const { Model, compose } = require('objection');
        const visibility = require('objection-visibility').default;
        const password = require('objection-password')();
        class Order extends password(visibility(Model)) { static get tableName() { return 'orders'; } }
        module.exports = { list: () => Order.query().offset(10), one: (id) => Order.query().findById(id) };
      `,
    });
    expect(tables).toEqual(['objection orders:']);
    expect(queries).toEqual(['objection read query Order, skips offset 10', 'objection read findById Order']);
  });

  it('knows what is read, written, paged and sent', () => {
    const { queries, responses } = reading({
      'src/orders.ts': `
        import Router from '@koa/router';
        import { transaction } from 'objection';
        import { v4 } from 'uuid';
        import { Order, Item } from './models';
        const router = new Router();
        router.get('/1', async (ctx) => { ctx.body = await Order.query().page(Number(ctx.query.page), 10); });
        router.get('/2', async (ctx) => { const { results, total } = await Order.query().where('paid', true).range(0, 9); ctx.body = { results, total }; });
        router.get('/3', async (ctx) => { ctx.body = await Order.query().findById(ctx.params.id).withGraphFetched('items'); });
        router.get('/4', async (ctx) => { ctx.body = await Order.query().select('id', 'total').offset(20).limit(10); });
        router.post('/5', async (ctx) => { ctx.body = await Order.query().insertAndFetch({ id: v4(), total: 1 }); });
        router.patch('/6', async (ctx) => { ctx.body = await Order.query().patchAndFetchById(ctx.params.id, { total: 2 }); });
        router.delete('/7', async (ctx) => { const count = await Order.query().deleteById(ctx.params.id); ctx.body = { count }; });
        router.get('/8', async (ctx) => { const order = await Order.query().findOne({ id: 1 }); await order.$query().patch({ total: 3 }); ctx.body = { items: await order.$relatedQuery('items').offset(3), order: order.toJSON() }; });
        router.post('/9', async (ctx) => { await Order.transaction(async (trx) => { await Item.query(trx).insert({ id: v4() }); await trx('orders').insert({ id: v4() }); }); });
        router.post('/10', async (ctx) => { await transaction(Order.knex(), (trx) => Order.query(trx).insertGraph([{ id: v4() }])); ctx.body = await Order.query().resultSize(); });
      `,
      'src/models.ts': MODELS,
    });
    expect(queries).toEqual([
      'objection read query Order, skips page Number(ctx.query.page)',
      'objection read query Order, skips range 0',
      'objection read findById Order',
      'objection read query Order, columns some, skips offset 20',
      'objection write insertAndFetch Order, writes id v4 v4() total',
      'objection write patchAndFetchById Order, writes total',
      'objection write deleteById Order, columns none',
      'objection read findOne Order',
      'objection write patch Order, columns none, writes total',
      'objection read $relatedQuery items, skips offset 3',
      'objection write insert Item, writes id v4 v4()',
      'knex write insert orders, columns none, writes id v4 v4()',
      'objection write insertGraph Order, writes id v4 v4()',
      'objection read resultSize Order, columns none',
    ]);
    expect(responses.map((line) => line.replace(/^.*, of ([A-Z]+ )/, '$1'))).toEqual([
      'GET /1, leaks many Order (objection query)',
      'GET /2, leaks many Order (objection query)',
      'GET /3, leaks Order (objection findById)',
      'GET /4',
      'POST /5, leaks Order (objection insertAndFetch)',
      'PATCH /6, leaks Order (objection patchAndFetchById)',
      'DELETE /7',
      'GET /8, leaks many items (objection $relatedQuery), leaks Order (objection findOne)',
      'POST /10',
    ]);
  });
});
