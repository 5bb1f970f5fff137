import { describe, expect, it } from 'vitest';
import { databaseReading, inFunction } from './database-reading.ts';

const HEAD = `
  import { PrismaClient, Prisma } from '@prisma/client';
  const prisma = new PrismaClient();
`;

function queries(body: string, head = HEAD): readonly string[] {
  return databaseReading(inFunction(head, body)).queries;
}

describe('prisma reads', () => {
  it.each([
    ['await prisma.order.findMany()', 'prisma findMany order: read all'],
    ['await prisma.order.findMany({ where: { id }, include: { lines: true } })', 'prisma findMany order: read all'],
    ['await prisma.order.findMany({ skip: (page - 1) * size, take: size })', 'prisma findMany order: read all, skip (page - 1) * size'],
    ['const skip = page * size; await prisma.order.findMany({ skip, take: size })', 'prisma findMany order: read all, skip skip'],
    ['await prisma.order.findMany({ skip: 0 })', 'prisma findMany order: read all, skip 0'],
    ['await prisma.order.findMany({ skip: undefined })', 'prisma findMany order: read all'],
    ['await prisma.order.findMany({ cursor: { id }, skip: 1, take: 20 })', 'prisma findMany order: read all, skip 1, cursor'],
    ['await prisma.order.findMany({ ...(id ? { cursor: { id }, skip: 1 } : {}), take: 20 })', 'prisma findMany order: read all, skip 1, cursor'],
    ['const args: Prisma.OrderFindManyArgs = { take: size };\n if (page) args.skip = page * size;\n await prisma.order.findMany(args)', 'prisma findMany order: read all, skip page * size'],
    ['await prisma.order.findMany({ where: { id }, ...(page && { skip: page * size }) })', 'prisma findMany order: read all, skip page * size'],
    ['await prisma.order.findMany({ select: { id: true } })', 'prisma findMany order: read some'],
    ['await prisma.order.findMany({ omit: { secret: true } })', 'prisma findMany order: read some'],
    ['const select = { id: true }; await prisma.order.findMany({ select })', 'prisma findMany order: read some'],
    ['await prisma.order.findMany(input)', 'prisma findMany order: read unknown'],
    ['await prisma.order.findUnique({ where: { id } })', 'prisma findUnique order: read all'],
    ['await prisma.order.findUniqueOrThrow({ where: { id } })', 'prisma findUniqueOrThrow order: read all'],
    ['await prisma.order.findFirst({ where: { id }, skip: 3 })', 'prisma findFirst order: read all, skip 3'],
    ['await prisma.order.findFirstOrThrow()', 'prisma findFirstOrThrow order: read all'],
    ['await prisma.order.count({ where: { id } })', 'prisma count order: read none'],
    ['await prisma.order.aggregate({ _sum: { total: true }, skip: page })', 'prisma aggregate order: read none, skip page'],
    ['await prisma.order.groupBy({ by: ["status"], _count: true, skip: page })', 'prisma groupBy order: read none, skip page'],
    ['await prisma.order.findRaw({ filter: {} })', 'prisma findRaw order: read all'],
    ['await prisma["order"].findMany()', 'prisma findMany order: read all'],
    ['return prisma.order.findMany()', 'prisma findMany order: read all'],
    ['const promise = prisma.order.findMany()', 'prisma findMany order: read all, not run'],
    ['await prisma.order.findUnique({ where: { id } }).lines()', 'prisma findUnique order: read all'],
    ['await prisma.order.findUnique({ where: { id } }).lines({ skip: page })', 'prisma findUnique order: read all, skip page'],
    ['await prisma.order.findMany({ include: { lines: { skip: page * size, take: size } } })', 'prisma findMany order: read all, skip page * size'],
    ['await prisma.order.findMany({ select: { id: true, lines: { skip: page * size, take: size } } })', 'prisma findMany order: read some, skip page * size'],
  ])('%s', (code, expected) => {
    expect(queries(code)).toEqual([expected]);
  });
});

describe('prisma writes', () => {
  it.each([
    ['await prisma.order.create({ data: { id: crypto.randomUUID(), total: 1 } })', 'prisma create order: write all, writes id v4 crypto.randomUUID(), writes total'],
    ['await prisma.order.create({ data: input, select: { id: true } })', 'prisma create order: write some'],
    ['const { id: key } = await prisma.order.create({ data: {} })', 'prisma create order: write all'],
    ['await prisma.order.createMany({ data: [{ total: 1 }] })', 'prisma createMany order: write none, writes total'],
    ['await prisma.order.createMany({ data: input.map((one: any) => ({ id: crypto.randomUUID(), one })) })', 'prisma createMany order: write none, writes id v4 crypto.randomUUID(), writes one'],
    ['await prisma.order.createManyAndReturn({ data: [{ total: 1 }] })', 'prisma createManyAndReturn order: write all, writes total'],
    ['await prisma.order.update({ where: { id }, data: { total: 1 } })', 'prisma update order: write all, writes total'],
    ['await prisma.order.updateMany({ where: { id }, data: { total: 1 } })', 'prisma updateMany order: write none, writes total'],
    ['await prisma.order.updateManyAndReturn({ data: { total: 1 } })', 'prisma updateManyAndReturn order: write all, writes total'],
    ['await prisma.order.upsert({ where: { id }, create: { id: crypto.randomUUID() }, update: { total: 1 } })', 'prisma upsert order: write all, writes id v4 crypto.randomUUID(), writes total'],
    ['await prisma.order.delete({ where: { id } })', 'prisma delete order: write all'],
    ['await prisma.order.deleteMany()', 'prisma deleteMany order: write none'],
    ['await prisma.order.create({ data: { lines: { create: [{ id: crypto.randomUUID() }] } } })', 'prisma create order: write all, writes lines, writes id v4 crypto.randomUUID()'],
  ])('%s', (code, expected) => {
    expect(queries(code)).toEqual([expected]);
  });
});

describe('prisma SQL', () => {
  it.each([
    ['await prisma.$queryRaw`SELECT * FROM orders LIMIT ${size} OFFSET ${page}`', ['prisma $queryRaw orders: read all, OFFSET page']],
    ['await prisma.$queryRaw<{ id: string }[]>`SELECT id FROM orders`', ['prisma $queryRaw orders: read some']],
    ['await prisma.$queryRaw(Prisma.sql`SELECT * FROM orders OFFSET ${page}`)', ['prisma $queryRaw orders: read all, OFFSET page']],
    ['await prisma.$queryRaw(Prisma.raw("SELECT id FROM orders OFFSET 10"))', ['prisma $queryRaw orders: read some, OFFSET 10']],
    ['await prisma.$queryRawUnsafe("SELECT * FROM orders OFFSET $1", page)', ['prisma $queryRawUnsafe orders: read all, OFFSET page']],
    ['await prisma.$executeRaw`INSERT INTO orders (id) VALUES (${crypto.randomUUID()})`', ['prisma $executeRaw orders: write none, writes id v4 crypto.randomUUID()']],
    ['await prisma.$executeRawUnsafe(`DELETE FROM orders WHERE id = ${id}`)', ['prisma $executeRawUnsafe orders: write none']],
    ['const query = Prisma.sql`SELECT * FROM orders ${page ? Prisma.sql`OFFSET ${page}` : Prisma.empty}`; await prisma.$queryRaw(query)', ['prisma $queryRaw orders: read all, OFFSET page']],
    ['await prisma.$queryRawTyped(listOrders(page))', ['prisma $queryRawTyped: read none']],
  ])('%s', (code, expected) => {
    expect(queries(code)).toEqual(expected);
  });
});

describe('prisma clients', () => {
  it('follows transactions, extensions and lists of promises', () => {
    expect(
      queries(`
        const extended = prisma.$extends({ model: {} }).$extends({});
        await prisma.$transaction(async (tx) => { await tx.order.deleteMany(); });
        await extended.$transaction(async function (tx) { await tx.order.deleteMany(); }, { isolationLevel: 'Serializable' });
        const [orders, total] = await prisma.$transaction([prisma.order.findMany({ skip: page }), prisma.order.count()]);
        await Promise.all([prisma.order.findMany(), prisma.customer.count()]);
        await extended.order.findMany();
      `),
    ).toEqual([
      'prisma deleteMany order: write none',
      'prisma deleteMany order: write none',
      'prisma findMany order: read all, skip page',
      'prisma count order: read none',
      'prisma findMany order: read all',
      'prisma count customer: read none',
      'prisma findMany order: read all',
    ]);
  });

  it('follows services, fields, delegates, global singletons and helper types', () => {
    expect(
      databaseReading(
        {
          'src/orders.service.ts': `
            import { Injectable } from '@nestjs/common';
            import type { Prisma } from '@prisma/client';
            import { PrismaService } from './prisma.service';
            import { db } from './db';
            @Injectable()
            export class OrdersService {
              private readonly orders;
              constructor(private readonly prisma: PrismaService, private readonly injected: PrismaService) {
                this.orders = prisma.order;
              }
              async work(tx: Prisma.TransactionClient) {
                await this.prisma.order.findMany();
                await this.injected.order.findMany();
                await this.prisma.client.order.findMany();
                await this.orders.findMany();
                await tx.order.findMany();
                await db.order.findMany();
                const { order } = this.prisma;
                await order.findMany();
              }
            }
          `,
          'src/prisma.service.ts': `
            import { PrismaClient } from '@prisma/client';
            export class PrismaService extends PrismaClient { readonly client = new PrismaClient(); async onModuleInit() { await this.$connect(); } }
          `,
          'src/db.ts': `
            import { PrismaClient } from '@prisma/client';
            const globalForPrisma = globalThis as unknown as { prisma: PrismaClient | undefined };
            export const db = globalForPrisma.prisma ?? new PrismaClient({ log: ['query'] });
          `,
        },
        'src/orders.service.ts',
      ).queries,
    ).toEqual(Array<string>(7).fill('prisma findMany order: read all'));
  });

  it.each([
    ["import { PrismaClient } from './generated/prisma/client';"],
    ["import { PrismaClient } from '../../generated/prisma';"],
    ["import { PrismaClient } from '@/generated/prisma/client.js';"],
    ["import { PrismaClient } from '#prisma/client';"],
    ["import { PrismaClient } from '@acme/db/client';"],
    ["import { PrismaClient } from '../db/gen/index.js';"],
    ["import * as db from '@prisma/client'; const { PrismaClient } = db;"],
    ["import pkg from '@prisma/client'; const { PrismaClient } = pkg;"],
    ["const { PrismaClient } = require('@prisma/client');"],
  ])('%s', (head) => {
    expect(queries('await prisma.order.findMany()', `${head}\nconst prisma = new PrismaClient();`)).toEqual(['prisma findMany order: read all']);
  });

  it('knows a delegate by the type of a member', () => {
    expect(queries('await orders.findMany()', "import type { PrismaClient } from '@prisma/client';\ndeclare const orders: PrismaClient['order'];")).toEqual(['prisma findMany order: read all']);
  });

  it('knows a client by its name and its shape alone', () => {
    expect(queries('await prisma.order.findMany({ skip: page });\n await this.db.order.findFirst();\n await ctx.prisma.order.count();', 'declare const ctx: any;')).toEqual([
      'prisma findMany order: read all, skip page, likely',
      'prisma findFirst order: read all, likely',
      'prisma count order: read none, likely',
    ]);
  });

  it('takes nothing else for a client', () => {
    expect(
      queries(
        `
          const cache = new Map<string, number>();
          cache.delete('a');
          await db.User.create({ name: 'a' });
          await db.sessions.update(1);
          await db.collection('orders').findOne({});
          await tx.object.delete(id);
          await db.users.count('id');
          await input.order.findMany();
        `,
        'declare const db: any, tx: any;',
      ),
    ).toEqual([]);
  });

  it('gives rows to responses as they are, and not what was narrowed or mapped', () => {
    expect(
      databaseReading({
        'src/app.ts': `
          import express from 'express';
          import { PrismaClient } from '@prisma/client';
          const prisma = new PrismaClient();
          const app = express();
          app.get('/a', async (req, res) => { res.json(await prisma.order.findMany()); });
          app.get('/b', async (req, res) => { const order = await prisma.order.findUnique({ where: { id: req.params.id }, include: { lines: true } }); if (!order) return res.sendStatus(404); res.json({ order }); });
          app.get('/c', async (req, res) => { const [orders, total] = await prisma.$transaction([prisma.order.findMany(), prisma.order.count()]); res.json({ orders, total }); });
          app.post('/d', async (req, res) => { res.status(201).json(await prisma.order.create({ data: req.body })); });
          app.get('/e', async (req, res) => { prisma.order.findMany().then((orders) => res.json(orders)); });
          app.get('/f', async (req, res) => { res.json(await prisma.order.findMany({ select: { id: true } })); });
          app.get('/g', async (req, res) => { res.json(await prisma.order.count()); });
          app.get('/h', async (req, res) => { const { id, total } = await prisma.order.findFirstOrThrow(); res.json({ id, total }); });
          app.get('/i', async (req, res) => { res.json(await prisma.order.updateMany({ data: {} })); });
          app.get('/j', async (req, res) => { res.json(await prisma.$queryRaw\`select * from orders\`); });
        `,
      }).leaks,
    ).toEqual(['many order (prisma findMany)', 'order (prisma findUnique)', 'many order (prisma findMany)', 'order (prisma create)', 'many order (prisma findMany)', 'many orders (prisma $queryRaw)']);
  });
});
