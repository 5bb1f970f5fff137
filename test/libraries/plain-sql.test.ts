import { describe, expect, it } from 'vitest';
import { databaseReading } from './database-reading.ts';

function queries(body: string): readonly string[] {
  return databaseReading({ 'src/orders.ts': `import { run, queryClickhouse, executor } from '@acme/database';\nexport async function work(page: number, size: number, offset: number) {\n${body}\n}` }).queries;
}

describe('SQL that is handed to anything', () => {
  it.each([
    ['await run(`SELECT * FROM orders LIMIT ${size} OFFSET ${page * size}`)', 'sql run orders: read all, OFFSET page * size, likely'],
    ["await executor.all('SELECT id FROM orders LIMIT $1 OFFSET $2', [size, page])", 'sql all orders: read some, OFFSET page, likely'],
    ['await queryClickhouse({ query: `select id from orders limit {limit: Int32} offset {offset: Int32}`, params: { offset } })', 'sql queryClickhouse orders: read some, OFFSET ?, likely'],
    ['const query = `SELECT id FROM orders ${page ? `LIMIT ${size} OFFSET ${page}` : ""}`; await queryClickhouse({ query })', 'sql queryClickhouse orders: read some, OFFSET page, likely'],
    ["const query = 'SELECT id FROM orders JOIN __LINES__ OFFSET 5'; await queryClickhouse({ query: query.replace('__LINES__', 'lines') })", 'sql queryClickhouse orders: read some, OFFSET 5, likely'],
    ["await run('INSERT INTO orders (id) VALUES (gen_random_uuid())')", 'sql run orders: write none, writes id v4 gen_random_uuid(), likely'],
  ])('%s', (code, expected) => {
    expect(queries(code)).toEqual([expected]);
  });

  it.each([
    ["await run('SELECT * FROM orders')"],
    ["console.log('SELECT * FROM orders OFFSET 5')"],
    ["logger.info('select * from orders offset 5')"],
    ["describe('select from orders offset 5', () => {})"],
    ["title('Select rows and offset 5 of them')"],
    ["await run({ query: { skip: page } })"],
    ["await run({ text: 'Offset 10 orders' })"],
  ])('says nothing of %s', (code) => {
    expect(queries(code)).toEqual([]);
  });
});
