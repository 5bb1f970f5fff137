import { join } from 'node:path';
import { noRawEntityReturns } from '../../src/rules/no-raw-entity-returns.ts';
import { ROOT } from '../support/pages.ts';
import { RuleTester } from '../support/rule-tester.ts';

const SERVICES = join(ROOT, 'test/fixtures/rules/rows-through-services');
const TEAM = join(ROOT, 'test/fixtures/rules/libraries-of-the-team');

/** A row that leaves, reported at the first place of `at` behind `after`. */
interface Leak {
  readonly at: string;
  readonly after?: string;
  readonly what: string;
  readonly operation: string;
  readonly through?: string;
}

function reported(code: string, { at, after = '', what, operation, through }: Leak) {
  const start = code.indexOf(at, code.indexOf(after) + after.length);
  if (start < 0) throw new Error(`no ${at}`);
  const before = code.slice(0, start).split('\n');
  return {
    messageId: through === undefined ? ('raw' as const) : ('through' as const),
    data: { what, operation, through: through ?? '' },
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
  };
}

const invalid = (name: string, code: string, ...leaks: readonly Leak[]) => ({ name, code, errors: leaks.map((leak) => reported(code, leak)) });
const invalidIn = (root: string, filename: string, name: string, code: string, ...leaks: readonly Leak[]) => ({ ...invalid(name, code, ...leaks), filename: join(root, filename) });

const PRISMA = `
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
`;

new RuleTester().run('no-raw-entity-returns', noRawEntityReturns, {
  valid: [
    {
      name: 'fields by name',
      code: `
        import express from 'express';
        ${PRISMA}
        express().get('/orders/:id', async (req, res) => {
          const order = await prisma.order.findUniqueOrThrow({ where: { id: req.params.id } });
          res.json({ id: order.id, total: order.total, lines: order.lines.length });
        });
      `,
    },
    {
      name: 'a mapper, by name, by method, in map',
      code: `
        import express from 'express';
        import { toOrder, OrderMapper } from './order.mapper.js';
        ${PRISMA}
        const app = express();
        app.get('/orders/:id', async (req, res) => res.json(toOrder(await prisma.order.findUnique({ where: { id: req.params.id } }))));
        app.get('/orders', async (req, res) => {
          const orders = await prisma.order.findMany();
          res.json({ items: orders.map(toOrder), newest: orders.map((order) => toOrder(order)), all: OrderMapper.toList(orders) });
        });
        app.get('/totals', async (req, res) => {
          const orders = await prisma.order.findMany();
          res.json(orders.map(({ id, total }) => ({ id, total })));
        });
      `,
    },
    {
      name: 'a schema parses what leaves',
      code: `
        import { Hono } from 'hono';
        import { z } from 'zod';
        ${PRISMA}
        const OrderResponse = z.object({ id: z.string(), total: z.number() });
        const app = new Hono();
        app.get('/orders/:id', async (c) => c.json(OrderResponse.parse(await prisma.order.findUnique({ where: { id: c.req.param('id') } }))));
        app.get('/orders', async (c) => {
          const orders = await prisma.order.findMany();
          return c.json(z.array(OrderResponse).parse(orders));
        });
      `,
    },
    {
      name: 'the query names its columns: select, columns, projection, attributes, SQL',
      code: `
        import express from 'express';
        import knex from 'knex';
        import { Pool } from 'pg';
        import { drizzle } from 'drizzle-orm/node-postgres';
        import { orders } from './schema.js';
        ${PRISMA}
        const app = express();
        const pool = new Pool();
        const db = drizzle(pool);
        const kx = knex(config);
        app.get('/1', async (req, res) => res.json(await prisma.order.findMany({ select: { id: true, total: true } })));
        app.get('/2', async (req, res) => res.json(await db.select({ id: orders.id, total: orders.total }).from(orders)));
        app.get('/3', async (req, res) => res.json(await db.query.orders.findMany({ columns: { id: true } })));
        app.get('/4', async (req, res) => res.json(await kx('orders').select('id', 'total')));
        app.get('/5', async (req, res) => {
          const { rows } = await pool.query('SELECT id, total FROM orders');
          res.json(rows);
        });
        app.get('/6', async (req, res) => res.json(await prisma.order.create({ data: req.body, select: { id: true } })));
      `,
    },
    {
      name: 'counts, sums, booleans and single fields',
      code: `
        import express from 'express';
        ${PRISMA}
        const app = express();
        app.get('/count', async (req, res) => res.json({ count: await prisma.order.count() }));
        app.get('/sum', async (req, res) => res.json(await prisma.order.aggregate({ _sum: { total: true } })));
        app.delete('/orders', async (req, res) => {
          const { count } = await prisma.order.deleteMany({ where: { open: false } });
          res.json({ deleted: count > 0, count });
        });
        app.get('/exists/:id', async (req, res) => {
          const order = await prisma.order.findUnique({ where: { id: req.params.id } });
          res.json({ exists: order !== null, isOpen: !!order?.open, id: order?.id });
        });
      `,
    },
    {
      name: 'Fastify: a response schema leaves out what it does not name',
      code: `
        import Fastify from 'fastify';
        import { OrderResponse } from './schema.js';
        ${PRISMA}
        const app = Fastify();
        app.get('/orders/:id', { schema: { response: { 200: OrderResponse } } }, async (request) => prisma.order.findUnique({ where: { id: request.params.id } }));
      `,
    },
    {
      name: 'tRPC: an output schema',
      code: `
        import { initTRPC } from '@trpc/server';
        import { OrderResponse } from './schema.js';
        ${PRISMA}
        const t = initTRPC.create();
        export const orders = t.router({ list: t.procedure.output(OrderResponse.array()).query(() => prisma.order.findMany()) });
      `,
    },
    {
      name: 'Elysia: a response schema',
      code: `
        import { Elysia, t } from 'elysia';
        ${PRISMA}
        new Elysia().get('/orders', () => prisma.order.findMany(), { response: t.Array(t.Object({ id: t.String() })) });
      `,
    },
    {
      name: 'Nest: object types of GraphQL are a list of what may leave',
      code: `
        import { Query, Resolver } from '@nestjs/graphql';
        import { PrismaService } from './prisma.service';
        import { Order } from './order.model';

        @Resolver(() => Order)
        export class OrdersResolver {
          constructor(private readonly prisma: PrismaService) {}

          @Query(() => [Order])
          orders() {
            return this.prisma.order.findMany();
          }
        }
      `,
    },
    {
      name: 'Nest: a serializer obeys the entity, which leaves fields out',
      code: `
        import { ClassSerializerInterceptor, Controller, Get, UseInterceptors } from '@nestjs/common';
        import { InjectRepository } from '@nestjs/typeorm';
        import { Exclude } from 'class-transformer';
        import { Column, Entity, PrimaryGeneratedColumn, Repository } from 'typeorm';

        @Entity()
        export class Customer {
          @PrimaryGeneratedColumn() id: number;
          @Exclude() @Column() passwordHash: string;
        }

        @Controller('customers')
        @UseInterceptors(ClassSerializerInterceptor)
        export class CustomersController {
          constructor(@InjectRepository(Customer) private readonly customers: Repository<Customer>) {}

          @Get()
          list() {
            return this.customers.find();
          }
        }
      `,
    },
    {
      name: 'Nest: plainToInstance with only what is exposed',
      code: `
        import { Controller, Get, Param } from '@nestjs/common';
        import { plainToInstance } from 'class-transformer';
        import { PrismaService } from './prisma.service';
        import { OrderDto } from './order.dto';

        @Controller('orders')
        export class OrdersController {
          constructor(private readonly prisma: PrismaService) {}

          @Get(':id')
          async find(@Param('id') id: string) {
            return plainToInstance(OrderDto, await this.prisma.order.findUnique({ where: { id } }), { excludeExtraneousValues: true });
          }
        }
      `,
    },
    {
      name: 'the branch in which there is no row',
      code: `
        import express from 'express';
        ${PRISMA}
        async function archive(id: string) {
          try {
            const order = await prisma.order.update({ where: { id }, data: { archived: true } });
            return { success: true, order };
          } catch {
            return { success: false, error: 'cannot archive' };
          }
        }
        express().post('/orders/:id/archive', async (req, res) => {
          const result = await archive(req.params.id);
          if (!result.success) return res.status(409).json(result);
          res.json({ id: result.order.id });
        });
      `,
    },
    {
      name: 'no endpoint: a service, a job',
      code: `
        ${PRISMA}
        export const findOrder = (id: string) => prisma.order.findUnique({ where: { id } });
        export class InvoiceWorker {
          async process(job) {
            return prisma.order.findMany({ where: { open: true } });
          }
        }
      `,
    },
    {
      name: 'what leaves is the answer of somebody else, or what came in',
      code: `
        import express from 'express';
        ${PRISMA}
        const app = express();
        app.post('/orders', async (req, res) => {
          await prisma.order.create({ data: req.body });
          const rates = await fetch(config.ratesUrl).then((response) => response.json());
          res.status(201).json({ received: req.body, rates });
        });
      `,
    },
    {
      name: 'an entity that holds nothing secret',
      options: [{ allow: ['country'] }],
      code: `
        import express from 'express';
        ${PRISMA}
        express().get('/countries', async (req, res) => res.json(await prisma.country.findMany()));
      `,
    },
    {
      name: 'a test server',
      filename: 'src/modules/orders/routes.test.ts',
      code: `
        import express from 'express';
        ${PRISMA}
        express().get('/orders', async (req, res) => res.json(await prisma.order.findMany()));
      `,
    },
    {
      name: 'through a service, mapped there',
      filename: join(SERVICES, 'src/modules/orders/orders.controller.ts'),
      code: `
        import { Controller, Get, Param } from '@nestjs/common';
        import { OrdersService } from './orders.service.js';

        @Controller('orders')
        export class OrdersController {
          constructor(private readonly orders: OrdersService) {}

          @Get(':id') find(@Param('id') id: string) { return this.orders.findDto(id); }
          @Get('totals') totals() { return this.orders.findTotals(); }
          @Get('count') async count() { return { count: await this.orders.count() }; }
        }
      `,
    },
    {
      name: 'through a function of another file, mapped there',
      filename: join(SERVICES, 'src/modules/orders/routes.ts'),
      code: `
        import { Hono } from 'hono';
        import { findOrderTotal } from './find-order.js';

        export const routes = new Hono().get('/orders/:id', async (c) => c.json(await findOrderTotal(c.req.param('id'))));
      `,
    },
    {
      name: "the team's own mapper, which its configuration names",
      filename: join(TEAM, 'src/modules/orders/routes.ts'),
      code: `
        import express from 'express';
        import { database } from '@acme/db';
        import { toResponse } from '../../shared/respond.js';
        import { orders } from './schema.js';

        express().get('/orders', async (req, res) => res.json(toResponse('orders', await database.select().from(orders))));
      `,
    },
  ],
  invalid: [
    invalid(
      'Express and Prisma: sent as it is, by a variable, nested, spread, in an array',
      `
import express from 'express';
${PRISMA}
const app = express();
app.get('/1', async (req, res) => res.json(await prisma.order.findMany()));
app.get('/2', async (req, res) => {
  const order = await prisma.order.findUnique({ where: { id: req.params.id } });
  if (!order) return res.status(404).end();
  res.status(200).send(order);
});
app.get('/3', async (req, res) => {
  const [items, total] = await Promise.all([prisma.order.findMany(), prisma.order.count()]);
  res.json({ data: { items }, total });
});
app.get('/4', async (req, res) => {
  const invoice = await prisma.invoice.findFirst();
  res.json({ ...invoice, paid: true });
});
app.get('/5', async (req, res) => {
  const customer = await prisma.customer.findFirst();
  res.json([customer]);
});
`,
      { at: 'await prisma.order.findMany()', what: 'Every `order`', operation: 'findMany' },
      { at: 'order)', after: '.send(', what: '`order`', operation: 'findUnique' },
      { at: 'items', after: 'data: { ', what: 'Every `order`', operation: 'findMany' },
      { at: 'invoice', after: '{ ...', what: '`invoice`', operation: 'findFirst' },
      { at: 'customer', after: 'json([', what: '`customer`', operation: 'findFirst' },
    ),
    invalid(
      'what a write gives back',
      `
import express from 'express';
${PRISMA}
const app = express();
app.post('/orders', async (req, res) => res.status(201).json(await prisma.order.create({ data: req.body })));
app.patch('/orders/:id', async (req, res) => {
  const updated = await prisma.order.update({ where: { id: req.params.id }, data: req.body });
  return res.json({ order: updated });
});
app.get('/orders/:id', async (req, res) => res.json(await prisma.order.findUnique({ where: { id: req.params.id }, include: { customer: true } })));
`,
      { at: 'await prisma.order.create', what: '`order`', operation: 'create' },
      { at: 'updated', after: '{ order: ', what: '`order`', operation: 'update' },
      { at: 'await prisma.order.findUnique', what: '`order`', operation: 'findUnique' },
    ),
    invalid(
      'maps that map nothing, and a list of what to leave out',
      `
import express from 'express';
${PRISMA}
const app = express();
app.get('/1', async (req, res) => {
  const orders = await prisma.order.findMany();
  res.json(orders.map((order) => order));
});
app.get('/2', async (req, res) => {
  const orders = await prisma.order.findMany();
  res.json(orders.map((order) => ({ ...order, isOpen: true })));
});
app.get('/3', async (req, res) => {
  const { passwordHash, ...customer } = await prisma.customer.findUniqueOrThrow({ where: { id: req.params.id } });
  res.json(customer);
});
app.get('/4', async (req, res) => {
  const customer = await prisma.customer.findUniqueOrThrow({ where: { id: req.params.id } });
  const { passwordHash, ...rest } = customer;
  return res.json({ customer: rest });
});
`,
      { at: 'orders.map((order) => order)', what: 'Every `order`', operation: 'findMany' },
      { at: 'order', after: '({ ...', what: 'Every `order`', operation: 'findMany' },
      { at: 'customer)', after: 'json(', what: '`customer`', operation: 'findUniqueOrThrow' },
      { at: 'rest', after: '{ customer: ', what: '`customer`', operation: 'findUniqueOrThrow' },
    ),
    invalid(
      'Fastify and Drizzle: returned, and sent',
      `
import Fastify from 'fastify';
import { drizzle } from 'drizzle-orm/node-postgres';
import { eq } from 'drizzle-orm';
import { orders } from './schema.js';

const db = drizzle(config.databaseUrl);
const app = Fastify();
app.get('/orders', async () => db.select().from(orders));
app.get('/orders/:id', { schema: { params: IdParams } }, async (request, reply) => {
  const [order] = await db.select().from(orders).where(eq(orders.id, request.params.id));
  return reply.code(200).send(order);
});
app.post('/orders', async (request) => {
  const [created] = await db.insert(orders).values(request.body).returning();
  return { order: created };
});
`,
      { at: 'db.select().from(orders))', what: 'Every `orders`', operation: 'select' },
      { at: 'order)', after: '.send(', what: '`orders`', operation: 'select' },
      { at: 'created', after: '{ order: ', what: '`orders`', operation: 'insert' },
    ),
    invalid(
      'Hono and Kysely',
      `
import { Hono } from 'hono';
import { Kysely } from 'kysely';

const db = new Kysely<Database>({ dialect });
const app = new Hono();
app.get('/orders/:id', async (c) => {
  const order = await db.selectFrom('orders').selectAll().where('id', '=', c.req.param('id')).executeTakeFirst();
  if (!order) return c.notFound();
  return c.json(order);
});
`,
      { at: 'order)', after: 'c.json(', what: '`orders`', operation: 'selectFrom' },
    ),
    invalid(
      'Koa and Knex: the body of the context',
      `
import Router from '@koa/router';
import knex from 'knex';

const db = knex(config);
const router = new Router();
router.get('/orders', async (ctx) => {
  ctx.body = await db('orders').where({ open: true });
});
router.get('/orders/:id', async (ctx) => {
  const order = await db('orders').where({ id: ctx.params.id }).first();
  ctx.body = { order };
});
`,
      { at: "await db('orders').where({ open: true })", what: 'Every `orders`', operation: 'select' },
      { at: 'order }', after: 'ctx.body = { ', what: '`orders`', operation: 'first' },
    ),
    invalid(
      'Nest and TypeORM: a promise of a DTO maps nothing',
      `
import { Controller, Get, Param } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Order } from './order.entity';
import type { OrderDto } from './order.dto';

@Controller('orders')
export class OrdersController {
  constructor(@InjectRepository(Order) private readonly orders: Repository<Order>) {}

  @Get(':id')
  async find(@Param('id') id: string): Promise<OrderDto> {
    return this.orders.findOneByOrFail({ id });
  }

  @Get()
  async list(): Promise<{ items: OrderDto[]; total: number }> {
    const [items, total] = await this.orders.findAndCount();
    return { items, total };
  }
}
`,
      { at: 'this.orders.findOneByOrFail({ id })', what: '`Order`', operation: 'findOneByOrFail' },
      { at: 'items', after: 'return { ', what: 'Every `Order`', operation: 'findAndCount' },
    ),
    invalid(
      'Nest and Mongoose',
      `
import { Controller, Get } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Order } from './order.schema';

@Controller('orders')
export class OrdersController {
  constructor(@InjectModel(Order.name) private readonly orders: Model<Order>) {}

  @Get()
  list() {
    return this.orders.find({ open: true }).lean().exec();
  }
}
`,
      { at: 'this.orders.find', what: 'Every `Order`', operation: 'find' },
    ),
    invalid(
      'Express and Sequelize, Mongoose and Objection',
      `
import express from 'express';
import { Model } from 'sequelize';
import { Schema, model } from 'mongoose';
import { Model as ObjectionModel } from 'objection';

class Order extends Model {}
class Invoice extends ObjectionModel {
  static tableName = 'invoices';
}
const Customer = model('Customer', new Schema({ name: String }));
const app = express();
app.get('/orders', async (req, res) => {
  const { rows, count } = await Order.findAndCountAll();
  res.json({ rows, count });
});
app.get('/orders/:id', async (req, res) => {
  const order = await Order.findByPk(req.params.id);
  res.json(order.toJSON());
});
app.get('/customers', async (req, res) => res.send(await Customer.find()));
app.get('/invoices', async (req, res) => res.json(await Invoice.query()));
`,
      { at: 'rows', after: 'res.json({ ', what: 'Every `Order`', operation: 'findAndCountAll' },
      { at: 'order.toJSON()', what: '`Order`', operation: 'findByPk' },
      { at: 'await Customer.find()', what: 'Every `Customer`', operation: 'find' },
      { at: 'await Invoice.query()', what: 'Every `Invoice`', operation: 'query' },
    ),
    invalid(
      'Express and MikroORM',
      `
import express from 'express';
import { MikroORM } from '@mikro-orm/postgresql';
import { Order } from './order.entity.js';

const orm = await MikroORM.init(config);
const app = express();
app.get('/orders', async (req, res) => res.json(await orm.em.fork().find(Order, {})));
`,
      { at: 'await orm.em.fork().find(Order, {})', what: 'Every `Order`', operation: 'find' },
    ),
    invalid(
      'SELECT * of pg, postgres.js, mysql2, better-sqlite3 and Slonik',
      `
import express from 'express';
import { Pool } from 'pg';
import postgres from 'postgres';
import mysql from 'mysql2/promise';
import Database from 'better-sqlite3';
import { createPool, sql as slonik } from 'slonik';

const pool = new Pool();
const sql = postgres(config.databaseUrl);
const my = mysql.createPool(config);
const lite = new Database('shop.db');
const slow = await createPool(config.databaseUrl);
const app = express();
app.get('/1', async (req, res) => {
  const { rows } = await pool.query('SELECT * FROM orders');
  res.json(rows);
});
app.get('/2', async (req, res) => {
  const result = await pool.query('SELECT o.* FROM orders o WHERE id = $1', [req.params.id]);
  res.json(result.rows[0]);
});
app.get('/3', async (req, res) => res.json(await sql\`select * from orders\`));
app.get('/4', async (req, res) => {
  const [orders] = await my.query('SELECT * FROM orders');
  res.json({ orders });
});
app.get('/5', (req, res) => res.json(lite.prepare('SELECT * FROM orders').all()));
app.get('/6', async (req, res) => res.json(await slow.any(slonik.unsafe\`SELECT * FROM orders\`)));
`,
      { at: 'rows', after: 'res.json(', what: 'Every `orders`', operation: 'query' },
      { at: 'result.rows[0]', what: '`orders`', operation: 'query' },
      { at: 'await sql`', what: 'Every `orders`', operation: 'sql' },
      { at: 'orders', after: 'res.json({ ', what: 'Every `orders`', operation: 'query' },
      { at: 'lite.prepare', what: 'Every `orders`', operation: 'prepare' },
      { at: 'await slow.any', what: 'Every `orders`', operation: 'any' },
    ),
    invalid(
      'tRPC: a procedure without an output schema',
      `
import { initTRPC } from '@trpc/server';
import { z } from 'zod';
${PRISMA}
const t = initTRPC.create();
export const orders = t.router({
  list: t.procedure.query(async () => prisma.order.findMany()),
  create: t.procedure.input(z.object({ total: z.number() })).mutation(async ({ input }) => {
    const order = await prisma.order.create({ data: input });
    return { order };
  }),
});
`,
      { at: 'prisma.order.findMany()', what: 'Every `order`', operation: 'findMany' },
      { at: 'order }', after: 'return { ', what: '`order`', operation: 'create' },
    ),
    invalid(
      'Elysia',
      `
import { Elysia, t } from 'elysia';
${PRISMA}
new Elysia().get('/orders/:id', ({ params }) => prisma.order.findUnique({ where: { id: params.id } }), { params: t.Object({ id: t.String() }) });
`,
      { at: 'prisma.order.findUnique', what: '`order`', operation: 'findUnique' },
    ),
    {
      ...invalid(
        'Next: a route handler',
        `
import { NextResponse } from 'next/server';
${PRISMA}
export async function GET() {
  const orders = await prisma.order.findMany();
  return NextResponse.json({ orders });
}
export async function POST(request: Request) {
  const order = await prisma.order.create({ data: await request.json() });
  return Response.json(order, { status: 201 });
}
`,
        { at: 'orders', after: 'NextResponse.json({ ', what: 'Every `order`', operation: 'findMany' },
        { at: 'order', after: ' Response.json(', what: '`order`', operation: 'create' },
      ),
      filename: 'src/app/api/orders/route.ts',
    },
    {
      ...invalid(
        'Remix: a loader',
        `
import { json } from '@remix-run/node';
${PRISMA}
export async function loader({ params }) {
  const order = await prisma.order.findUnique({ where: { id: params.orderId } });
  return json({ order });
}
`,
        { at: 'order', after: 'json({ ', what: '`order`', operation: 'findUnique' },
      ),
      filename: 'app/routes/orders.$orderId.tsx',
    },
    {
      ...invalid(
        'h3: an event handler',
        `
import { defineEventHandler, getRouterParam } from 'h3';
${PRISMA}
export default defineEventHandler(async (event) => {
  return prisma.order.findUnique({ where: { id: getRouterParam(event, 'id') } });
});
`,
        { at: 'prisma.order.findUnique', what: '`order`', operation: 'findUnique' },
      ),
      filename: 'server/api/orders/[id].get.ts',
    },
    invalid(
      'a helper of the same file',
      `
import express from 'express';
${PRISMA}
async function loadOrder(id: string) {
  const order = await prisma.order.findUnique({ where: { id } });
  if (!order) throw new NotFound();
  return order;
}
express().get('/orders/:id', async (req, res) => res.json(await loadOrder(req.params.id)));
`,
      { at: 'await loadOrder', what: '`order`', operation: 'findUnique', through: 'loadOrder' },
    ),
    invalid(
      'the branch in which there is a row',
      `
import express from 'express';
${PRISMA}
async function archive(id: string) {
  try {
    const order = await prisma.order.update({ where: { id }, data: { archived: true } });
    return { success: true, order };
  } catch {
    return { success: false, error: 'cannot archive' };
  }
}
express().post('/orders/:id/archive', async (req, res) => {
  const result = await archive(req.params.id);
  if (result.success === true) return res.json(result);
  res.status(409).json({ error: result.error });
});
`,
      { at: 'result)', after: 'return res.json(', what: '`order`', operation: 'update' },
    ),
    invalidIn(
      SERVICES,
      'src/modules/orders/orders.controller.ts',
      'through a service and a repository, whatever their types promise',
      `
import { Controller, Get, Param } from '@nestjs/common';
import { OrdersService } from './orders.service.js';
import type { OrderDto } from './order.dto.js';

@Controller('orders')
export class OrdersController {
  constructor(private readonly orders: OrdersService) {}

  @Get(':id')
  find(@Param('id') id: string): Promise<OrderDto> {
    return this.orders.findOne(id);
  }

  @Get()
  async list() {
    const items = await this.orders.findAll();
    return { items };
  }
}
`,
      { at: 'this.orders.findOne(id)', what: '`orders`', operation: 'select', through: 'OrdersRepository.findById' },
      { at: 'items', after: 'return { ', what: 'Every `orders`', operation: 'findMany', through: 'OrdersRepository.findAll' },
    ),
    invalidIn(
      SERVICES,
      'src/modules/customers/customers.controller.ts',
      'through a service that keeps the row in a variable',
      `
import { Controller, Get, Param } from '@nestjs/common';
import { CustomersService } from './customers.service.js';

@Controller('customers')
export class CustomersController {
  constructor(private readonly customers: CustomersService) {}

  @Get(':id')
  async find(@Param('id') id: string) {
    const customer = await this.customers.findOne(id);
    return { ...customer };
  }

  @Get('names')
  names() {
    return this.customers.names();
  }
}
`,
      { at: 'customer }', after: '...', what: '`customer`', operation: 'findUniqueOrThrow', through: 'CustomersService.findOne' },
    ),
    invalidIn(
      SERVICES,
      'src/modules/orders/routes.ts',
      'through a function of another file',
      `
import { Hono } from 'hono';
import { findOrder } from './find-order.js';

export const routes = new Hono().get('/orders/:id', async (c) => c.json({ order: await findOrder(c.req.param('id')) }));
`,
      { at: 'await findOrder', what: '`order`', operation: 'findUnique', through: 'findOrder' },
    ),
    invalidIn(
      TEAM,
      'src/modules/orders/routes.ts',
      "the team's own database, which its configuration names",
      `
import express from 'express';
import { database } from '@acme/db';
import { orders } from './schema.js';

express().get('/orders', async (req, res) => res.json(await database.select().from(orders)));
`,
      { at: 'await database.select()', what: 'Every `orders`', operation: 'select' },
    ),
    {
      name: 'entities that are not allowed',
      options: [{ allow: ['country'] }],
      code: `
import express from 'express';
${PRISMA}
express().get('/customers', async (req, res) => res.json(await prisma.customer.findMany()));
`,
      errors: [{ messageId: 'raw', data: { what: 'Every `customer`', operation: 'findMany', through: '' } }],
    },
  ],
});
