import { describe, expect, it } from 'vitest';
import { databaseReading, inFunction } from './database-reading.ts';

const SCHEMA = `
  import { pgTable, uuid, text, numeric, primaryKey } from 'drizzle-orm/pg-core';
  export const orders = pgTable('shop_orders', { id: uuid('id').primaryKey(), total: numeric('total') });
  export const customers = pgTable('customers', { id: uuid().primaryKey() });
`;
const DB = `
  import { drizzle } from 'drizzle-orm/node-postgres';
  import * as schema from './schema';
  export const db = drizzle(process.env.DATABASE_URL!, { schema });
`;

const HEAD = `
  import { db } from './db';
  import { orders, customers } from './schema';
  import { and, count, eq, gt, getTableColumns, sql } from 'drizzle-orm';
`;

function queries(body: string, head = HEAD): readonly string[] {
  return databaseReading({ ...inFunction(head, body), 'src/db.ts': DB, 'src/schema.ts': SCHEMA }, 'src/orders.ts').queries;
}

describe('drizzle selects', () => {
  it.each([
    ['await db.select().from(orders)', 'drizzle select orders (shop_orders): read all'],
    ['await db.select().from(orders).where(gt(orders.id, id)).orderBy(orders.id).limit(size)', 'drizzle select orders (shop_orders): read all'],
    ['await db.select().from(orders).limit(size).offset((page - 1) * size)', 'drizzle select orders (shop_orders): read all, offset (page - 1) * size'],
    ['await db.select().from(orders).offset(0)', 'drizzle select orders (shop_orders): read all, offset 0'],
    ['await db.select({ id: orders.id, total: orders.total }).from(orders)', 'drizzle select orders (shop_orders): read some'],
    ['await db.selectDistinct({ id: orders.id }).from(orders)', 'drizzle selectDistinct orders (shop_orders): read some'],
    ['await db.selectDistinctOn([orders.id]).from(orders)', 'drizzle selectDistinctOn orders (shop_orders): read all'],
    ['await db.selectDistinctOn([orders.id], { id: orders.id }).from(orders)', 'drizzle selectDistinctOn orders (shop_orders): read some'],
    ['await db.select({ order: orders, name: customers.name }).from(orders).leftJoin(customers, eq(orders.id, customers.id))', 'drizzle select orders (shop_orders): read all'],
    ['await db.select(getTableColumns(orders)).from(orders)', 'drizzle select orders (shop_orders): read all'],
    ['await db.select({ ...getTableColumns(orders), n: count() }).from(orders)', 'drizzle select orders (shop_orders): read all'],
    ['const { secret, ...rest } = getTableColumns(orders); await db.select(rest).from(orders)', 'drizzle select orders (shop_orders): read some'],
    ['await db.select({ n: count() }).from(orders)', 'drizzle select orders (shop_orders): read some'],
    ['await db.$count(orders, eq(orders.id, id))', 'drizzle $count orders (shop_orders): read none'],
    ['return db.select().from(orders)', 'drizzle select orders (shop_orders): read all'],
    ['await db.select().from(orders).execute()', 'drizzle select orders (shop_orders): read all'],
    ['db.select().from(orders).all()', 'drizzle select orders (shop_orders): read all'],
    ['const found = await db.select().from(orders).where(eq(orders.id, id)).limit(1).then((rows) => rows[0])', 'drizzle select orders (shop_orders): read all'],
  ])('%s', (code, expected) => {
    expect(queries(code)).toEqual([expected]);
  });

  it('a builder that is kept and run later', () => {
    expect(queries('let query = db.select().from(orders).$dynamic();\n if (page) query = query.offset(page * size);\n return await query;')).toEqual([
      'drizzle select orders (shop_orders): read all, not run',
      'drizzle select orders (shop_orders): read all, not run, offset page * size',
    ]);
  });
});

describe('drizzle relational queries', () => {
  it.each([
    ['await db.query.orders.findMany()', 'drizzle findMany orders: read all'],
    ['await db.query.orders.findMany({ with: { lines: true }, limit: size, offset: page * size })', 'drizzle findMany orders: read all, offset page * size'],
    ['await db.query.orders.findFirst({ where: eq(orders.id, id) })', 'drizzle findFirst orders: read all'],
    ['await db.query.orders.findFirst({ columns: { id: true, total: true } })', 'drizzle findFirst orders: read some'],
    ['await db.query.orders.findFirst({ columns: { secret: false } })', 'drizzle findFirst orders: read all'],
    ['await db.query.orders.findMany({ where: { id: { gt: id } }, orderBy: { id: "asc" }, limit: 20 })', 'drizzle findMany orders: read all'],
    ['const offset = page * size; await db.query.orders.findMany({ offset })', 'drizzle findMany orders: read all, offset offset'],
    ['db.query.orders.findMany().sync()', 'drizzle findMany orders: read all'],
    ['await db._query.orders.findMany()', 'drizzle findMany orders: read all'],
  ])('%s', (code, expected) => {
    expect(queries(code)).toEqual([expected]);
  });
});

describe('drizzle writes', () => {
  it.each([
    ['await db.insert(orders).values({ id: crypto.randomUUID(), total: input.total })', 'drizzle insert orders (shop_orders): write none, writes id v4 crypto.randomUUID(), writes total'],
    ['await db.insert(orders).values([{ total: 1 }, { total: 2 }])', 'drizzle insert orders (shop_orders): write none, writes total, writes total'],
    ['await db.insert(orders).values({ total: 1 }).returning()', 'drizzle insert orders (shop_orders): write all, writes total'],
    ['await db.insert(orders).values({ total: 1 }).returning({ id: orders.id })', 'drizzle insert orders (shop_orders): write some, writes total'],
    ['await db.insert(orders).values({ total: 1 }).onConflictDoUpdate({ target: orders.id, set: { total: 2 } })', 'drizzle insert orders (shop_orders): write none, writes total, writes total'],
    ['await db.update(orders).set({ total: 1 }).where(eq(orders.id, id))', 'drizzle update orders (shop_orders): write none, writes total'],
    ['await db.update(orders).set({ total: 1 }).where(eq(orders.id, id)).returning()', 'drizzle update orders (shop_orders): write all, writes total'],
    ['await db.delete(orders).where(eq(orders.id, id)).returning({ id: orders.id })', 'drizzle delete orders (shop_orders): write some'],
    ['await db.refreshMaterializedView(orders)', 'drizzle refreshMaterializedView orders (shop_orders): write none'],
  ])('%s', (code, expected) => {
    expect(queries(code)).toEqual([expected]);
  });
});

describe('drizzle SQL', () => {
  it.each([
    ['await db.execute(sql`SELECT * FROM shop_orders LIMIT ${size} OFFSET ${page * size}`)', ['drizzle execute shop_orders: read all, OFFSET page * size']],
    ['await db.execute(sql`select id from ${orders} where id > ${id}`)', ['drizzle execute orders (shop_orders): read some']],
    ["await db.execute('select count(*) from shop_orders')", ['drizzle execute shop_orders: read none']],
    ['await db.execute(sql.raw(`delete from shop_orders offset ${page}`))', ['drizzle execute shop_orders: write none, OFFSET page']],
    ['const query = sql`select * from shop_orders offset ${page}`; await db.execute(query)', ['drizzle execute shop_orders: read all, OFFSET page']],
    ['await db.select({ n: sql<number>`count(*)` }).from(orders)', ['drizzle select orders (shop_orders): read some']],
    ['await db.insert(orders).values({ id: sql`gen_random_uuid()` })', ['drizzle insert orders (shop_orders): write none, writes id v4 gen_random_uuid()']],
    ['await db.insert(orders).values({ id: sql`uuidv7()` })', ['drizzle insert orders (shop_orders): write none, writes id v7 uuidv7()']],
    ['const tail = sql`LIMIT ${size} OFFSET ${page}`; await db.execute(sql`select id from shop_orders ${tail}`)', ['drizzle sql: unknown unknown, not run, OFFSET page', 'drizzle execute shop_orders: read some']],
  ])('%s', (code, expected) => {
    expect(queries(code)).toEqual(expected);
  });
});

describe('drizzle clients', () => {
  it('follows transactions, their nesting, and batches', () => {
    expect(
      queries(`
        await db.transaction(async (tx) => {
          await tx.insert(orders).values({ total: 1 });
          await tx.transaction(async (inner) => { await inner.delete(orders); });
        }, { isolationLevel: 'serializable' });
        await db.batch([db.select().from(orders), db.update(orders).set({ total: 1 })]);
      `),
    ).toEqual([
      'drizzle insert orders (shop_orders): write none, writes total',
      'drizzle delete orders (shop_orders): write none',
      'drizzle select orders (shop_orders): read all',
      'drizzle update orders (shop_orders): write none, writes total',
    ]);
  });

  it('follows re-exports, namespaces, destructuring, fields, parameters and types', () => {
    expect(
      databaseReading(
        {
          'src/orders.ts': `
            import * as database from './index';
            import { db as client } from './index';
            import { orders } from './schema';
            import type { NodePgDatabase, NodePgTransaction } from 'drizzle-orm/node-postgres';
            import type { Db } from './types';
            const { db } = database;
            export class Orders {
              private readonly own = client;
              constructor(private readonly db: NodePgDatabase<typeof import('./schema')>, private readonly other: Db) {}
              async work() {
                await this.own.select().from(orders);
                await this.db.select().from(orders);
                await this.other.select().from(orders);
                await database.db.select().from(orders);
                await db.select().from(orders);
              }
            }
            export const inside = (tx: NodePgTransaction<any, any>) => tx.select().from(orders);
            export const either = (tx: Parameters<Parameters<typeof client.transaction>[0]>[0]) => tx.select().from(orders);
          `,
          'src/index.ts': `export * from './db';`,
          'src/types.ts': `import { db } from './db';\nexport type Db = typeof db;`,
          'src/db.ts': DB,
          'src/schema.ts': SCHEMA,
        },
        'src/orders.ts',
      ).queries,
    ).toEqual([...Array<string>(6).fill('drizzle select orders (shop_orders): read all'), 'drizzle select orders (shop_orders): read all, likely']);
  });

  it('takes a name for the client only where the file knows the library', () => {
    expect(databaseReading({ 'src/a.ts': `import { eq } from 'drizzle-orm';\nimport { orders } from './schema';\nexport const list = async (db: any) => { await db.select().from(orders); };`, 'src/schema.ts': SCHEMA }, 'src/a.ts').queries).toEqual([
      'drizzle select orders (shop_orders): read all, likely',
    ]);
    expect(databaseReading({ 'src/a.ts': `export const list = async (db: any, tx: any) => { await db.select('x').from('y'); tx.update({}); db.delete(1); };` }).queries).toEqual([]);
  });

  it('gives rows to responses as they are, and not what was narrowed or mapped', () => {
    expect(
      databaseReading(
        {
          'src/app.ts': `
            import { Hono } from 'hono';
            import { db } from './db';
            import { orders } from './schema';
            const app = new Hono();
            app.get('/a', async (c) => c.json(await db.select().from(orders)));
            app.get('/b', async (c) => { const [order] = await db.select().from(orders).limit(1); return c.json({ order }); });
            app.get('/c', async (c) => c.json(await db.query.orders.findFirst()));
            app.post('/d', async (c) => { const [order] = await db.insert(orders).values({}).returning(); return c.json(order); });
            app.get('/e', async (c) => { const { rows } = await db.execute('select * from shop_orders'); return c.json(rows); });
            app.get('/f', async (c) => c.json(await db.select({ id: orders.id }).from(orders)));
            app.get('/g', async (c) => { const rows = await db.select().from(orders); return c.json(rows.map((row) => ({ id: row.id }))); });
            app.get('/h', async (c) => c.json({ total: await db.$count(orders) }));
            app.post('/i', async (c) => { const done = await db.insert(orders).values({}); return c.json(done); });
            app.post('/j', async (c) => { const [{ id }] = await db.insert(orders).values({}).returning(); return c.json({ id }); });
          `,
          'src/db.ts': DB,
          'src/schema.ts': SCHEMA,
        },
        'src/app.ts',
      ).leaks,
    ).toEqual(['many orders (drizzle select)', 'orders (drizzle select)', 'orders (drizzle findFirst)', 'orders (drizzle insert)', 'many shop_orders (drizzle execute)']);
  });
});

describe('drizzle tables', () => {
  const tables = (code: string): readonly string[] => databaseReading({ 'src/schema.ts': code }).tables;

  it('reads columns with keys, references and defaults', () => {
    expect(
      tables(`
        import { pgTable, pgEnum, uuid, text, varchar, timestamp, integer, customType } from 'drizzle-orm/pg-core';
        import { sql } from 'drizzle-orm';
        import { v4, v7 as uuidv7 } from 'uuid';
        import { randomUUID } from 'node:crypto';
        import { createId } from './ids';
        const status = pgEnum('status', ['open', 'paid']);
        const bytes = customType<{ data: Buffer }>({ dataType() { return 'bytea'; } });
        const timestamps = { createdAt: timestamp('created_at').defaultNow() };
        export const orders = pgTable('orders', {
          id: uuid('id').primaryKey().defaultRandom(),
          ref: uuid('ref').default(sql\`gen_random_uuid()\`).notNull(),
          other: text('other').$defaultFn(() => randomUUID()),
          more: text().$default(() => v4()),
          short: varchar({ length: 36 }).$defaultFn(randomUUID),
          newer: uuid().default(sql\`uuidv7()\`),
          newest: uuid().$defaultFn(() => uuidv7()),
          own: text().$defaultFn(createId),
          customerId: uuid('customer_id').references(() => customers.id, { onDelete: 'cascade' }),
          status: status('status').default('open'),
          data: bytes('data'),
          ...timestamps,
        });
      `),
    ).toEqual([
      'orders: id uuid key v4 defaultRandom(), ref uuid v4 gen_random_uuid(), other text v4 randomUUID(), more text v4 v4(), short varchar v4 randomUUID, newer uuid v7 uuidv7(), newest uuid v7 uuidv7(), own text, customerId uuid reference, status, data, createdAt timestamp',
    ]);
  });

  it('reads every way to make a table', () => {
    expect(
      tables(`
        import * as pg from 'drizzle-orm/pg-core';
        import { pgTableCreator, pgSchema, primaryKey, integer, uuid, snakeCase } from 'drizzle-orm/pg-core';
        import { mysqlTable, varchar, serial } from 'drizzle-orm/mysql-core';
        import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
        export const prefixed = pgTableCreator((name) => \`shop_\${name}\`);
        export const billing = pgSchema('billing');
        export const a = prefixed('a', { id: uuid().primaryKey().defaultRandom() });
        export const b = billing.table('b', { id: uuid().primaryKey() });
        export const c = mysqlTable('c', { id: serial().primaryKey(), ref: varchar('ref', { length: 36 }) });
        export const d = sqliteTable('d', (t) => ({ id: t.text().primaryKey().$defaultFn(() => crypto.randomUUID()), no: t.integer() }));
        export const e = pg.pgTable('e', { orderId: pg.uuid(), no: pg.integer() }, (table) => [primaryKey({ columns: [table.orderId, table.no] })]);
        export const f = pg.pgTable('f', { orderId: pg.uuid(), no: pg.integer() }, (table) => ({ pk: primaryKey(table.orderId, table.no) }));
        export const g = snakeCase.table('g', { id: uuid().primaryKey() });
        export const h = pg.pgView('h').as((qb) => qb.select().from(a));
      `),
    ).toEqual([
      'a: id uuid key v4 defaultRandom()',
      'b: id uuid key',
      'c: id serial key, ref varchar',
      'd: id text key v4 crypto.randomUUID(), no integer',
      'e: orderId uuid key, no integer key',
      'f: orderId uuid key, no integer key',
      'g: id uuid key',
      'h: ',
    ]);
  });
});
