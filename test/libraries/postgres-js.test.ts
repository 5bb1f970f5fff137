import { describe, expect, it } from 'vitest';
import { databaseReading, inFunction } from './database-reading.ts';

const HEAD = `
  import postgres from 'postgres';
  const sql = postgres(process.env.DATABASE_URL!);
`;

function queries(body: string, head = HEAD): readonly string[] {
  return databaseReading(inFunction(head, body)).queries;
}

describe('postgres.js', () => {
  it.each([
    ['await sql`select * from orders`', ['postgres.js sql orders: read all']],
    ['await sql<Order[]>`select id from orders where id = ${id}`', ['postgres.js sql orders: read some']],
    ['const [order] = await sql`select * from orders limit ${size} offset ${(page - 1) * size}`', ['postgres.js sql orders: read all, OFFSET (page - 1) * size']],
    ['await sql`select * from ${sql("orders")} offset 0`', ['postgres.js sql orders: read all, OFFSET 0']],
    ['await sql`select ${sql(["id", "total"])} from orders`', ['postgres.js sql orders: read unknown']],
    ['await sql`select * from orders ${page ? sql`limit ${size} offset ${page}` : sql``}`', ['postgres.js sql orders: read all, OFFSET page']],
    ['const tail = sql`offset ${page}`; await sql`select id from orders ${tail}`', ['postgres.js sql: unknown unknown, not run, OFFSET page', 'postgres.js sql orders: read some']],
    ['await sql`insert into orders (id, total) values (${crypto.randomUUID()}, ${1})`', ['postgres.js sql orders: write none, writes id v4 crypto.randomUUID(), writes total']],
    ['await sql`insert into orders ${sql({ id: crypto.randomUUID(), total: 1 })} returning *`', ['postgres.js sql orders: write all, writes id v4 crypto.randomUUID(), writes total']],
    ['const order = { id: crypto.randomUUID() }; await sql`insert into orders ${sql(order, "id")}`', ['postgres.js sql orders: write none, writes id v4 crypto.randomUUID()']],
    ['await sql`insert into orders ${sql([{ total: 1 }])}`', ['postgres.js sql orders: write none, writes total']],
    ['await sql`update orders set ${sql(input, "total")} where id = ${id}`', ['postgres.js sql orders: write none']],
    ['await sql`select id from orders where id in ${sql([id])}`', ['postgres.js sql orders: read some']],
    ['await sql.unsafe("select * from orders offset $1", [page])', ['postgres.js unsafe orders: read all, OFFSET page']],
    ['await sql.unsafe(`select id from orders offset ${page}`)', ['postgres.js unsafe orders: read some, OFFSET page']],
    ['await sql.file("list.sql", [page])', ['postgres.js file: read none']],
    ['await sql`select * from orders`.values()', ['postgres.js sql orders: read all']],
    ['sql`select * from orders`.execute()', ['postgres.js sql orders: read all']],
    ['await sql`select * from orders`.cursor(100, async (rows) => {})', ['postgres.js sql orders: read all']],
    ['await sql`select id from orders`.forEach((row) => {})', ['postgres.js sql orders: read some']],
    ['return sql`delete from orders`', ['postgres.js sql orders: write none']],
    ['const pending = sql`select * from orders`', ['postgres.js sql orders: read all, not run']],
    ['await sql`begin`', ['postgres.js sql: unknown unknown']],
  ])('%s', (code, expected) => {
    expect(queries(code)).toEqual(expected);
  });

  it('follows transactions, reserved connections, types and other files', () => {
    expect(
      databaseReading(
        {
          'src/orders.ts': `
            import type { Sql, TransactionSql } from 'postgres';
            import type postgres from 'postgres';
            import { sql } from './db';
            import database from './db';
            export async function work(own: Sql, tx: TransactionSql, other: postgres.Sql<{}>) {
              await sql.begin(async (inner) => {
                await inner\`select * from orders\`;
                await inner.savepoint(async (deep) => { await deep\`select * from orders\`; });
              });
              await sql.begin('read write', (inner) => [inner\`select * from orders\`]);
              const reserved = await sql.reserve();
              await reserved\`select * from orders\`;
              await own\`select * from orders\`;
              await tx\`select * from orders\`;
              await other\`select * from orders\`;
              await database\`select * from orders\`;
            }
          `,
          'src/db.ts': `import postgres from 'postgres';\nexport const sql = postgres({ max: 10 });\nexport default sql;`,
        },
        'src/orders.ts',
      ).queries,
    ).toEqual(Array<string>(8).fill('postgres.js sql orders: read all'));
  });

  it("knows Bun's client", () => {
    expect(
      databaseReading({
        'src/a.ts': `
          import { sql, SQL, randomUUIDv7 } from 'bun';
          const other = new SQL(process.env.URL!);
          export async function work(page: number) {
            await sql\`select * from orders offset \${page}\`;
            await other.begin(async (tx) => { await tx\`insert into orders (id) values (\${randomUUIDv7()})\`; });
          }
        `,
      }).queries,
    ).toEqual(['postgres.js sql orders: read all, OFFSET page', 'postgres.js sql orders: write none, writes id v7 randomUUIDv7()']);
  });

  it('takes a tag called sql for its own only where the file knows the library', () => {
    expect(databaseReading({ 'src/a.ts': 'export const f = async (sql: any) => { await sql`select * from orders`; };' }).queries).toEqual([]);
    expect(databaseReading({ 'src/a.ts': "import type {} from 'postgres';\nexport const f = async (sql: any) => { await sql`select * from orders`; };" }).queries).toEqual(['postgres.js sql orders: read all, likely']);
  });

  it('gives rows to responses as they are', () => {
    expect(
      databaseReading({
        'src/app.ts': `
          import { Hono } from 'hono';
          import postgres from 'postgres';
          const sql = postgres();
          const app = new Hono();
          app.get('/a', async (c) => c.json(await sql\`select * from orders\`));
          app.get('/b', async (c) => { const [order] = await sql\`select * from orders where id = \${c.req.param('id')}\`; return c.json(order); });
          app.get('/c', async (c) => c.json(await sql\`select id from orders\`));
          app.get('/d', async (c) => { const [{ count }] = await sql\`select count(*) from orders\`; return c.json({ count }); });
        `,
      }).leaks,
    ).toEqual(['many orders (postgres.js sql)', 'orders (postgres.js sql)']);
  });
});
