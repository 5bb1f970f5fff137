import { join } from 'node:path';
import { noUuidV4Keys } from '../../src/rules/no-uuid-v4-keys.ts';
import { lintFixed } from '../support/lint.ts';
import { ROOT } from '../support/pages.ts';
import { RuleTester } from '../support/rule-tester.ts';
import { describe, expect, it } from 'vitest';

/** What is offered: the new text, since when, and what changes in the code. */
type Offer = readonly [text: string, since: string, ...changes: readonly (readonly [from: string, to: string])[]];

/** A key that is reported where its generator stands. */
interface Key {
  readonly generator: string;
  /** What stands before it, where it stands in several places. */
  readonly before?: string;
  readonly of?: string;
  readonly version?: number;
  readonly offers?: readonly Offer[];
}

function changed(code: string, changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`no ${from}`);
    return text.replace(from, () => to);
  }, code);
}

const sinceOf = (since: string): string => (since === '' ? '' : ` (${since})`);

function reported(code: string, { generator, before: mark = '', of = '', version = 4, offers = [] }: Key) {
  const [first] = offers;
  const before = code.slice(0, code.indexOf(mark + generator) + mark.length).split('\n');
  return {
    messageId: version === 4 ? ('key' as const) : ('old' as const),
    data: { generator, version: String(version), of: of === '' ? '' : ` of \`${of}\``, ordered: first ? `: \`${first[0]}\`${sinceOf(first[1])}` : '' },
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
    suggestions: offers.length === 0 ? null : offers.map(([text, since, ...changes]) => ({ messageId: 'useOrdered' as const, data: { text, since: sinceOf(since) }, output: changed(code, changes) })),
  };
}

const invalid = (name: string, code: string, ...keys: readonly Key[]) => ({ name, code, errors: keys.map((key) => reported(code, key)) });

/** The database's generator, and what PostgreSQL 18 has instead. */
const inPostgres = (of: string, generator = 'gen_random_uuid()'): Key => ({ generator, of, offers: [['uuidv7()', 'PostgreSQL 18', [generator, 'uuidv7()']]] });

/** A call of Node's or of the platform, which has no other version yet. */
const NODE_IMPORT = "import { randomUUID } from 'node:crypto';";
const byNode = (of: string): Key => ({
  generator: 'randomUUID()',
  of,
  offers: [['randomUUIDv7()', 'Node.js 26.1', [NODE_IMPORT, "import { randomUUIDv7 } from 'node:crypto';"], ['randomUUID()', 'randomUUIDv7()']]],
});

new RuleTester().run('no-uuid-v4-keys', noUuidV4Keys, {
  valid: [
    {
      name: 'Drizzle: the default of PostgreSQL 18',
      code: `
        import { sql } from 'drizzle-orm';
        import { pgTable, text, uuid } from 'drizzle-orm/pg-core';

        export const orders = pgTable('orders', {
          id: uuid('id').primaryKey().default(sql\`uuidv7()\`),
          status: text('status').notNull(),
        });
      `,
    },
    {
      name: 'Drizzle: a generator of version 7',
      code: `
        import { pgTable, uuid } from 'drizzle-orm/pg-core';
        import { uuidv7 } from 'uuidv7';

        export const orders = pgTable('orders', { id: uuid().primaryKey().$defaultFn(() => uuidv7()) });
      `,
    },
    {
      name: 'Drizzle: a column beside the key',
      code: `
        import { pgTable, uuid, bigserial } from 'drizzle-orm/pg-core';

        export const invitations = pgTable('invitations', {
          id: bigserial('id', { mode: 'number' }).primaryKey(),
          token: uuid('token').notNull().defaultRandom(),
        });
      `,
    },
    {
      name: 'TypeORM: a counter, and a default of version 7',
      code: `
        import { Column, Entity, Generated, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

        @Entity('orders')
        export class Order {
          @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
          id: string;

          @Column('uuid')
          @Generated('uuid')
          trackingCode: string;
        }

        @Entity('countries')
        export class Country {
          @PrimaryGeneratedColumn()
          id: number;
        }
      `,
    },
    {
      name: 'Sequelize: a function of version 7, and a random column',
      code: `
        import { DataTypes, Model, Sequelize } from 'sequelize';
        import { v7 as uuidv7 } from 'uuid';

        const sequelize = new Sequelize(config.databaseUrl);
        export class Order extends Model {}
        Order.init(
          {
            id: { type: DataTypes.UUID, primaryKey: true, defaultValue: () => uuidv7() },
            shareToken: { type: DataTypes.UUID, defaultValue: DataTypes.UUIDV4 },
          },
          { sequelize, tableName: 'orders' },
        );
      `,
    },
    {
      name: 'Knex: the default of PostgreSQL 18',
      code: `
        import type { Knex } from 'knex';

        export async function up(knex: Knex) {
          await knex.schema.createTable('orders', (table) => {
            table.uuid('id').primary().defaultTo(knex.raw('uuidv7()'));
            table.uuid('confirmation_code').defaultTo(knex.fn.uuid());
          });
        }
      `,
    },
    {
      name: 'Kysely: the default of PostgreSQL 18',
      code: `
        import { sql, type Kysely } from 'kysely';

        export async function up(db: Kysely<unknown>) {
          await db.schema
            .createTable('orders')
            .addColumn('id', 'uuid', (column) => column.primaryKey().defaultTo(sql\`uuidv7()\`))
            .addColumn('nonce', 'uuid', (column) => column.defaultTo(sql\`gen_random_uuid()\`))
            .execute();
        }
      `,
    },
    {
      name: 'MikroORM: a field of version 7',
      code: `
        import { Entity, PrimaryKey, Property } from '@mikro-orm/core';
        import { v4, v7 } from 'uuid';

        @Entity()
        export class Order {
          @PrimaryKey({ type: 'uuid' })
          id = v7();

          @Property({ type: 'uuid' })
          downloadToken = v4();
        }
      `,
    },
    {
      name: 'Mongoose: an ObjectId begins with the time',
      code: `
        import { randomUUID } from 'node:crypto';
        import { Schema, model } from 'mongoose';

        const orderSchema = new Schema({
          total: { type: Number, required: true },
          webhookSecret: { type: String, default: () => randomUUID() },
        });
        export const Order = model('Order', orderSchema);
      `,
    },
    {
      name: 'pg: a key of version 7 beside random values',
      code: `
        import { randomUUID } from 'node:crypto';
        import { Pool } from 'pg';
        import { v7 } from 'uuid';

        const pool = new Pool();
        export async function createOrder(customerId: string) {
          await pool.query('INSERT INTO orders (id, customer_id, access_token) VALUES ($1, $2, $3)', [v7(), customerId, randomUUID()]);
        }
      `,
    },
    {
      name: 'Objection: a key of version 7',
      code: `
        import { Model } from 'objection';
        import { uuidv7 } from 'uuidv7';

        class Order extends Model {
          static tableName = 'orders';
        }
        export const createOrder = (total: number) => Order.query().insert({ id: uuidv7(), total });
      `,
    },
    {
      name: 'ids that are no key: events, jobs, requests, correlation',
      code: `
        import { randomUUID } from 'node:crypto';
        import { Queue } from 'bullmq';
        import { logger } from '../shared/logger.js';

        const queue = new Queue('invoices');
        export async function publish(order: Order, request: Request) {
          const correlationId = request.headers.get('x-correlation-id') ?? randomUUID();
          const requestId = randomUUID();
          logger.info({ event: 'order.closed', id: randomUUID(), correlationId, requestId });
          await queue.add('send-invoice', { orderId: order.id }, { jobId: randomUUID() });
          await bus.publish({ id: randomUUID(), type: 'order.closed', occurredAt: new Date(), payload: { orderId: order.id } });
          events.emit('order.closed', { id: randomUUID(), orderId: order.id });
          const job = { id: randomUUID(), name: 'invoice', data: order, timestamp: Date.now() };
          const preview = { id: randomUUID(), total: order.total, createdAt: new Date(), updatedAt: new Date() };
          await outbox.write({ id: randomUUID(), payload: order, createdAt: new Date(), updatedAt: new Date() });
          await fetch(config.paymentsUrl, { method: 'POST', headers: { 'Idempotency-Key': randomUUID() } });
        }
      `,
    },
    {
      name: 'tokens, nonces, file names, JWT ids, session secrets',
      code: `
        import { randomUUID } from 'node:crypto';
        import { SignJWT } from 'jose';
        import { v4 } from 'uuid';

        export async function tokenFor(userId: string) {
          const nonce = randomUUID();
          const key = \`invoices/\${v4()}.pdf\`;
          const upload = { filename: \`\${randomUUID()}.png\`, key, nonce };
          const jwt = await new SignJWT({ sub: userId, jti: randomUUID() }).setProtectedHeader({ alg: 'EdDSA' }).sign(secret);
          return { jwt, upload };
        }
      `,
    },
    {
      name: 'what is written beside the key',
      code: `
        import { PrismaClient } from '@prisma/client';
        import { randomUUID } from 'node:crypto';

        const prisma = new PrismaClient();
        export const invite = (email: string) =>
          prisma.invitation.create({ data: { email, token: randomUUID(), uuid: randomUUID(), correlationId: randomUUID(), expiresAt: tomorrow() } });
      `,
    },
    {
      name: 'a key that somebody else made',
      code: `
        import { PrismaClient } from '@prisma/client';

        const prisma = new PrismaClient();
        export const importOrder = (input: { id: string; total: number }) => prisma.order.create({ data: { id: input.id, total: input.total } });
      `,
    },
    {
      name: 'a property called uuid that holds something else',
      code: `
        import { PrismaClient } from '@prisma/client';

        const prisma = new PrismaClient();
        export const register = (device: Device) => prisma.device.create({ data: { uuid: device.serialNumber, id: device.counter } });
      `,
    },
    {
      name: 'validators say what comes in',
      code: `
        import { IsUUID } from 'class-validator';
        import { z } from 'zod';

        export class FindOrderParams {
          @IsUUID(4)
          id: string;
        }
        export const params = z.object({ id: z.uuid({ version: 'v4' }), customerId: z.string().uuid() });
      `,
    },
    {
      name: 'a lookup by an id that nobody has',
      code: `
        import { PrismaClient } from '@prisma/client';
        import { randomUUID } from 'node:crypto';

        const prisma = new PrismaClient();
        export const warmUp = () => prisma.order.findUnique({ where: { id: randomUUID() } });
      `,
    },
    {
      name: 'version 5 is made of a name, on purpose: the same customer has the same key',
      code: `
        import { PrismaClient } from '@prisma/client';
        import { v5 } from 'uuid';

        const prisma = new PrismaClient();
        export const importCustomer = (email: string) => prisma.customer.create({ data: { id: v5(email, NAMESPACE), email } });
      `,
    },
    {
      name: 'a test',
      filename: 'src/modules/orders/create-order.test.ts',
      code: `
        import { randomUUID } from 'node:crypto';
        import { PrismaClient } from '@prisma/client';
        const prisma = new PrismaClient();
        await prisma.order.create({ data: { id: randomUUID() } });
      `,
    },
    {
      name: 'a table whose keys must not tell when they were made',
      options: [{ allow: ['invitations'] }],
      code: `
        import { pgTable, uuid } from 'drizzle-orm/pg-core';
        export const invitations = pgTable('invitations', { id: uuid('id').primaryKey().defaultRandom() });
      `,
    },
  ],
  invalid: [
    invalid(
      'Drizzle: defaultRandom',
      `
import { sql } from 'drizzle-orm';
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';

export const orders = pgTable('orders', {
  id: uuid('id').primaryKey().defaultRandom(),
  status: text('status').notNull().default(sql\`'open'\`),
});
`,
      { generator: 'defaultRandom()', of: 'orders', offers: [['default(sql`uuidv7()`)', 'PostgreSQL 18', ['defaultRandom()', 'default(sql`uuidv7()`)']]] },
    ),
    invalid(
      'Drizzle: defaultRandom, before the key is said, where sql is not imported',
      `
import { pgTable, uuid } from "drizzle-orm/pg-core";

export const orders = pgTable("orders", { id: uuid().defaultRandom().primaryKey() });
`,
      {
        generator: 'defaultRandom()',
        of: 'orders',
        offers: [
          [
            'default(sql`uuidv7()`)',
            'PostgreSQL 18',
            ['defaultRandom()', 'default(sql`uuidv7()`)'],
            ['import { pgTable, uuid } from "drizzle-orm/pg-core";', 'import { pgTable, uuid } from "drizzle-orm/pg-core";\nimport { sql } from "drizzle-orm";'],
          ],
        ],
      },
    ),
    invalid(
      'Drizzle: SQL as the default',
      `
import { sql } from 'drizzle-orm';
import { pgTable, uuid } from 'drizzle-orm/pg-core';

export const orders = pgTable('orders', { id: uuid('id').primaryKey().default(sql\`gen_random_uuid()\`) });
`,
      inPostgres('orders'),
    ),
    invalid(
      'Drizzle: a function as the default',
      `
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { v4 as uuid } from 'uuid';

export const orders = sqliteTable('orders', { id: text('id').primaryKey().$defaultFn(() => uuid()) });
`,
      { generator: 'uuid()', of: 'orders', offers: [['v7()', 'uuid 10', ['v4 as uuid', 'v7'], ['=> uuid()', '=> v7()']]] },
    ),
    invalid(
      'Drizzle: the key is in the constraints',
      `
import { pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';

export const lines = pgTable('order_lines', { lineId: uuid('line_id').default(sql\`uuid_generate_v4()\`), orderId: uuid('order_id') }, (table) => [primaryKey({ columns: [table.orderId, table.lineId] })]);
`,
      inPostgres('order_lines', 'uuid_generate_v4()'),
    ),
    invalid(
      'TypeORM: the generated key',
      `
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('orders')
export class Order {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column()
  total: number;
}
`,
      {
        generator: "@PrimaryGeneratedColumn('uuid')",
        of: 'orders',
        offers: [
          [
            "PrimaryColumn('uuid', { default: () => 'uuidv7()' })",
            'PostgreSQL 18',
            ['Entity, PrimaryGeneratedColumn', 'Entity, PrimaryColumn'],
            ["PrimaryGeneratedColumn('uuid')", "PrimaryColumn('uuid', { default: () => 'uuidv7()' })"],
          ],
        ],
      },
    ),
    invalid(
      'TypeORM: the generated key has options, which would be lost',
      `
import { Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity()
export class Order {
  @PrimaryGeneratedColumn('uuid', { name: 'order_id' })
  id: string;
}
`,
      { generator: "@PrimaryGeneratedColumn('uuid', { name: 'order_id' })", of: 'Order' },
    ),
    invalid(
      'TypeORM: a default of the database',
      `
import { Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'orders' })
export class Order {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' })
  id: string;
}
`,
      inPostgres('orders'),
    ),
    invalid(
      'TypeORM: a migration',
      `
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Orders1717000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner) {
    await queryRunner.query(\`CREATE TABLE "orders" ("id" uuid NOT NULL DEFAULT uuid_generate_v4(), "total" integer, CONSTRAINT "pk" PRIMARY KEY ("id"))\`);
  }
}
`,
      inPostgres('orders', 'uuid_generate_v4()'),
    ),
    invalid(
      'TypeORM: given to the repository',
      `
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { v4 as uuidv4 } from 'uuid';
import { Order } from './order.entity';

@Injectable()
export class OrdersService {
  constructor(@InjectRepository(Order) private readonly orders: Repository<Order>) {}

  async create(total: number) {
    return this.orders.save({ id: uuidv4(), total });
  }
}
`,
      { generator: 'uuidv4()', of: 'Order', offers: [['v7()', 'uuid 10', ['v4 as uuidv4', 'v7'], ['id: uuidv4()', 'id: v7()']]] },
    ),
    invalid(
      'Sequelize: the type as the default',
      `
import { DataTypes, Model, Sequelize } from 'sequelize';

const sequelize = new Sequelize(config.databaseUrl);
export class Order extends Model {}
Order.init({ id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 } }, { sequelize, tableName: 'orders' });
`,
      {
        generator: 'DataTypes.UUIDV4',
        of: 'orders',
        offers: [["literal('uuidv7()')", 'PostgreSQL 18', ['Model, Sequelize }', 'Model, Sequelize, literal }'], ['DataTypes.UUIDV4', "literal('uuidv7()')"]]],
      },
    ),
    invalid(
      'Sequelize: version 1 does not sort either',
      `
const { DataTypes } = require('sequelize');

module.exports = (sequelize) => sequelize.define('Order', { id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV1 } });
`,
      { generator: 'DataTypes.UUIDV1', of: 'Order', version: 1 },
    ),
    invalid(
      'sequelize-typescript: decorators',
      `
import { Column, DataType, Default, Model, PrimaryKey, Table } from 'sequelize-typescript';
import { v4 } from 'uuid';

@Table({ tableName: 'orders' })
export class Order extends Model {
  @PrimaryKey
  @Default(v4)
  @Column(DataType.UUID)
  declare id: string;
}
`,
      { generator: 'v4', before: '@Default(', of: 'orders', offers: [['v7', 'uuid 10', ['{ v4 }', '{ v7 }'], ['@Default(v4)', '@Default(v7)']]] },
    ),
    invalid(
      'Knex: its own generator',
      `
import type { Knex } from 'knex';

export async function up(knex: Knex) {
  await knex.schema.createTable('orders', (table) => {
    table.uuid('id').primary().defaultTo(knex.fn.uuid());
  });
}
`,
      { generator: 'knex.fn.uuid()', of: 'orders', offers: [["knex.raw('uuidv7()')", 'PostgreSQL 18', ['knex.fn.uuid()', "knex.raw('uuidv7()')"]]] },
    ),
    invalid(
      'Knex: raw SQL as the default, the key beside it',
      `
export async function up(knex) {
  await knex.schema.createTable('orders', (t) => {
    t.uuid('id').notNullable().defaultTo(knex.raw('gen_random_uuid()'));
    t.primary(['id']);
  });
}
`,
      inPostgres('orders'),
    ),
    invalid(
      'Knex: given at insert',
      `
import knex from 'knex';
${NODE_IMPORT}

const db = knex(config);
export const createOrder = (total: number) => db('orders').insert({ id: randomUUID(), total }).returning('id');
`,
      byNode('orders'),
    ),
    invalid(
      'Kysely: SQL as the default',
      `
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>) {
  await db.schema.createTable('orders').addColumn('id', 'uuid', (column) => column.primaryKey().defaultTo(sql\`gen_random_uuid()\`)).execute();
}
`,
      inPostgres('orders'),
    ),
    invalid(
      'Kysely: given at insert',
      `
import { Kysely } from 'kysely';
${NODE_IMPORT}
import type { Database } from './schema.js';

const db = new Kysely<Database>({ dialect });
export const createOrder = (total: number) => db.insertInto('orders').values({ id: randomUUID(), total }).executeTakeFirst();
`,
      byNode('orders'),
    ),
    invalid(
      'MikroORM: a field',
      `
import { Entity, PrimaryKey } from '@mikro-orm/core';
import { v4 } from 'uuid';

@Entity()
export class Order {
  @PrimaryKey({ type: 'uuid' })
  id: string = v4();
}
`,
      { generator: 'v4()', of: 'Order', offers: [['v7()', 'uuid 10', ['{ v4 }', '{ v7 }'], ['= v4()', '= v7()']]] },
    ),
    invalid(
      'MikroORM: a default of the database',
      `
import { Entity, PrimaryKey } from '@mikro-orm/postgresql';

@Entity()
export class Order {
  @PrimaryKey({ type: 'uuid', defaultRaw: 'gen_random_uuid()' })
  id!: string;
}
`,
      inPostgres('Order'),
    ),
    invalid(
      'Mongoose: the generator as the default of _id',
      `
${NODE_IMPORT}
import { Schema, model } from 'mongoose';

export const Order = model('Order', new Schema({ _id: { type: String, default: () => randomUUID() }, total: Number }));
`,
      byNode(''),
    ),
    invalid(
      'pg: a parameter of the insert',
      `
${NODE_IMPORT}
import { Pool } from 'pg';

const pool = new Pool();
export async function createOrder(customerId: string) {
  const { rows } = await pool.query('INSERT INTO orders (id, customer_id) VALUES ($1, $2) RETURNING id', [randomUUID(), customerId]);
  return rows[0];
}
`,
      byNode('orders'),
    ),
    invalid(
      'pg: SQL makes it',
      `
import pg from 'pg';

const client = new pg.Client();
export const createOrder = (total: number) => client.query('INSERT INTO orders (id, total) VALUES (gen_random_uuid(), $1)', [total]);
`,
      inPostgres('orders'),
    ),
    invalid(
      'postgres.js: a hole of the template',
      `
import postgres from 'postgres';
${NODE_IMPORT}

const sql = postgres(config.databaseUrl);
export const createOrder = (total: number) => sql\`INSERT INTO orders (id, total) VALUES (\${randomUUID()}, \${total})\`;
`,
      byNode('orders'),
    ),
    invalid(
      'mysql2: a parameter, through a variable',
      `
import mysql from 'mysql2/promise';
import { v4 } from 'uuid';

const pool = mysql.createPool(config);
export async function createOrder(total: number) {
  const id = v4();
  await pool.execute('INSERT INTO orders (id, total) VALUES (?, ?)', [id, total]);
  return id;
}
`,
      { generator: 'v4()', of: 'orders', offers: [['v7()', 'uuid 10', ['{ v4 }', '{ v7 }'], ['= v4()', '= v7()']]] },
    ),
    invalid(
      'better-sqlite3: a parameter of a prepared statement',
      `
import Database from 'better-sqlite3';
import crypto from 'node:crypto';

const db = new Database('shop.db');
const insert = db.prepare('INSERT INTO orders (id, total) VALUES (?, ?)');
export const createOrder = (total: number) => insert.run(crypto.randomUUID(), total);
`,
      { generator: 'crypto.randomUUID()', of: 'orders', offers: [['crypto.randomUUIDv7()', 'Node.js 26.1', ['crypto.randomUUID()', 'crypto.randomUUIDv7()']]] },
    ),
    invalid(
      'Slonik: a hole of the template',
      `
import { createPool, sql } from 'slonik';
import { v4 as id } from 'uuid';

const pool = await createPool(config.databaseUrl);
export const createOrder = (total: number) => pool.query(sql.unsafe\`INSERT INTO orders (id, total) VALUES (\${id()}, \${total})\`);
`,
      { generator: 'id()', of: 'orders', offers: [['v7()', 'uuid 10', ['v4 as id', 'v7'], ['${id()}', '${v7()}']]] },
    ),
    invalid(
      'Objection: given at insert',
      `
import { Model } from 'objection';
${NODE_IMPORT}

class Order extends Model {
  static tableName = 'orders';
}
export const createOrder = (total: number) => Order.query().insert({ id: randomUUID(), total });
`,
      byNode('Order'),
    ),
    invalid(
      'Prisma: given at create',
      `
import { PrismaClient } from '@prisma/client';
import { v4, v4 as again } from 'uuid';

const prisma = new PrismaClient();
export const createOrder = (total: number) => prisma.order.create({ data: { id: again(), total, token: v4() } });
`,
      { generator: 'again()', of: 'order', offers: [['v7()', 'uuid 10', ['v4 as again', 'v7'], ['id: again()', 'id: v7()']]] },
    ),
    invalid(
      'Prisma: a fallback, and rows that are put together first',
      `
import { PrismaClient } from '@prisma/client';
import { randomUUID } from 'crypto';

const prisma = new PrismaClient();
export async function createOrders(inputs: { id?: string; total: number }[]) {
  await prisma.order.createMany({ data: inputs.map((input) => ({ id: input.id ?? randomUUID(), total: input.total })) });
}
`,
      {
        generator: 'randomUUID()',
        of: 'order',
        offers: [['randomUUIDv7()', 'Node.js 26.1', ['{ randomUUID }', '{ randomUUIDv7 }'], ['?? randomUUID()', '?? randomUUIDv7()']]],
      },
    ),
    invalid(
      'rows that are mapped anew before they are stored',
      `
import { PrismaClient } from '@prisma/client';
${NODE_IMPORT}

const prisma = new PrismaClient();
export async function resetDemo(userId: string) {
  let orders = await prisma.order.findMany({ where: { isDemo: true } });
  orders = orders.map((order) => ({ ...order, id: randomUUID(), userId }));
  await prisma.order.createMany({ data: orders });
}
`,
      byNode('order'),
    ),
    invalid(
      'rows that are pushed, and changed once more',
      `
import { PrismaClient } from '@prisma/client';
${NODE_IMPORT}

const prisma = new PrismaClient();
export async function importOrders(lines: Line[]) {
  const rows = [];
  for (const line of lines) rows.push({ id: line.id ?? randomUUID(), total: line.total });
  await prisma.order.createMany({ data: rows.map((row) => ({ ...row, importedAt: new Date() })) });
}
`,
      byNode('order'),
    ),
    invalid(
      'the content of what a service creates',
      `
${NODE_IMPORT}

export async function handler(request: Request) {
  const body = { ...request.body, id: request.body.id || randomUUID() };
  return scores.createScore({ body, auth: request.auth });
}
`,
      byNode('scores'),
    ),
    invalid(
      'an import that others use stays',
      `
import { v4 } from 'uuid';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
export const invite = (email: string) => prisma.invitation.create({ data: { id: v4(), email, token: v4() } });
`,
      { generator: 'v4()', of: 'invitation', offers: [['v7()', 'uuid 10', ['{ v4 }', '{ v4, v7 }'], ['id: v4()', 'id: v7()']]] },
    ),
    invalid(
      'version 7 is imported already, under another name',
      `
import { v4, v7 as ordered } from 'uuid';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
export const createOrder = () => prisma.order.create({ data: { id: v4(), lines: { create: [{ id: ordered() }] } } });
`,
      { generator: 'v4()', of: 'order', offers: [['ordered()', 'uuid 10', ['id: v4()', 'id: ordered()']]] },
    ),
    invalid(
      'a member of the package',
      `
import * as uuid from 'uuid';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
export const createOrder = () => prisma.order.create({ data: { id: uuid.v4() } });
`,
      { generator: 'uuid.v4()', of: 'order', offers: [['uuid.v7()', 'uuid 10', ['uuid.v4()', 'uuid.v7()']]] },
    ),
    invalid(
      'required',
      `
const { v4: uuid } = require('uuid');
const { PrismaClient } = require('@prisma/client');

const prisma = new PrismaClient();
exports.createOrder = () => prisma.order.create({ data: { id: uuid() } });
`,
      { generator: 'uuid()', of: 'order', offers: [['v7()', 'uuid 10', ['v4: uuid', 'v7'], ['id: uuid()', 'id: v7()']]] },
    ),
    invalid(
      'the global, which has no other version',
      `
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
export const createOrder = () => prisma.order.create({ data: { id: crypto.randomUUID() } });
`,
      { generator: 'crypto.randomUUID()', of: 'order' },
    ),
    invalid(
      'an entity of the domain makes its own key',
      `
${NODE_IMPORT}

export class Order extends AggregateRoot {
  static place(customerId: string) {
    return new Order({ id: randomUUID(), customerId });
  }
}
`,
      byNode('Order'),
    ),
    invalid(
      'an entity that a factory builds',
      `
import { v4 } from 'uuid';
import { Order } from './order.js';

export const createOrder = (customerId: string) => new Order({ id: v4(), customerId });
`,
      { generator: 'v4()', of: 'Order', offers: [['v7()', 'uuid 10', ['{ v4 }', '{ v7 }'], ['id: v4()', 'id: v7()']]] },
    ),
  ],
});

describe('no-uuid-v4-keys in other languages', () => {
  const cwd = join(ROOT, 'test/fixtures/documented-shop');
  const rules = { 'no-uuid-v4-keys': 'error' } as const;

  it('repairs a Prisma schema', () => {
    const code = `datasource db {
  provider = "postgresql"
}

model Order {
  id    String @id @default(uuid()) @db.Uuid
  token String @default(uuid()) // handed out, never searched by
  lines OrderLine[]
}

model OrderLine {
  id      String @id @default(uuid(4))
  orderId String
  order   Order  @relation(fields: [orderId], references: [id])
}

model Customer {
  id String @id @default(uuid(7))
}

model Country {
  id String @id @default(cuid())
}
`;
    const { messages, output } = lintFixed({ code, filename: 'prisma/schema.prisma', cwd, rules });
    expect(messages.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
      '6:29 `uuid()` makes the key of `Order` random: each insert lands on another page of the index, until the index no longer fits in memory. Use UUIDv7: `uuid(7)`.',
      '12:31 `uuid(4)` makes the key of `OrderLine` random: each insert lands on another page of the index, until the index no longer fits in memory. Use UUIDv7: `uuid(7)`.',
    ]);
    expect(output).toBe(code.replace('@id @default(uuid()) @db', '@id @default(uuid(7)) @db').replace('uuid(4)', 'uuid(7)'));
  });

  it('offers what PostgreSQL 18 has in a Prisma schema', () => {
    const code = 'model Order {\n  id String @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n}\n';
    const { messages, output } = lintFixed({ code, filename: 'prisma/schema.prisma', cwd, rules });
    expect(output).toBe(code);
    expect(messages.map(({ suggestions }) => suggestions?.map(({ desc, fix }) => [desc, code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1])]))).toEqual([
      [['Use `dbgenerated("uuidv7()")` (PostgreSQL 18).', code.replace('gen_random_uuid()', 'uuidv7()')]],
    ]);
  });

  it('reads migrations in SQL', () => {
    const code = `CREATE TABLE orders (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  share_token uuid NOT NULL DEFAULT gen_random_uuid()
);
CREATE TABLE invoices (id uuid DEFAULT extensions.uuid_generate_v4(), CONSTRAINT pk_invoices PRIMARY KEY (id));
ALTER TABLE customers ALTER COLUMN id SET DEFAULT gen_random_uuid();
CREATE TABLE payments (id uuid PRIMARY KEY DEFAULT uuidv7());
CREATE TABLE countries (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
INSERT INTO plans (id, name) VALUES (gen_random_uuid(), 'free');
`;
    const { messages } = lintFixed({ code, filename: 'migrations/0001_orders.sql', cwd, rules });
    expect(messages.map(({ line, column, message }) => `${line}:${column} ${message.slice(0, message.indexOf(' random'))}`)).toEqual([
      '2:31 `gen_random_uuid()` makes the key of `orders`',
      '5:51 `uuid_generate_v4()` makes the key of `invoices`',
      '6:51 `gen_random_uuid()` makes the key of `customers`',
      '9:38 `gen_random_uuid()` makes the key of `plans`',
    ]);
    const offers = messages.map(({ suggestions = [] }) => suggestions.map(({ desc, fix }) => `${desc} ${code.slice(...fix.range)} → ${fix.text}`));
    expect(offers).toEqual([
      ['Use `uuidv7()` (PostgreSQL 18). gen_random_uuid() → uuidv7()'],
      ['Use `uuidv7()` (PostgreSQL 18). extensions.uuid_generate_v4() → uuidv7()'],
      ['Use `uuidv7()` (PostgreSQL 18). gen_random_uuid() → uuidv7()'],
      ['Use `uuidv7()` (PostgreSQL 18). gen_random_uuid() → uuidv7()'],
    ]);
  });
});
