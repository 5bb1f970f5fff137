import { describe, expect, it } from 'vitest';
import { readSql } from '../../../src/facts/sql/index.ts';
import { sqlLines } from './sql-lines.ts';

const columns = (text: string): string[] => sqlLines(text).map((line) => line.is);

describe('what a query gives', () => {
  it.each([
    ['SELECT * FROM orders', 'all'],
    ['select o.*, c.name from orders o join customers c on c.id = o.customer_id', 'all'],
    ['select distinct on (customer_id) "orders".* from orders', 'all'],
    ['select top (10) * from orders', 'all'],
    ['select sql_calc_found_rows * from orders', 'all'],
    ['select ${orders}.* from ${orders}', 'all'],
    ['select row_to_json(o) from orders o', 'all'],
    ["select coalesce(json_agg(o.* order by o.id), '[]') from orders o", 'all'],
    ['table orders', 'all'],
    ['select id, total from orders', 'some'],
    ['select orders.id from orders', 'some'],
    ['select ${orders.id} as id from ${orders}', 'some'],
    ['select * from (select id, name from customers) c', 'some'],
    ['with page as (select id, title from posts) select * from page', 'some'],
    ['select is_paid is distinct from is_sent as differs, total from orders', 'some'],
    ['select offset, topic from messages', 'some'],
    ['select count(*) from orders', 'none'],
    ['select coalesce(sum(total), 0)::int as revenue, max(created_at) from orders', 'none'],
    ['select exists(select * from orders where id = $1)', 'none'],
    ['select (select count(*) from orders) as orders, 1 as one', 'none'],
    ["select 1, 'up', now(), $1::int", 'none'],
    ['select ${fields} from orders', 'unknown'],
    ['select * from unnest($1::int[])', 'unknown'],
  ])('%s: %s', (text, expected) => {
    expect(columns(text)).toEqual([`select ${expected}`]);
  });

  it.each([
    ['insert into orders (id) values ($1)', 'insert none'],
    ['insert into orders (id) values ($1) returning *', 'insert all'],
    ['insert into orders (id) values ($1) on conflict (id) do update set total = 1 returning id, total', 'insert some'],
    ['update orders set total = 1 where id = $1 returning orders.*', 'update all'],
    ['update orders set total = 1 output inserted.* where id = 1', 'update all'],
    ['delete from orders where id = $1', 'delete none'],
    ['replace into orders (id) values (1)', 'insert none'],
    ['merge into orders using staged on orders.id = staged.id when matched then update set total = staged.total', 'update none'],
    ['truncate orders', 'delete none'],
    ['with done as (delete from jobs returning *) select * from done', 'delete all'],
    ['with done as (delete from jobs returning *) insert into archive select * from done', 'insert none'],
    ['explain select * from orders', 'other unknown'],
    ['begin', 'other unknown'],
    ['where id = ${id}', 'fragment unknown'],
    ['${cte} select id from page', 'select some'],
    ['create view paid as select * from orders', 'other none'],
  ])('%s: %s', (text, expected) => {
    expect(columns(text)).toEqual([expected]);
  });
});

describe('tables that a statement names', () => {
  const tables = (text: string): readonly string[] => sqlLines(text).flatMap((line) => line.tables ?? []);

  it.each([
    ['select * from orders o, customers as c left join lateral (select * from lines) l on true', ['orders', 'customers', 'lines']],
    ['select * from billing."Invoices" i inner join [dbo].[Order Lines] l on l.id = i.id', ['billing.Invoices', 'dbo.Order Lines']],
    ['select * from `shop`.`orders`', ['shop.orders']],
    ['SELECT * FROM ${orders} JOIN ${sql.table} USING (id)', ['hole 0', 'hole 1']],
    ['select * from orders_${year}', ['unknown']],
    ['select * from "orders_${year}"', ['hole 0']],
    ['select extract(epoch from created_at), trim(both from name), substring(name from 2 for 3) from customers', ['customers']],
    ['select * from generate_series(1, 10) n, unnest($1::uuid[]) u, orders', ['orders']],
    ['with recursive tree (id) as (select id from nodes union all select n.id from nodes n join tree on true), other as materialized (select 1) select * from tree, other', ['nodes', 'nodes']],
    ['update only orders set total = 1 from customers where true', ['orders', 'customers']],
    ['delete from orders using customers c where true', ['orders', 'customers']],
    ['insert into orders (id) select id from staged on conflict (id) do update set id = 1', ['orders', 'staged']],
    ['select * from orders for no key update of orders skip locked', ['orders']],
    ['create unique index concurrently if not exists orders_ref on shop.orders using btree (ref) where ref is not null', ['shop.orders']],
    ['create trigger audit after insert or update on orders for each row execute function audit()', ['orders']],
    ['truncate table orders, lines', ['orders', 'lines']],
    ['drop table if exists orders, lines cascade', ['orders', 'lines']],
    ['from orders o join customers c on c.id = o.customer_id', ['orders', 'customers']],
    ['select a is distinct from b from orders', ['orders']],
  ])('%s', (text, expected) => {
    expect(tables(text)).toEqual(expected);
  });
});

describe('values that a statement writes', () => {
  it('pairs the columns of an insert with its first row', () => {
    expect(sqlLines(`INSERT INTO "users" ("id", email, created_at, role) VALUES (gen_random_uuid(), \${email}, now(), 'admin'), (1, 2, 3, 4)`)).toEqual([
      { is: 'insert none', tables: ['users'], written: ['id gen_random_uuid() v4', 'email hole 0', 'created_at now()', "role 'admin'"] },
    ]);
  });

  it('pairs them with the list of a select', () => {
    expect(sqlLines('insert into archive (id, total) select uuid_generate_v4(), o.total from orders o where o.id = $1')).toEqual([
      { is: 'insert none', tables: ['archive', 'orders'], written: ['id uuid_generate_v4() v4', 'total o.total'] },
    ]);
  });

  it.each([
    ['insert ignore into users set id = uuid(), name = ?', ['id uuid() v1', 'name position 0']],
    ['update users set id = $1::uuid, "name" = :name where id = $2', ['id number 0', 'name name name']],
    ['merge into t using s on true when not matched then insert (id, x) values (newid(), 2);', ['id newid() v4', 'x 2']],
    ['with one as (insert into users (id) values ($1) returning id) insert into profiles (user_id) select id from one', ['id number 0', 'user_id id']],
    ['insert into users values (gen_random_uuid(), 1)', undefined],
    ['insert into users ${sql(user)}', undefined],
    ['insert into users default values', undefined],
  ])('%s', (text, expected) => {
    expect(sqlLines(text)[0]?.written).toEqual(expected);
  });

  it('counts placeholders over all statements, and reads operators as none', () => {
    expect(sqlLines(`select * from a where data ? 'x' and tags ?| $1 and b = ?; insert into c (d, e) values (?, ?::jsonb)`)[1]?.written).toEqual(['d position 1', 'e position 2']);
    expect(sqlLines('insert into ?? (a, b) values (?, ?)')[0]).toEqual({ is: 'insert none', tables: ['position 0'], written: ['a position 1', 'b position 2'] });
    expect(sqlLines("insert into a (b, c) values (now()::text, 'x:y'), (:b, :c)")[0]?.written).toEqual(['b now()::text', "c 'x:y'"]);
  });
});

describe('any text', () => {
  it.each(["select 'unclosed", 'select "unclosed', 'select ( ( (', '$$ open', '/* open', 'create table', 'alter table x add', 'insert into', '${a}${b}', ';;;', '', ') ) from', 'with x as ('])('%s is read without an error', (text) => {
    expect(() => sqlLines(text)).not.toThrow();
  });

  it("reads MySQL's quotes and delimiters", () => {
    expect(sqlLines("select 'it\\'s', `name` from t limit 5 offset 5").map((line) => line.offsets)).toEqual([['offset 5']]);
    expect(columns('DELIMITER $$\nCREATE PROCEDURE p() BEGIN SELECT 1; END$$\nDELIMITER ;\nselect id from orders')).toEqual(['other none', 'other unknown', 'select some']);
    expect(columns('select 1; # select 2\n# select 3\nselect a from b')).toEqual(['select none', 'select some']);
  });

  it('keeps to the rows of a dump', () => {
    expect(columns("COPY orders (id) FROM stdin;\n1\tit's\n\\.\nselect id from orders;\n\\connect shop\n")).toEqual(['insert none', 'select some']);
  });

  it('takes time in proportion to its length', () => {
    for (const unit of ['(', "'", '$a$', 'offset 5 ', 'limit 1, ', 'with a as (', 'select (', '/* ', 'from a, ', 'insert into a (b) values (', 'create table a (b int default (']) {
      const start = performance.now();
      readSql(unit.repeat(20_000));
      expect(performance.now() - start, unit).toBeLessThan(2_000);
    }
  });
});
