import { describe, expect, it } from 'vitest';
import { databaseReading, inFunction } from './database-reading.ts';

const HEAD = `
  import mysql from 'mysql2/promise';
  const pool = mysql.createPool({ host: 'localhost' });
`;

function queries(body: string, head = HEAD): readonly string[] {
  return databaseReading(inFunction(head, body)).queries;
}

describe('mysql2', () => {
  it.each([
    ["const [rows] = await pool.query('SELECT * FROM orders')", 'mysql2 query orders: read all'],
    ["await pool.execute('SELECT id FROM orders WHERE id = ?', [id])", 'mysql2 execute orders: read some'],
    ["await pool.query('SELECT * FROM orders LIMIT ? OFFSET ?', [size, page * size])", 'mysql2 query orders: read all, OFFSET page * size'],
    ["await pool.query('SELECT * FROM `orders` LIMIT ?, ?', [page * size, size])", 'mysql2 query orders: read all, OFFSET page * size'],
    ["await pool.query(`SELECT * FROM orders LIMIT ${page}, ${size}`)", 'mysql2 query orders: read all, OFFSET page'],
    ["await pool.execute('SELECT * FROM orders LIMIT :size OFFSET :skip', { size, skip: page * size })", 'mysql2 execute orders: read all, OFFSET page * size'],
    ["await pool.query({ sql: 'SELECT * FROM orders LIMIT 10 OFFSET ?', values: [page] })", 'mysql2 query orders: read all, OFFSET page'],
    ["await pool.query({ sql: 'SELECT id FROM orders', rowsAsArray: true }, [])", 'mysql2 query orders: read some'],
    ["await pool.execute('INSERT INTO orders (id, total) VALUES (?, ?)', [crypto.randomUUID(), 1])", 'mysql2 execute orders: write none, writes id v4 crypto.randomUUID(), writes total'],
    ["await pool.execute('INSERT INTO orders (id) VALUES (UUID())')", 'mysql2 execute orders: write none, writes id v1 UUID()'],
    ["await pool.query('INSERT INTO orders SET ?', { total: 1 })", 'mysql2 query orders: write none'],
    ["await pool.query('SELECT 1')", 'mysql2 query: read none'],
  ])('%s', (code, expected) => {
    expect(queries(code)).toEqual([expected]);
  });

  it('follows connections, callbacks, statements and every import', () => {
    expect(
      queries(
        `
          const connection = await mysql.createConnection(process.env.URL!);
          await connection.query('SELECT * FROM orders');
          const own = await createPool({}).getConnection();
          await own.query('SELECT * FROM orders');
          callbacks.query('SELECT * FROM orders', (error, rows) => {});
          callbacks.getConnection((error, inner) => { inner.query('SELECT * FROM orders'); });
          await callbacks.promise().query('SELECT * FROM orders');
          const cluster = classic.createPoolCluster();
          (await cluster.getConnection('MASTER')).query('SELECT * FROM orders');
          await cluster.of('SLAVE*').query('SELECT * FROM orders');
          const typed = async (one: Pool, other: mysql.PoolConnection) => {
            await one.query('SELECT * FROM orders');
            await other.query('SELECT * FROM orders');
          };
        `,
        `
          import mysql, { createPool, type Pool } from 'mysql2/promise';
          import * as classic from 'mysql2';
          const callbacks = classic.createPool({});
        `,
      ),
    ).toEqual(Array<string>(9).fill('mysql2 query orders: read all'));
  });

  it('gives a prepared statement its parameters where it runs', () => {
    expect(
      queries(`
        const connection = await mysql.createConnection({});
        const insert = await connection.prepare('INSERT INTO orders (id, total) VALUES (?, ?)');
        await insert.execute([crypto.randomUUID(), 1]);
      `),
    ).toEqual(['mysql2 prepare orders: write none, not run, writes id, writes total', 'mysql2 prepare orders: write none, writes id v4 crypto.randomUUID(), writes total']);
  });

  it('knows the drivers beside it', () => {
    expect(
      databaseReading({
        'src/a.ts': `
          import mysql from 'mysql';
          import mariadb from 'mariadb';
          import { connect } from '@planetscale/database';
          const connection = mysql.createConnection({});
          const pool = mariadb.createPool({});
          const scale = connect({});
          export async function work(page: number) {
            connection.query('SELECT * FROM orders OFFSET ?', [page], (error, results) => {});
            await pool.query('SELECT * FROM orders LIMIT ?, 10', [page]);
            await scale.execute('SELECT id FROM orders WHERE id = ?', [1]);
            await scale.transaction(async (tx) => { await tx.execute('DELETE FROM orders'); });
          }
        `,
      }).queries,
    ).toEqual(['mysql2 query orders: read all, OFFSET page', 'mariadb query orders: read all, OFFSET page', 'planetscale execute orders: read some', 'planetscale execute orders: write none']);
  });

  it('gives rows to responses as they are', () => {
    expect(
      databaseReading({
        'src/app.ts': `
          import express from 'express';
          import mysql from 'mysql2/promise';
          import classic from 'mysql2';
          const pool = mysql.createPool({});
          const callbacks = classic.createPool({});
          const app = express();
          app.get('/a', async (req, res) => { const [rows] = await pool.query('SELECT * FROM orders'); res.json(rows); });
          app.get('/b', async (req, res) => { const [[order]] = await pool.execute('SELECT * FROM orders WHERE id = ?', [1]); res.json({ order }); });
          app.get('/c', (req, res) => { callbacks.query('SELECT * FROM orders', (error, rows) => { res.json(rows); }); });
          app.get('/d', async (req, res) => { const [rows] = await pool.query('SELECT id FROM orders'); res.json(rows); });
          app.get('/e', async (req, res) => { const [result] = await pool.query('DELETE FROM orders'); res.json(result); });
        `,
      }).leaks,
    ).toEqual(['many orders (mysql2 query)', 'orders (mysql2 execute)', 'many orders (mysql2 query)']);
  });
});
