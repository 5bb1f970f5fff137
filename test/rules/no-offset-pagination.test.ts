import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noOffsetPagination } from '../../src/rules/no-offset-pagination.ts';
import { lint } from '../support/lint.ts';
import { ROOT } from '../support/pages.ts';
import { RuleTester } from '../support/rule-tester.ts';

/** Rows that are skipped, reported at the first place of `at` behind `after`. */
interface Skip {
  readonly at: string;
  readonly after?: string;
  readonly name?: string;
  readonly of?: string;
  readonly keyset?: string;
}

const PRISMA = 'cursor: { id: lastId }, skip: 1, take: 20';
const DRIZZLE = '.where(gt(table.id, lastId)).orderBy(table.id).limit(20)';
const TYPEORM = 'where: { id: MoreThan(lastId) }, take: 20';
const SEQUELIZE = 'where: { id: { [Op.gt]: lastId } }, limit: 20';
const WHERE = ".where('id', '>', lastId).orderBy('id').limit(20)";
const MONGO = 'find({ _id: { $gt: lastId } }).sort({ _id: 1 }).limit(20)';

function reported(code: string, { at, after = '', name = at, of, keyset }: Skip) {
  const start = code.indexOf(at, code.indexOf(after) + after.length);
  if (start < 0) throw new Error(`no ${at}`);
  const before = code.slice(0, start).split('\n');
  return {
    messageId: 'offset' as const,
    data: { name, of: of === undefined ? '' : ` of \`${of}\``, example: keyset === undefined ? '' : `: \`${keyset}\`` },
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
    endColumn: (before.at(-1) ?? '').length + 1 + at.length,
  };
}

const invalid = (name: string, code: string, ...skips: readonly Skip[]) => ({ name, code, errors: skips.map((skip) => reported(code, skip)) });

new RuleTester().run('no-offset-pagination', noOffsetPagination, {
  valid: [
    {
      name: 'Prisma: after the last row seen',
      code: `
        import { PrismaClient } from '@prisma/client';
        const prisma = new PrismaClient();

        export const listOrders = (cursor?: string) =>
          prisma.order.findMany({ take: 20, skip: cursor ? 1 : 0, ...(cursor && { cursor: { id: cursor } }), orderBy: { id: 'asc' } });
        export const nextOrders = (cursor: string) => prisma.order.findMany({ take: 20, skip: 1, cursor: { id: cursor }, orderBy: { id: 'asc' } });
      `,
    },
    {
      name: 'Drizzle: after the last row seen',
      code: `
        import { gt } from 'drizzle-orm';
        import { drizzle } from 'drizzle-orm/node-postgres';
        import { orders } from './schema.js';
        const db = drizzle(config.databaseUrl);

        export const listOrders = (lastId: string) => db.select().from(orders).where(gt(orders.id, lastId)).orderBy(orders.id).limit(20);
      `,
    },
    {
      name: 'TypeORM: after the last row seen',
      code: `
        import { MoreThan, type DataSource } from 'typeorm';
        import { Order } from './order.entity';

        export const listOrders = (source: DataSource, lastId: string) =>
          source.getRepository(Order).find({ where: { id: MoreThan(lastId) }, order: { id: 'ASC' }, take: 20 });
      `,
    },
    {
      name: 'Sequelize, Knex, Kysely and Objection: after the last row seen',
      code: `
        import { Op, Model } from 'sequelize';
        import knex from 'knex';
        import { Kysely } from 'kysely';
        class Order extends Model {}
        const db = knex(config);
        const kysely = new Kysely<Database>({ dialect });

        export const bySequelize = (lastId: string) => Order.findAll({ where: { id: { [Op.gt]: lastId } }, order: [['id', 'ASC']], limit: 20 });
        export const byKnex = (lastId: string) => db('orders').where('id', '>', lastId).orderBy('id').limit(20);
        export const byKysely = (lastId: string) => kysely.selectFrom('orders').selectAll().where('id', '>', lastId).orderBy('id').limit(20).execute();
      `,
    },
    {
      name: 'Mongoose: after the last document seen',
      code: `
        import { Schema, model } from 'mongoose';
        const Order = model('Order', new Schema({ total: Number }));

        export const listOrders = (lastId: string) => Order.find({ _id: { $gt: lastId } }).sort({ _id: 1 }).limit(20);
      `,
    },
    {
      name: 'SQL: after the last row seen',
      code: `
        import { Pool } from 'pg';
        const pool = new Pool();

        export const listOrders = (lastId: string) => pool.query('SELECT id, total FROM orders WHERE id > $1 ORDER BY id LIMIT 20', [lastId]);
      `,
    },
    {
      name: 'the first page, and the one row after',
      code: `
        import { PrismaClient } from '@prisma/client';
        import knex from 'knex';
        const prisma = new PrismaClient();
        const db = knex(config);

        export const newest = () => prisma.order.findMany({ skip: 0, take: 10, orderBy: { createdAt: 'desc' } });
        export const first = () => db('orders').orderBy('id').offset(0).limit(10);
        export const rest = () => db.raw('SELECT id FROM orders ORDER BY id LIMIT 10 OFFSET 0');
      `,
    },
    {
      name: 'an offset that is told to the client',
      code: `
        import express from 'express';
        import { listOrders } from './db.js';

        express().get('/orders', async (req, res) => {
          const { items, total } = await listOrders(req.query.cursor);
          res.json({ items, total, offset: 0, page: { offset: req.query.offset, limit: 20 } });
        });
      `,
    },
    {
      name: 'schemas, defaults and types of parameters',
      code: `
        import { z } from 'zod';
        import { Type } from '@sinclair/typebox';

        export const query = z.object({ offset: z.coerce.number().default(0), skip: z.number().optional(), at: z.string().datetime({ offset: true }) });
        export const page = Type.Object({ offset: Type.Integer({ minimum: 0 }), skip: Type.Optional(Type.Integer()) });
        export const defaults = { offset: 40, skip: 20, limit: 20 };
        export interface Page { offset: number; skip: number }
      `,
    },
    {
      name: 'skip of loggers, rate limiters, caches and test frameworks',
      code: `
        import rateLimit from 'express-rate-limit';
        import morgan from 'morgan';
        import compression from 'compression';

        export const limiter = rateLimit({ windowMs: 60_000, max: 100, skip: (req) => req.path === '/health' });
        export const access = morgan('combined', { skip: (req, res) => res.statusCode < 400 });
        export const guard = throttle({ skip: isInternal, skipSuccessfulRequests: true });
      `,
    },
    {
      name: 'skip of RxJS, lodash and iterators',
      code: `
        import { skip, take } from 'rxjs';
        import _ from 'lodash';
        import { Transform } from 'node:stream';

        export const later = orders$.pipe(skip(20), take(10));
        export const rest = _.drop(orders, 20);
        export const lines = readable.drop(20);
        export const values = stream.skip(20);
        export const pages = orders$.pipe(skip(page * size), take(size));
        export const others = _(orders).drop(20).take(10).value();
      `,
    },
    {
      name: 'offsets of buffers, files, time zones, strings and messages',
      code: `
        import { open } from 'node:fs/promises';

        export async function header(path: string) {
          const file = await open(path);
          const { buffer } = await file.read({ buffer: Buffer.alloc(64), offset: 0, position: 128 });
          const view = new DataView(buffer.buffer, buffer.byteOffset, 16);
          return { view, zone: new Date().getTimezoneOffset(), text: buffer.toString('utf8').slice(20, 40), from: buffer.readUInt32LE(offset) };
        }
        export const commit = (message: KafkaMessage) => consumer.commitOffsets([{ topic: 'orders', partition: 0, offset: message.offset }]);
        export const format = (date: DateTime) => date.setZone({ offset: 120 });
      `,
    },
    {
      name: 'a page of an array in memory',
      code: `
        export function pageOf(orders: readonly Order[], page: number, limit: number) {
          const offset = (page - 1) * limit;
          return orders.slice(offset, offset + limit);
        }
      `,
    },
    {
      name: 'columns called offset',
      code: `
        import { PrismaClient } from '@prisma/client';
        import { integer, pgTable, text } from 'drizzle-orm/pg-core';
        const prisma = new PrismaClient();

        export const consumers = pgTable('consumers', { topic: text('topic').primaryKey(), offset: integer('offset').notNull() });
        export const remember = (topic: string, offset: number) => prisma.consumer.update({ where: { topic }, data: { offset } });
        export const behind = (offset: number) => prisma.consumer.findMany({ where: { offset: { lt: offset } }, take: 20 });
      `,
    },
    {
      name: 'words in SQL that skip nothing',
      code: `
        import { Pool } from 'pg';
        const pool = new Pool();

        export const consumers = () => pool.query("SELECT topic, \\"offset\\" FROM consumers WHERE note <> 'OFFSET 20' -- OFFSET 40");
        export const locked = () => pool.query('SELECT id FROM jobs WHERE state = $1 ORDER BY id LIMIT 10 FOR UPDATE SKIP LOCKED', ['new']);
        export const windows = () => pool.query('SELECT id, lag(total, 1) OVER (ORDER BY id) FROM orders');
      `,
    },
    {
      name: 'an API of somebody else',
      code: `
        export const invoices = (page: number) => stripe.invoices.list({ limit: 20, starting_after: lastId });
        export const issues = (skip: number) => jira.searchIssues({ jql, startAt: skip, maxResults: 50 });
        export const hits = (from: number) => fetch(\`https://api.example.com/orders?offset=\${from}&limit=20\`);
      `,
    },
    {
      name: 'tables that stay small',
      options: [{ allow: ['country', 'currencies'] }],
      code: `
        import { PrismaClient } from '@prisma/client';
        import knex from 'knex';
        const prisma = new PrismaClient();
        const db = knex(config);

        export const listCountries = (skip: number) => prisma.country.findMany({ skip, take: 20 });
        export const listCurrencies = (offset: number) => db('currencies').offset(offset).limit(20);
      `,
    },
    {
      name: 'a migration that works through a table',
      filename: 'src/shared/db/migrations/20240501120000_totals.ts',
      code: `
        import type { Knex } from 'knex';
        export async function up(knex: Knex) {
          for (let offset = 0; ; offset += 1000) {
            const rows = await knex('orders').select('id').orderBy('id').offset(offset).limit(1000);
            if (rows.length === 0) return;
          }
        }
      `,
    },
    {
      name: 'a test',
      filename: 'src/modules/orders/list-orders.test.ts',
      code: `
        import { PrismaClient } from '@prisma/client';
        const prisma = new PrismaClient();
        await prisma.order.findMany({ skip: 20 });
      `,
    },
    {
      name: 'a component in the browser',
      filename: 'src/cart.ts',
      code: `
        'use client';
        export const nextPage = (page, pageSize) => api.orders({ offset: page * pageSize });
      `,
    },
  ],
  invalid: [
    invalid(
      'Prisma: skip, written out',
      `
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();

export const listOrders = (page: number) => prisma.order.findMany({ skip: (page - 1) * 20, take: 20, orderBy: { createdAt: 'desc' } });
`,
      { at: 'skip', of: 'order', keyset: PRISMA },
    ),
    invalid(
      'Prisma: in shorthand, from the request',
      `
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();

export async function handler(req, res) {
  const skip = Number(req.query.skip ?? 0);
  const [orders, total] = await prisma.$transaction([prisma.order.findMany({ skip, take: 20 }), prisma.order.count()]);
  res.json({ items: orders.map(toOrder), total });
}
`,
      { at: 'skip', after: 'findMany({ ', of: 'order', keyset: PRISMA },
    ),
    invalid(
      'Prisma: through a variable and a spread',
      `
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();

export async function listOrders(page: number, size: number) {
  const paging = { skip: page * size, take: size };
  return prisma.order.findMany({ where: { open: true }, ...paging, select: { id: true } });
}
`,
      { at: 'skip', of: 'order', keyset: PRISMA },
    ),
    invalid(
      'Prisma: on a condition',
      `
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();

export const listOrders = (page?: number) => prisma.order.findMany({ ...(page ? { take: 20, skip: page * 20 } : {}), select: { id: true } });
`,
      { at: 'skip', of: 'order', keyset: PRISMA },
    ),
    invalid(
      'Prisma: in a relation',
      `
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();

export const findCustomer = (id: string, skip: number) => prisma.customer.findUnique({ where: { id }, include: { orders: { skip, take: 20 } } });
`,
      { at: 'skip', after: 'orders: { ', of: 'customer', keyset: PRISMA },
    ),
    invalid(
      'Prisma: OFFSET in raw SQL',
      `
import { Prisma, PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();

export const listOrders = (offset: number) => prisma.$queryRaw\`SELECT id FROM orders ORDER BY id LIMIT 20 OFFSET \${offset}\`;
export const find = (where: Prisma.Sql, skip: number) => prisma.$queryRaw(Prisma.sql\`SELECT id FROM orders \${where} ORDER BY id offset \${skip}\`);
`,
      { at: 'OFFSET', name: 'OFFSET', of: 'orders', keyset: PRISMA },
      { at: 'offset', after: '${where} ORDER BY id ', name: 'OFFSET', of: 'orders', keyset: PRISMA },
    ),
    invalid(
      'Drizzle: .offset() and the relational query',
      `
import { drizzle } from 'drizzle-orm/node-postgres';
import { orders } from './schema.js';
const db = drizzle(config.databaseUrl);

export const listOrders = (page: number) => db.select({ id: orders.id }).from(orders).orderBy(orders.id).limit(20).offset((page - 1) * 20);
export const listMore = (offset: number) => db.query.orders.findMany({ limit: 20, offset, columns: { id: true } });
`,
      { at: 'offset', after: 'limit(20).', of: 'orders', keyset: DRIZZLE },
      { at: 'offset', after: 'limit: 20, ', of: 'orders', keyset: DRIZZLE },
    ),
    invalid(
      'Drizzle: a dynamic builder',
      `
import { drizzle } from 'drizzle-orm/node-postgres';
import { orders } from './schema.js';
const db = drizzle(config.databaseUrl);

export async function listOrders(page: number) {
  let query = db.select({ id: orders.id }).from(orders).$dynamic();
  if (page > 1) query = query.offset((page - 1) * 20);
  return query;
}
`,
      { at: 'offset', after: 'query.', of: 'orders', keyset: DRIZZLE },
    ),
    invalid(
      'TypeORM: skip of a repository, and of a builder',
      `
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Order } from './order.entity';

@Injectable()
export class OrdersService {
  constructor(@InjectRepository(Order) private readonly orders: Repository<Order>) {}

  find(page: number, limit: number) {
    return this.orders.findAndCount({ skip: (page - 1) * limit, take: limit });
  }

  search(page: number, limit: number) {
    return this.orders.createQueryBuilder('order').orderBy('order.id').skip(page * limit).take(limit).getMany();
  }

  raw(offset: number) {
    return this.orders.createQueryBuilder('order').offset(offset).limit(20).getRawMany();
  }
}
`,
      { at: 'skip', after: 'findAndCount({ ', of: 'Order', keyset: TYPEORM },
      { at: 'skip', after: "orderBy('order.id').", of: 'Order', keyset: TYPEORM },
      { at: 'offset', after: 'raw(offset: number)', of: 'Order', keyset: TYPEORM },
    ),
    invalid(
      'Sequelize: offset, also set later',
      `
import { Model } from 'sequelize';
class Order extends Model {}

export const listOrders = (page: number, limit: number) => Order.findAndCountAll({ limit, offset: limit * (page - 1), order: [['id', 'ASC']] });
export async function search(offset: number) {
  return Order.findAll({ attributes: ['id'], limit: 20, offset });
}
`,
      { at: 'offset', after: '{ limit, ', of: 'Order', keyset: SEQUELIZE },
      { at: 'offset', after: 'limit: 20, ', of: 'Order', keyset: SEQUELIZE },
    ),
    invalid(
      'Knex: offset of a chain, of a builder that goes on, and in raw SQL',
      `
import knex from 'knex';
const db = knex(config);

export const listOrders = (page: number) => db('orders').select('id').limit(20).offset(page * 20);
export async function search(filter: Filter) {
  const query = db('invoices').select('id');
  if (filter.offset) query.offset(filter.offset);
  return query;
}
export const raw = (offset: number) => db.raw('SELECT id FROM orders LIMIT ? OFFSET ?', [20, offset]);
`,
      { at: 'offset', after: 'limit(20).', of: 'orders', keyset: WHERE },
      { at: 'offset', after: 'query.', of: 'invoices', keyset: WHERE },
      { at: 'OFFSET', of: 'orders', keyset: WHERE },
    ),
    invalid(
      'Kysely',
      `
import { Kysely } from 'kysely';
const db = new Kysely<Database>({ dialect });

export const listOrders = (page: number) => db.selectFrom('orders').select('id').limit(20).offset(page * 20).execute();
`,
      { at: 'offset', after: 'limit(20).', of: 'orders', keyset: WHERE },
    ),
    invalid(
      'MikroORM: options, and a builder',
      `
import type { EntityManager } from '@mikro-orm/postgresql';
import { Order } from './order.entity.js';

export const listOrders = (em: EntityManager, page: number) => em.findAndCount(Order, {}, { limit: 20, offset: page * 20 });
export const search = (em: EntityManager, offset: number) => em.createQueryBuilder(Order).select('*').limit(20).offset(offset).getResult();
`,
      { at: 'offset', after: 'limit: 20, ', of: 'Order', keyset: 'findByCursor(entity, { first: 20, after })' },
      { at: 'offset', after: 'limit(20).', of: 'Order', keyset: 'findByCursor(entity, { first: 20, after })' },
    ),
    invalid(
      'Mongoose: .skip(), options and a stage',
      `
import { Schema, model } from 'mongoose';
const Order = model('Order', new Schema({ total: Number }));

export const listOrders = (page: number) => Order.find().sort({ createdAt: -1 }).skip((page - 1) * 20).limit(20).lean();
export const byOptions = (skip: number) => Order.find({}, null, { skip, limit: 20 });
export const byStage = (page: number) => Order.aggregate([{ $match: { open: true } }, { $skip: page * 20 }, { $limit: 20 }]);
`,
      { at: 'skip', after: 'createdAt: -1 }).', of: 'Order', keyset: MONGO },
      { at: 'skip', after: 'null, { ', of: 'Order', keyset: MONGO },
      { at: '$skip', of: 'Order', keyset: MONGO },
    ),
    invalid(
      'pg: a parameter',
      `
import { Pool } from 'pg';
const pool = new Pool();

export async function listOrders(page: number) {
  const { rows } = await pool.query('SELECT id FROM orders ORDER BY id LIMIT $1 OFFSET $2', [20, page * 20]);
  return rows;
}
`,
      { at: 'OFFSET', of: 'orders', keyset: 'WHERE id > $1 ORDER BY id LIMIT 20' },
    ),
    invalid(
      'postgres.js: a hole',
      `
import postgres from 'postgres';
const sql = postgres(config.databaseUrl);

export const listOrders = (offset: number) => sql\`
  select id, total
  from orders
  order by id
  limit 20 offset \${offset}
\`;
`,
      { at: 'offset', after: 'limit 20 ', name: 'OFFSET', of: 'orders', keyset: 'WHERE id > ${lastId} ORDER BY id LIMIT 20' },
    ),
    invalid(
      'mysql2: LIMIT with two numbers',
      `
import mysql from 'mysql2/promise';
const pool = mysql.createPool(config);

export const listOrders = (offset: number) => pool.query('SELECT id FROM orders ORDER BY id LIMIT ?, ?', [offset, 20]);
`,
      { at: '?', name: 'OFFSET', of: 'orders', keyset: 'WHERE id > ? ORDER BY id LIMIT 20' },
    ),
    invalid(
      'better-sqlite3: a named parameter',
      `
import Database from 'better-sqlite3';
const db = new Database('shop.db');

export const listOrders = (offset: number) => db.prepare('SELECT id FROM orders LIMIT 20 OFFSET @offset').all({ offset });
`,
      { at: 'OFFSET', of: 'orders', keyset: 'WHERE id > ? ORDER BY id LIMIT 20' },
    ),
    invalid(
      'Slonik: lower case',
      `
import { createPool, sql } from 'slonik';
const pool = await createPool(config.databaseUrl);

export const listOrders = (offset: number) => pool.any(sql.unsafe\`select id from orders order by id limit 20 offset \${offset}\`);
`,
      { at: 'offset', after: 'limit 20 ', name: 'OFFSET', of: 'orders', keyset: 'WHERE id > ${lastId} ORDER BY id LIMIT 20' },
    ),
    {
      name: 'Objection: a page number',
      code: `
import { Model } from 'objection';
class Order extends Model {
  static tableName = 'orders';
}
export const listOrders = (page: number) => Order.query().orderBy('id').page(page, 20);
`,
      errors: [{ messageId: 'page', data: { name: 'page', of: ' of `Order`', example: `: \`${WHERE}\`` }, line: 6, column: 73 }],
    },
    invalid(
      'a page number times a page size, whatever it is handed to',
      `
export async function listOrders(repository: OrderRepository, page: number, pageSize: number) {
  const offset = (page - 1) * pageSize;
  return repository.list(offset, pageSize);
}
export const search = (index: OrderIndex, page: number, perPage: number) => index.search({ skip: page * perPage, size: perPage });
`,
      { at: 'offset', after: 'const ' },
      { at: 'skip', after: 'search({ ' },
    ),
    invalid(
      'a loop over the whole table',
      `
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();

export async function reindex() {
  for (let skip = 0; ; skip += 500) {
    const orders = await prisma.order.findMany({ skip, take: 500 });
    if (orders.length === 0) return;
  }
}
`,
      { at: 'skip', after: 'findMany({ ', of: 'order', keyset: PRISMA },
    ),
    {
      name: 'tables that are not allowed',
      options: [{ allow: ['country'] }],
      code: `
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();

export const listOrders = (skip: number) => prisma.order.findMany({ skip, take: 20 });
`,
      errors: [{ messageId: 'offset', line: 5, column: 69 }],
    },
  ],
});

describe('no-offset-pagination in SQL files', () => {
  const cwd = join(ROOT, 'test/fixtures/documented-shop');

  it('reads queries, and leaves words and first pages alone', () => {
    const code = `-- name: ListOrders
SELECT id, total FROM orders ORDER BY id LIMIT $1 OFFSET $2;
-- name: NewestOrders
SELECT id FROM orders ORDER BY created_at DESC LIMIT 10 OFFSET 0;
-- name: ListInvoices
SELECT id FROM invoices WHERE id > $1 ORDER BY id LIMIT 20;
-- name: Page of customers, as the standard writes it
SELECT id FROM customers ORDER BY id OFFSET 40 ROWS FETCH NEXT 20 ROWS ONLY;
`;
    const messages = lint({ code, filename: 'src/modules/orders/queries.sql', cwd, rules: { 'no-offset-pagination': 'error' } });
    expect(messages.map(({ line, column, message }) => `${line}:${column} ${message.slice(0, 20)}`)).toEqual(['2:51 `OFFSET` makes the d', '8:38 `OFFSET` makes the d']);
  });
});
