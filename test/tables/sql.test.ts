import { beforeAll, describe, expect, it } from 'vitest';
import { readSqlTables } from '../../src/facts/index.ts';
import { loadPostgres, type PostgresReader } from '../../src/tables/postgres.ts';
import { tablesInSql } from '../../src/tables/sql-tables.ts';

let postgres: PostgresReader;

beforeAll(async () => {
  postgres = await loadPostgres();
});

/** What a statement says of tables: `reads orders`, at the name as it is written. */
function said(text: string, reader: PostgresReader | undefined): string[] {
  const [sql] = readSqlTables(text).sql;
  if (!sql) return [];
  const words = { query: { read: 'reads', write: 'writes' }, join: { read: 'joins', write: 'joins' }, relation: { read: 'relates', write: 'relates' }, 'foreign-key': { read: 'refers to', write: 'refers to' }, migration: { read: 'changes', write: 'changes' }, creates: { read: 'creates', write: 'creates' } };
  return tablesInSql(sql, reader).mentions.toSorted((a, b) => a.start - b.start).map(({ role, effect, start, end }) => `${words[role][effect]} ${text.slice(start, end)}`);
}

const STATEMENTS: readonly (readonly [string, readonly string[]])[] = [
  ['SELECT * FROM orders o, billing.invoices i', ['reads orders', 'joins billing.invoices']],
  ['SELECT * FROM orders LEFT JOIN "Invoices" ON true', ['reads orders', 'joins "Invoices"']],
  ["SELECT 'ö', i.* FROM invoices i", ['reads invoices']],
  ['WITH invoices AS (SELECT * FROM orders) SELECT * FROM invoices', ['reads orders']],
  ['SELECT * FROM (SELECT id FROM orders) invoices', ['reads orders']],
  ['SELECT * FROM generate_series(1, 2) invoices', []],
  ['SELECT extract(year FROM created_at) FROM orders', ['reads orders']],
  ['INSERT INTO orders SELECT id FROM invoices ON CONFLICT DO NOTHING', ['writes orders', 'reads invoices']],
  ['UPDATE orders SET total = i.total FROM invoices i', ['writes orders', 'reads invoices']],
  ['DELETE FROM orders USING invoices', ['writes orders', 'reads invoices']],
  ['WITH gone AS (DELETE FROM invoices RETURNING id) SELECT * FROM gone', ['writes invoices']],
  ['TRUNCATE orders, invoices', ['writes orders', 'writes invoices']],
  ['CREATE TABLE orders (id uuid REFERENCES billing.invoices (id))', ['creates orders', 'refers to billing.invoices']],
  ['CREATE TABLE orders AS SELECT * FROM invoices', ['creates orders', 'reads invoices']],
  ['CREATE TABLE orders (LIKE invoices INCLUDING ALL)', ['creates orders', 'refers to invoices']],
  ['CREATE TABLE orders PARTITION OF invoices DEFAULT', ['creates orders', 'refers to invoices']],
  ['CREATE OR REPLACE VIEW orders AS SELECT * FROM invoices', ['creates orders', 'reads invoices']],
  ['CREATE TEMP TABLE recent AS SELECT * FROM orders; SELECT * FROM recent', ['reads orders']],
  ['ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (id) REFERENCES invoices (id)', ['changes orders', 'refers to invoices']],
  ['DROP TABLE IF EXISTS orders, invoices', ['changes orders', 'changes invoices']],
  ['CREATE INDEX CONCURRENTLY totals ON invoices (total)', ['changes invoices']],
  ['REFRESH MATERIALIZED VIEW CONCURRENTLY totals', ['changes totals']],
  ["COMMENT ON TABLE invoices IS 'x'", ['changes invoices']],
  ['DO $$ BEGIN DELETE FROM invoices; END $$', ['writes invoices']],
];

describe.each(STATEMENTS)('%s', (text, expected) => {
  it('is read by PostgreSQL', () => {
    expect(said(text, postgres)).toEqual(expected);
  });

  it('is read the same word by word', () => {
    expect(said(text, undefined)).toEqual(expected);
  });
});

it('reads what PostgreSQL does not take', () => {
  expect(said('SELECT * FROM `orders` JOIN [invoices] ON id = ?', postgres)).toEqual(['reads `orders`', 'joins [invoices]']);
});
