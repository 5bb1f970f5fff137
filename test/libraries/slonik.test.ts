import { describe, expect, it } from 'vitest';
import { databaseReading, inFunction } from './database-reading.ts';

const HEAD = `
  import { createPool, sql } from 'slonik';
  import { z } from 'zod';
  const pool = await createPool('postgres://');
  const Order = z.object({ id: z.string() });
`;

function queries(body: string, head = HEAD): readonly string[] {
  return databaseReading(inFunction(head, body)).queries;
}

describe('slonik', () => {
  it.each([
    ['await pool.any(sql.unsafe`select * from orders`)', ['slonik any orders: read all']],
    ['await pool.many(sql`select * from orders`)', ['slonik many orders: read all']],
    ['await pool.any(sql.type(Order)`select * from orders`)', ['slonik any orders: read some']],
    ["await pool.any(sql.typeAlias('order')`select id from orders`)", ['slonik any orders: read some']],
    ['await pool.one(sql.unsafe`select id from orders where id = ${id}`)', ['slonik one orders: read some']],
    ['await pool.maybeOne(sql.unsafe`select * from orders limit 1 offset ${page}`)', ['slonik maybeOne orders: read all, OFFSET page']],
    ['await pool.oneFirst(sql.unsafe`select count(*) from orders`)', ['slonik oneFirst orders: read none']],
    ['await pool.exists(sql.unsafe`select 1 from orders`)', ['slonik exists orders: read none']],
    ['await pool.query(sql.unsafe`insert into orders (id) values (${crypto.randomUUID()})`)', ['slonik query orders: write none, writes id v4 crypto.randomUUID()']],
    ["await pool.any(sql.unsafe`select * from ${sql.identifier(['orders'])} ${page ? sql.fragment`limit ${size} offset ${page}` : sql.fragment``}`)", ['slonik any orders: read all, OFFSET page']],
    ['const query = sql.unsafe`select * from orders offset ${page}`; await pool.any(query)', ['slonik any orders: read all, OFFSET page']],
    ['const tail = sql.fragment`offset ${page}`; await pool.any(sql.unsafe`select id from orders ${tail}`)', ['slonik fragment: unknown unknown, not run, OFFSET page', 'slonik any orders: read some']],
    ["await pool.any(sql.unsafe`select ${sql.join([sql.identifier(['id'])], sql.fragment`, `)} from orders`)", ['slonik any orders: read unknown']],
    ['await pool.stream(sql.unsafe`select * from orders`, () => {})', ['slonik stream orders: read all']],
  ])('%s', (code, expected) => {
    expect(queries(code)).toEqual(expected);
  });

  it('follows transactions, connections, types and tags of its own', () => {
    expect(
      databaseReading(
        {
          'src/orders.ts': `
            import type { CommonQueryMethods, DatabaseTransactionConnection, DatabasePool } from 'slonik';
            import { pool, sql } from './db';
            export const createQueries = (pool: CommonQueryMethods) => ({ list: async () => pool.any(sql.unsafe\`select * from orders\`) });
            export const inside = async (tx: DatabaseTransactionConnection, all: DatabasePool) => {
              await tx.any(sql.unsafe\`select * from orders\`);
              await all.any(sql.unsafe\`select * from orders\`);
              await pool.transaction(async (own) => { await own.any(sql.unsafe\`select * from orders\`); }, 3);
              await pool.connect(async (own) => { await own.any(sql.unsafe\`select * from orders\`); });
            };
            export class Orders { constructor(private readonly pool: CommonQueryMethods) {} list = () => this.pool.any(sql.typeAlias('order')\`select * from orders\`); }
          `,
          'src/db.ts': `
            import { createPool, createSqlTag } from 'slonik';
            export const sql = createSqlTag({ typeAliases: {} });
            export const pool = await createPool('postgres://');
          `,
        },
        'src/orders.ts',
      ).queries,
    ).toEqual([...Array<string>(5).fill('slonik any orders: read all'), 'slonik any orders: read some']);
  });

  it('names a table by what holds it', () => {
    expect(
      queries(`
        const { table, fields } = convertToIdentifiers(Orders);
        const customers = convertToIdentifiers(Customers);
        await pool.any(sql.unsafe\`select * from \${table}\`);
        await pool.any(sql.unsafe\`select * from \${customers.table}\`);
      `),
    ).toEqual(['slonik any Orders: read all', 'slonik any customers: read all']);
  });

  it('gives rows to responses as they are, and not what a schema has checked', () => {
    expect(
      databaseReading({
        'src/app.ts': `
          import Router from 'koa-router';
          import { createPool, sql } from 'slonik';
          import { Order } from './order';
          const pool = await createPool('postgres://');
          const router = new Router();
          router.get('/a', async (ctx) => { ctx.body = await pool.any(sql.unsafe\`select * from orders\`); });
          router.get('/b', async (ctx) => { ctx.body = { order: await pool.one(sql.unsafe\`select * from orders\`) }; });
          router.get('/c', async (ctx) => { const { rows } = await pool.query(sql.unsafe\`select * from orders\`); ctx.body = rows; });
          router.get('/d', async (ctx) => { ctx.body = await pool.any(sql.type(Order)\`select * from orders\`); });
          router.get('/e', async (ctx) => { ctx.body = await pool.any(sql.unsafe\`select id from orders\`); });
          router.get('/f', async (ctx) => { ctx.body = { total: await pool.oneFirst(sql.unsafe\`select count(*) from orders\`) }; });
        `,
      }).leaks,
    ).toEqual(['many orders (slonik any)', 'orders (slonik one)', 'many orders (slonik query)']);
  });
});
