import { describe, expect, it } from 'vitest';
import { databaseReading, inFunction } from './database-reading.ts';

const HEAD = `
  import Database from 'better-sqlite3';
  const db = new Database('shop.db', { readonly: false });
`;

function queries(body: string, head = HEAD): readonly string[] {
  return databaseReading(inFunction(head, body)).queries;
}

describe('better-sqlite3', () => {
  it.each([
    ["db.prepare('SELECT * FROM orders').all()", 'better-sqlite3 prepare orders: read all'],
    ["db.prepare('SELECT * FROM orders WHERE id = ?').get(id)", 'better-sqlite3 prepare orders: read all'],
    ["db.prepare('SELECT * FROM orders LIMIT ? OFFSET ?').all(size, page * size)", 'better-sqlite3 prepare orders: read all, OFFSET page * size'],
    ["db.prepare('SELECT * FROM orders LIMIT @size OFFSET @skip').all({ size, skip: page })", 'better-sqlite3 prepare orders: read all, OFFSET page'],
    ["db.prepare('SELECT count(*) FROM orders').pluck().get()", 'better-sqlite3 prepare orders: read none'],
    ["db.prepare('SELECT * FROM orders').pluck().all()", 'better-sqlite3 prepare orders: read none'],
    ["for (const row of db.prepare('SELECT id FROM orders').iterate()) console.log(row)", 'better-sqlite3 prepare orders: read some'],
    ["db.prepare('INSERT INTO orders (id, total) VALUES (?, ?)').run(crypto.randomUUID(), 1)", 'better-sqlite3 prepare orders: write none, writes id v4 crypto.randomUUID(), writes total'],
    ["db.prepare('INSERT INTO orders (id, total) VALUES (@id, @total)').run({ id: crypto.randomUUID(), total: 1 })", 'better-sqlite3 prepare orders: write none, writes id v4 crypto.randomUUID(), writes total'],
    ["db.prepare('INSERT INTO orders (id) VALUES (1) RETURNING *').get()", 'better-sqlite3 prepare orders: write all, writes id'],
    ["db.exec('DELETE FROM orders')", 'better-sqlite3 exec orders: write none'],
    ["db.transaction(() => { db.prepare('DELETE FROM orders').run(); })()", 'better-sqlite3 prepare orders: write none'],
  ])('%s', (code, expected) => {
    expect(queries(code)).toEqual([expected]);
  });

  it('follows statements that are prepared once and run elsewhere', () => {
    expect(
      databaseReading({
        'src/orders.ts': `
          import Database from 'better-sqlite3';
          import type { Statement } from 'better-sqlite3';
          const db = new Database();
          const insert = db.prepare('INSERT INTO orders (id, total) VALUES (?, ?)');
          const page = db.prepare('SELECT * FROM orders LIMIT ? OFFSET ?');
          export class Orders {
            private readonly find = db.prepare('SELECT * FROM orders WHERE id = ?');
            add(total: number) { insert.run(crypto.randomUUID(), total); }
            list(skip: number) { return page.all(10, skip); }
            one(id: string) { return this.find.get(id); }
          }
          export const typed = (statement: Statement, own: Database.Database) => own.prepare('SELECT id FROM orders').all();
        `,
      }).queries,
    ).toEqual([
      'better-sqlite3 prepare orders: write none, not run, writes id, writes total',
      'better-sqlite3 prepare orders: read all, not run, OFFSET ?',
      'better-sqlite3 prepare orders: read all, not run',
      'better-sqlite3 prepare orders: write none, writes id v4 crypto.randomUUID(), writes total',
      'better-sqlite3 prepare orders: read all',
      'better-sqlite3 prepare orders: read all',
      'better-sqlite3 prepare orders: read some',
    ]);
  });

  it('knows the databases of Node and Bun', () => {
    expect(
      databaseReading({
        'src/a.ts': `
          import { DatabaseSync } from 'node:sqlite';
          import { Database } from 'bun:sqlite';
          const node = new DatabaseSync(':memory:');
          const bun = new Database('shop.db');
          node.prepare('SELECT * FROM orders').all();
          node.exec('CREATE TABLE orders (id TEXT PRIMARY KEY)');
          bun.query('SELECT * FROM orders WHERE id = $id').get({ $id: 1 });
          bun.run('INSERT INTO orders (id) VALUES (?)', [crypto.randomUUID()]);
        `,
      }),
    ).toEqual({
      queries: [
        'better-sqlite3 prepare orders: read all',
        'better-sqlite3 exec orders: write none',
        'better-sqlite3 query orders: read all',
        'better-sqlite3 run orders: write none, writes id v4 crypto.randomUUID()',
      ],
      tables: ['orders: id text key'],
      leaks: [],
    });
  });

  it('gives rows to responses as they are', () => {
    expect(
      databaseReading({
        'src/app.ts': `
          import express from 'express';
          import Database from 'better-sqlite3';
          const db = new Database('shop.db');
          const byId = db.prepare('SELECT * FROM orders WHERE id = ?');
          const app = express();
          app.get('/a', (req, res) => { res.json(db.prepare('SELECT * FROM orders').all()); });
          app.get('/b', (req, res) => { const order = byId.get(req.params.id); res.json({ order }); });
          app.get('/c', (req, res) => { res.json(db.prepare('SELECT id FROM orders').all()); });
          app.get('/d', (req, res) => { res.json(db.prepare('SELECT * FROM orders').pluck().all()); });
          app.get('/e', (req, res) => { const { changes } = db.prepare('DELETE FROM orders').run(); res.json({ changes }); });
        `,
      }).leaks,
    ).toEqual(['many orders (better-sqlite3 prepare)', 'orders (better-sqlite3 prepare)']);
  });
});
