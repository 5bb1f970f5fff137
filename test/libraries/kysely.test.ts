import { describe, expect, it } from 'vitest';
import { databaseReading, inFunction } from './database-reading.ts';

const DB = `
  import { Kysely, PostgresDialect } from 'kysely';
  export interface Database { orders: { id: string; total: number } }
  export const db = new Kysely<Database>({ dialect: new PostgresDialect({}) });
`;
const HEAD = `
  import { sql } from 'kysely';
  import { db } from './db';
`;

function queries(body: string, head = HEAD): readonly string[] {
  return databaseReading({ ...inFunction(head, body), 'src/db.ts': DB }, 'src/orders.ts').queries;
}

describe('kysely reads', () => {
  it.each([
    ["await db.selectFrom('orders').selectAll().execute()", 'kysely selectFrom orders: read all'],
    ["await db.selectFrom('orders as o').selectAll('o').where('o.id', '=', id).executeTakeFirst()", 'kysely selectFrom orders: read all'],
    ["await db.selectFrom('orders').selectAll('orders').select('customers.name').innerJoin('customers', 'a', 'b').execute()", 'kysely selectFrom orders: read all'],
    ["await db.selectFrom('orders').select('id').selectAll().execute()", 'kysely selectFrom orders: read all'],
    ["await db.selectFrom('orders').select(['id', 'total']).executeTakeFirstOrThrow()", 'kysely selectFrom orders: read some'],
    ["await db.selectFrom('orders').select((eb) => [eb.fn.countAll().as('n')]).execute()", 'kysely selectFrom orders: read some'],
    ["await db.selectFrom('orders').selectAll().orderBy('id').limit(size).offset(page * size).execute()", 'kysely selectFrom orders: read all, offset page * size'],
    ["await db.selectFrom(['orders', 'customers']).selectAll().execute()", 'kysely selectFrom orders: read all'],
    ["const query = db.selectFrom('orders').selectAll()", 'kysely selectFrom orders: read all, not run'],
    ["for await (const order of db.selectFrom('orders').selectAll().stream()) console.log(order)", 'kysely selectFrom orders: read all'],
    ["await db.withSchema('shop').selectFrom('orders').selectAll().$if(page > 0, (qb) => qb.where('id', '>', id)).execute()", 'kysely selectFrom orders: read all'],
    ["await db.with('recent', (qc) => qc.selectFrom('orders').selectAll()).selectFrom('recent').select('id').execute()", 'kysely selectFrom recent: read some'],
  ])('%s', (code, expected) => {
    expect(queries(code).at(-1)).toBe(expected);
  });

  it('finds offsets in conditional parts and pagination helpers', () => {
    expect(
      queries(
        `
          let query = db.selectFrom('orders').selectAll();
          if (page) query = query.offset(page);
          await query.execute();
          await db.selectFrom('orders').selectAll().$if(page > 0, (qb) => qb.offset(page * size)).execute();
          await executeWithOffsetPagination(db.selectFrom('orders').selectAll(), { perPage: size, page });
          await executeWithCursorPagination(db.selectFrom('orders').selectAll(), { perPage: size, after: id, fields: [] });
        `,
        `${HEAD}\nimport { executeWithOffsetPagination, executeWithCursorPagination } from 'kysely-paginate';`,
      ),
    ).toEqual([
      'kysely selectFrom orders: read all, not run',
      'kysely selectFrom orders: read all, not run, offset page',
      'kysely selectFrom orders: read all',
      'kysely selectFrom orders: read all',
      'kysely selectFrom orders: read all, not run, offset page * size',
      'kysely executeWithOffsetPagination: read all, page page',
      'kysely selectFrom orders: read all, not run',
      'kysely executeWithCursorPagination: read all, cursor',
      'kysely selectFrom orders: read all, not run',
    ]);
  });
});

describe('kysely writes and SQL', () => {
  it.each([
    ["await db.insertInto('orders').values({ id: crypto.randomUUID(), total: 1 }).execute()", 'kysely insertInto orders: write none, writes id v4 crypto.randomUUID(), writes total'],
    ["await db.insertInto('orders').values([{ total: 1 }]).returningAll().executeTakeFirstOrThrow()", 'kysely insertInto orders: write all, writes total'],
    ["await db.insertInto('orders').values((eb) => ({ id: sql`gen_random_uuid()`, total: 1 })).returning('id').execute()", 'kysely insertInto orders: write some, writes id v4 gen_random_uuid(), writes total'],
    ["await db.insertInto('orders').values({ total: 1 }).onConflict((oc) => oc.column('id').doUpdateSet({ total: 2 })).execute()", 'kysely insertInto orders: write none, writes total'],
    ["await db.updateTable('orders').set({ total: 1 }).where('id', '=', id).execute()", 'kysely updateTable orders: write none, writes total'],
    ["await db.updateTable('orders').set('total', 1).where('id', '=', id).returningAll().execute()", 'kysely updateTable orders: write all'],
    ["await db.deleteFrom('orders').where('id', '=', id).executeTakeFirst()", 'kysely deleteFrom orders: write none'],
    ["await db.replaceInto('orders').values({ total: 1 }).execute()", 'kysely replaceInto orders: write none, writes total'],
    ["await db.mergeInto('orders').using('staged', 'a', 'b').whenMatched().thenDelete().execute()", 'kysely mergeInto orders: write none'],
    ['await sql`select * from orders limit ${size} offset ${page}`.execute(db)', 'kysely sql orders: read all, OFFSET page'],
    ['await sql<{ id: string }>`select id from ${sql.table("orders")}`.execute(db)', 'kysely sql orders: read some'],
    ["await sql.raw('delete from orders').execute(db)", 'kysely raw orders: write none'],
  ])('%s', (code, expected) => {
    expect(queries(code)).toEqual([expected]);
  });
});

describe('kysely clients', () => {
  it('follows transactions, injected clients and types', () => {
    expect(
      databaseReading(
        {
          'src/orders.ts': `
            import { type Kysely, type Transaction, type ReadonlyKysely } from 'kysely';
            import { InjectKysely } from 'nestjs-kysely';
            import { db, type Database } from './db';
            export class Orders {
              constructor(private readonly db: Kysely<Database>, @InjectKysely() private readonly injected: any) {}
              async work(trx: Transaction<Database>, reader: ReadonlyKysely<Database>) {
                await this.db.selectFrom('orders').selectAll().execute();
                await this.injected.selectFrom('orders').selectAll().execute();
                await trx.selectFrom('orders').selectAll().execute();
                await reader.selectFrom('orders').selectAll().execute();
                await db.transaction().setIsolationLevel('serializable').execute(async (inner) => inner.selectFrom('orders').selectAll().execute());
                const controlled = await db.startTransaction().execute();
                await controlled.selectFrom('orders').selectAll().execute();
                await controlled.commit().execute();
                await db.connection().execute(async (own) => own.selectFrom('orders').selectAll().execute());
              }
            }
          `,
          'src/db.ts': DB,
        },
        'src/orders.ts',
      ).queries,
    ).toEqual(Array<string>(7).fill('kysely selectFrom orders: read all'));
  });

  it('gives rows to responses as they are, and not what was narrowed or mapped', () => {
    expect(
      databaseReading(
        {
          'src/app.ts': `
            import { Hono } from 'hono';
            import { sql } from 'kysely';
            import { db } from './db';
            const app = new Hono();
            app.get('/a', async (c) => c.json(await db.selectFrom('orders').selectAll().execute()));
            app.get('/b', async (c) => { const order = await db.selectFrom('orders').selectAll().executeTakeFirst(); return c.json({ order }); });
            app.post('/c', async (c) => c.json(await db.insertInto('orders').values({}).returningAll().executeTakeFirstOrThrow()));
            app.get('/d', async (c) => { const { rows } = await sql\`select * from orders\`.execute(db); return c.json(rows); });
            app.get('/e', async (c) => c.json(await db.selectFrom('orders').select(['id']).execute()));
            app.post('/f', async (c) => c.json(await db.insertInto('orders').values({}).executeTakeFirst()));
            app.get('/g', async (c) => c.json((await db.selectFrom('orders').selectAll().execute()).map(({ id }) => ({ id }))));
          `,
          'src/db.ts': DB,
        },
        'src/app.ts',
      ).leaks,
    ).toEqual(['many orders (kysely selectFrom)', 'orders (kysely selectFrom)', 'orders (kysely insertInto)', 'many orders (kysely sql)']);
  });
});

describe('kysely migrations', () => {
  it('reads the tables that they create and alter', () => {
    expect(
      databaseReading({
        'migrations/1.ts': `
          import { Kysely, sql } from 'kysely';
          export async function up(db: Kysely<any>): Promise<void> {
            await db.schema
              .createTable('orders')
              .ifNotExists()
              .addColumn('id', 'uuid', (col) => col.primaryKey().defaultTo(sql\`gen_random_uuid()\`))
              .addColumn('ref', 'uuid', (col) => col.defaultTo(sql\`uuidv7()\`).notNull())
              .addColumn('customer_id', 'uuid', (col) => col.references('customers.id').onDelete('cascade'))
              .addColumn('total', 'numeric')
              .execute();
            await db.schema.createTable('lines').addColumn('order_id', 'uuid').addColumn('no', 'integer').addPrimaryKeyConstraint('lines_pk', ['order_id', 'no']).addForeignKeyConstraint('lines_order', ['order_id'], 'orders', ['id']).execute();
            await db.schema.alterTable('orders').addColumn('other', sql\`uuid\`, (col) => col.defaultTo(sql\`uuid_generate_v4()\`)).execute();
            await db.schema.alterTable('orders').alterColumn('id', (col) => col.setDefault(sql\`uuid_generate_v4()\`)).execute();
            await db.schema.dropTable('old').execute();
          }
        `,
      }).tables,
    ).toEqual([
      'orders: id uuid key v4 gen_random_uuid(), ref uuid v7 uuidv7(), customer_id uuid reference, total numeric',
      'lines: order_id uuid key reference, no integer key',
      'orders: other uuid v4 uuid_generate_v4()',
      'orders: id v4 uuid_generate_v4()',
    ]);
  });
});
