import { describe, expect, it } from 'vitest';
import { databaseReading, inFunction } from './database-reading.ts';

const HEAD = `
  import { Pool, Client } from 'pg';
  const pool = new Pool();
`;

function queries(body: string, head = HEAD): readonly string[] {
  return databaseReading(inFunction(head, body)).queries;
}

describe('pg queries', () => {
  it.each([
    ["await pool.query('SELECT * FROM orders')", 'pg query orders: read all'],
    ["await pool.query('SELECT id, total FROM orders WHERE id = $1', [id])", 'pg query orders: read some'],
    ["await pool.query<Order>('SELECT * FROM orders ORDER BY id LIMIT $1 OFFSET $2', [size, (page - 1) * size])", 'pg query orders: read all, OFFSET (page - 1) * size'],
    ['await pool.query(`SELECT * FROM orders LIMIT ${size} OFFSET ${page * size}`)', 'pg query orders: read all, OFFSET page * size'],
    ["await pool.query('SELECT * FROM orders ' + 'LIMIT 10 OFFSET ' + page)", 'pg query orders: read all, OFFSET page'],
    ["await pool.query('SELECT * FROM orders OFFSET $1', [0])", 'pg query orders: read all, OFFSET 0'],
    ["await pool.query({ text: 'SELECT * FROM orders OFFSET $1', values: [page], name: 'list' })", 'pg query orders: read all, OFFSET page'],
    ["const query = { text: 'SELECT * FROM orders OFFSET $1', values: [page] }; await pool.query(query)", 'pg query orders: read all, OFFSET page'],
    ["const text = 'SELECT * FROM orders'; await pool.query(text)", 'pg query orders: read all'],
    ["const queries = { list: 'SELECT * FROM orders OFFSET $1' }; await pool.query(queries.list, [page])", 'pg query orders: read all, OFFSET page'],
    ["let text = 'SELECT * FROM orders'; if (id) text += ` WHERE id = ${id}`; text += ' LIMIT $1 OFFSET $2'; await pool.query(text, [size, page])", 'pg query orders: read all, OFFSET page'],
    ["let text = 'SELECT * FROM orders'; text = `${text} OFFSET ${page}`; await pool.query(text)", 'pg query orders: read all, OFFSET page'],
    ["await pool.query(`SELECT * FROM orders ${page ? `LIMIT 10 OFFSET ${page}` : ''}`)", 'pg query orders: read all, OFFSET page'],
    ["await pool.query(['SELECT * FROM orders', 'OFFSET $1'].join(' '), [page])", 'pg query orders: read all, OFFSET page'],
    ["await pool.query(`\n  SELECT *\n  FROM orders\n`.trim())", 'pg query orders: read all'],
    ["await pool.query(SQL`SELECT * FROM orders OFFSET ${page}`)", 'pg query orders: read all, OFFSET page'],
    ["await pool.query(format('SELECT id FROM %I OFFSET 5', 'orders'))", 'pg query: read some, OFFSET 5'],
    ["await pool.query(new Cursor('SELECT * FROM orders', []))", 'pg query orders: read all'],
    ["await pool.query('SELECT count(*) FROM orders')", 'pg query orders: read none'],
    ["await pool.query('INSERT INTO orders (id, total) VALUES ($1, $2)', [crypto.randomUUID(), 1])", 'pg query orders: write none, writes id v4 crypto.randomUUID(), writes total'],
    ["await pool.query('INSERT INTO orders (id) VALUES (gen_random_uuid()) RETURNING *')", 'pg query orders: write all, writes id v4 gen_random_uuid()'],
    ["const values = [crypto.randomUUID()]; await pool.query('INSERT INTO orders (id) VALUES ($1)', values)", 'pg query orders: write none, writes id v4 crypto.randomUUID()'],
    ["await pool.query('BEGIN')", 'pg query: unknown unknown'],
    ["pool.query('SELECT * FROM orders', (error, result) => {})", 'pg query orders: read all'],
  ])('%s', (code, expected) => {
    expect(queries(code)).toEqual([expected]);
  });
});

describe('pg clients', () => {
  it('follows checked out clients, callbacks and every import', () => {
    expect(
      queries(
        `
          const client = await pool.connect();
          await client.query('SELECT * FROM orders');
          client.release();
          pool.connect((error, own, done) => { own.query('SELECT * FROM orders'); });
          const single = new pg.Client();
          await single.connect();
          await single.query('SELECT * FROM orders');
          await new all.Pool().query('SELECT * FROM orders');
          await new Native().query('SELECT * FROM orders');
          await new PgPool().query('SELECT * FROM orders');
          const transact = async (own: PoolClient, other: pg.PoolClient, third: all.Pool) => {
            await own.query('SELECT * FROM orders');
            await other.query('SELECT * FROM orders');
            await third.query('SELECT * FROM orders');
          };
        `,
        `
          import pg, { type PoolClient } from 'pg';
          import * as all from 'pg';
          import PgPool from 'pg-pool';
          const { Pool, native: { Pool: Native } } = pg;
          const pool = new Pool();
        `,
      ),
    ).toEqual(Array<string>(9).fill('pg query orders: read all'));
  });

  it('follows a wrapper in another file, and SQL that stands there', () => {
    expect(
      databaseReading(
        {
          'src/orders.ts': `
            import { pool } from './db';
            import { LIST_ORDERS, list as listed } from './sql';
            import * as texts from './sql';
            export const a = (page: number) => pool.query(LIST_ORDERS, [10, page]);
            export const b = (page: number) => pool.query(listed, [page]);
            export const c = () => pool.query(texts.COUNT);
          `,
          'src/db.ts': `import { Pool } from 'pg';\nexport const pool = new Pool({ connectionString: process.env.DATABASE_URL });`,
          'src/sql.ts': `
            export const LIST_ORDERS = \`SELECT * FROM orders LIMIT $1 OFFSET $2\`;
            export { list } from './more';
            export const COUNT = 'SELECT count(*) FROM orders';
          `,
          'src/more.ts': `const columns = 'id, total';\nexport const list = \`SELECT \${columns} FROM orders OFFSET $1\`;`,
        },
        'src/orders.ts',
      ).queries,
    ).toEqual(['pg query orders: read all, OFFSET page', 'pg query orders: read unknown, OFFSET page', 'pg query orders: read none']);
  });

  it('follows functions and classes of the project that hand SQL on', () => {
    expect(
      databaseReading(
        {
          'src/orders.ts': `
            import * as db from './db';
            import { query, database, run } from './db';
            const LIST = 'SELECT * FROM orders LIMIT $1 OFFSET $2';
            export async function work(page: number) {
              await db.query('SELECT * FROM orders LIMIT $1 OFFSET $2', [10, page]);
              await query(LIST, [10, page]);
              await database.all(\`SELECT id FROM orders OFFSET \${page}\`);
              await run('INSERT INTO orders (id) VALUES ($1)', [crypto.randomUUID()]);
              log('select all that apply');
              await db.find('orders');
            }
          `,
          'src/db.ts': `
            import { Pool } from 'pg';
            const pool = new Pool();
            export const query = (text: string, params?: unknown[]) => pool.query(text, params);
            export async function run(...args) { const client = await pool.connect(); try { return await client.query(...args); } finally { client.release(); } }
            export const find = (table: string) => pool.query(\`SELECT * FROM \${table}\`);
            class Database { async all(sql: string, values: unknown[] = []) { const { rows } = await pool.query(sql, values); return rows; } }
            export const database = new Database();
          `,
        },
        'src/orders.ts',
      ).queries,
    ).toEqual([
      'pg query orders: read all, OFFSET page',
      'pg query orders: read all, OFFSET page',
      'pg query orders: read some, OFFSET page',
      'pg query orders: write none, writes id v4 crypto.randomUUID()',
    ]);
  });

  it('says once what SQL skips that is run from several places', () => {
    expect(queries("const text = 'SELECT * FROM orders OFFSET 10'; await pool.query(text); await pool.query(text);")).toEqual(['pg query orders: read all, OFFSET 10', 'pg query orders: read all']);
  });

  it('knows the drivers that speak like it', () => {
    expect(
      databaseReading({
        'src/a.ts': `
          import { neon, Pool } from '@neondatabase/serverless';
          import { sql as vercel, db, createPool } from '@vercel/postgres';
          import { PGlite } from '@electric-sql/pglite';
          const sql = neon(process.env.DATABASE_URL!);
          const lite = await PGlite.create();
          export async function work(page: number) {
            await sql\`select * from orders offset \${page}\`;
            await sql('select * from orders where id = $1', [1]);
            await sql.query('select id from orders', []);
            await sql.transaction([sql\`select id from a\`, sql\`select id from b\`]);
            await new Pool().query('select * from orders');
            await vercel\`select * from orders\`;
            await vercel.query('select * from orders');
            await (await db.connect()).query('select * from orders');
            await new PGlite().query('select * from orders');
            await new PGlite().exec('create table x (id int)');
          }
        `,
      }).queries,
    ).toEqual([
      'pg sql orders: read all, OFFSET page',
      'pg sql orders: read all',
      'pg query orders: read some',
      'pg sql a: read some',
      'pg sql b: read some',
      'pg query orders: read all',
      'pg sql orders: read all',
      'pg query orders: read all',
      'pg query orders: read all',
      'pg query orders: read all',
      'pg exec x: write none',
    ]);
  });

  it('takes no other client for one', () => {
    expect(databaseReading({ 'src/a.ts': `export async function work(client: any, pool: any, apollo: any) { await client.query({ query: LIST }); await pool.query('x'); await apollo.query('SELECT 1'); }` }).queries).toEqual([]);
  });

  it('gives rows to responses as they are, and not what was narrowed or mapped', () => {
    expect(
      databaseReading({
        'src/app.ts': `
          import express from 'express';
          import { pool } from './db';
          const app = express();
          app.get('/a', async (req, res) => { const { rows } = await pool.query('SELECT * FROM orders'); res.json(rows); });
          app.get('/b', async (req, res) => { const result = await pool.query('SELECT * FROM orders WHERE id = $1', [req.params.id]); res.json(result.rows[0]); });
          app.get('/c', async (req, res) => { const { rows: [order] } = await pool.query('INSERT INTO orders (a) VALUES (1) RETURNING *'); res.json({ order }); });
          app.get('/d', (req, res) => { pool.query('SELECT * FROM orders', (error, result) => { res.json(result.rows); }); });
          app.get('/e', async (req, res) => { const { rows } = await pool.query('SELECT id, total FROM orders'); res.json(rows); });
          app.get('/f', async (req, res) => { const { rowCount } = await pool.query('DELETE FROM orders'); res.json({ rowCount }); });
          app.get('/g', async (req, res) => { const { rows } = await pool.query('SELECT * FROM orders'); res.json(rows.map((row) => ({ id: row.id }))); });
          app.get('/h', async (req, res) => { const { rows } = await pool.query('SELECT count(*) FROM orders'); res.json({ total: rows[0].count }); });
        `,
        'src/db.ts': `import { Pool } from 'pg';\nexport const pool = new Pool();`,
      }).leaks,
    ).toEqual(['many orders (pg query)', 'orders (pg query)', 'orders (pg query)', 'many orders (pg query)']);
  });

  it('reads the tables that SQL declares', () => {
    expect(databaseReading({ 'src/a.ts': `${HEAD}\nawait pool.query(\`CREATE TABLE orders (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), total int)\`);` }).tables).toEqual(['orders: id uuid key v4 gen_random_uuid(), total int']);
  });
});
