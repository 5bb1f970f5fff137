import { describe, expect, it } from 'vitest';
import { sqlLines } from './sql-lines.ts';

const offsets = (text: string): readonly string[] => sqlLines(text).flatMap((line) => line.offsets ?? []);

describe('rows that SQL skips', () => {
  it.each([
    ['SELECT * FROM orders ORDER BY id LIMIT 10 OFFSET 20', 'OFFSET 20'],
    ['select * from orders order by id offset 40 rows fetch next 20 rows only', 'offset 40'],
    ['select * from orders order by created_at desc offset $1', 'offset number 0'],
    ['SELECT * FROM orders LIMIT ? OFFSET ?', 'OFFSET position 1'],
    ['SELECT * FROM orders LIMIT :size OFFSET :skip', 'OFFSET name skip'],
    ['select * from orders order by id offset @skip rows fetch next @take rows only', 'offset name skip'],
    ['select * from orders order by id limit all offset ($2)::int', 'offset number 1'],
    ['select * from orders order by id limit 5 offset cast(${skip} as integer)', 'offset hole 0'],
    ['select * from orders order by id nulls last offset ${skip} ${lock}', 'offset hole 0'],
    ['select * from orders for update offset 5', 'offset 5'],
    ['SELECT * FROM orders\n\tORDER BY id\n\tLIMIT ${size} OFFSET (${page} - 1) * ${size}', 'OFFSET unknown'],
    ['SELECT * FROM orders LIMIT 20 OFFSET greatest(0, $1)', 'OFFSET unknown'],
    ['SELECT * FROM events LIMIT 10 OFFSET {skip: UInt32}', 'OFFSET unknown'],
    ['select * from events limit {size: UInt32} offset {skip: UInt32}', 'offset unknown'],
    ['SELECT * FROM orders LIMIT 10 OFFSET -1', 'OFFSET -1'],
    ['SELECT * FROM orders LIMIT 10 /* page */ OFFSET -- skipped\n 30', 'OFFSET 30'],
    ['SELECT * FROM orders LIMIT 10 OFFSET', 'OFFSET unknown'],
    ['(select 1) union (select 2) order by 1 limit 1 offset 1', 'offset 1'],
  ])('reads %s', (text, expected) => {
    expect(offsets(text)).toEqual([expected]);
  });

  it.each([
    ['select * from orders limit 20, 10', '20 20'],
    ['select * from orders limit ?, ?', '? position 0'],
    ['select * from orders order by id desc LIMIT ${skip}, ${take}', '${skip} hole 0'],
    ['SELECT * FROM orders LIMIT :skip, :take', ':skip name skip'],
    ['SELECT * FROM orders LIMIT p_skip, p_take', 'p_skip unknown'],
  ])("reads MySQL's %s", (text, expected) => {
    expect(offsets(text)).toEqual([expected]);
  });

  it.each([['OFFSET ${skip}'], ['LIMIT ${take} OFFSET ${skip}'], [' offset ${skip} rows'], ['${where} ${order} OFFSET ${skip}']])('reads the fragment %s', (text) => {
    expect(offsets(text)).toHaveLength(1);
  });

  it('reads every select of a statement', () => {
    expect(
      offsets(`
        WITH recent AS (SELECT id FROM orders ORDER BY id OFFSET 5)
        SELECT *, (SELECT name FROM customers LIMIT 1 OFFSET 1) FROM recent WHERE id IN (SELECT id FROM paid LIMIT 10 OFFSET $1) OFFSET $2
      `),
    ).toEqual(['OFFSET 5', 'OFFSET 1', 'OFFSET number 0', 'OFFSET number 1']);
  });

  it('reads functions and procedures', () => {
    expect(
      offsets(`
        CREATE FUNCTION page_of_orders(skip int) RETURNS SETOF orders AS $body$
        BEGIN
          RETURN QUERY SELECT * FROM orders ORDER BY id OFFSET skip;
        END
        $body$ LANGUAGE plpgsql;
      `),
    ).toEqual(['OFFSET unknown']);
  });

  it.each([
    ['a column', 'select offset, topic from messages where offset > 5 and partition = 0 order by offset limit 10'],
    ['an alias', 'select byte_start as offset from files'],
    ['an alias without AS', 'select byte_start offset from files'],
    ['a qualified column', 'select m.offset from messages m order by m.offset'],
    ['a quoted column', 'select "offset", `offset` from messages limit 5'],
    ['a column that is written', 'insert into messages (topic, offset) values ($1, $2)'],
    ['a column that is set', 'update consumers set offset = offset + 1, topic = $1 where id = $2 returning offset'],
    ['columns that are declared', 'create table messages (id bigint primary key, offset bigint not null, offset_at timestamp)'],
    ['a column that is added', 'alter table messages add offset bigint, alter offset type int, drop column offset'],
    ['an indexed column', 'create index messages_offset on messages (topic, offset)'],
    ['a parameter of a function', 'create function skip(offset int, "limit" int) returns int as $$ select 1 $$ language sql'],
    ["BigQuery's position", 'select tag from posts, unnest(tags) as tag with offset as position'],
    ["BigQuery's subscript", 'select tags[offset(0)], tags[safe_offset(1)] from posts'],
    ['a window', 'select sum(total) over (order by id rows between 5 preceding and current row) from orders'],
    ['a time zone', "select created_at at time zone 'utc', utc_offset from pg_timezone_names where utc_offset = interval '2 hours'"],
    ['a string', "select 'LIMIT 10 OFFSET 20' as hint, e'\\' offset 5' from orders"],
    ['comments', 'select id from orders -- OFFSET 5\n/* OFFSET 6 /* nested */ OFFSET 7 */ limit 10'],
    ['a count only', 'select * from orders limit 10'],
    ["ClickHouse's LIMIT BY", 'select * from orders limit 5 by customer_id, status'],
    ['a list after a subquery', 'select (select id from orders limit 1), 2'],
    ['columns called limit', 'select limit, window from plans; create table plans (limit int, burst int)'],
  ])('reads no offset in %s', (_, text) => {
    expect(offsets(text)).toEqual([]);
  });
});
