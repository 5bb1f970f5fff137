import { describe, expect, it } from 'vitest';
import { uuidGeneratorIn } from '../../../src/facts/sql/index.ts';
import { sqlLines } from './sql-lines.ts';

const declared = (text: string): readonly string[] => sqlLines(text).flatMap((line) => line.declared ?? []);

describe('columns that SQL declares', () => {
  it('reads CREATE TABLE with its constraints', () => {
    expect(
      sqlLines(`
        CREATE TABLE IF NOT EXISTS "orders" (
          "id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
          customer_id UUID NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
          total numeric( 10, 2 ) NOT NULL DEFAULT 0 CHECK (total >= 0),
          tags text[] DEFAULT '{}',
          key varchar(20),
          placed_at timestamp with time zone DEFAULT now(),
          CONSTRAINT orders_key UNIQUE (key),
          FOREIGN KEY (key) REFERENCES keys (id),
          CHECK (total > 0)
        )
      `),
    ).toEqual([
      {
        is: 'create-table none',
        tables: ['orders', 'customers', 'keys'],
        declared: ['id, uuid, key, v4 gen_random_uuid()', 'customer_id, uuid, reference', 'total, numeric(10,2)', 'tags, text[]', 'key, varchar(20), reference', 'placed_at, timestamp with time zone'],
      },
    ]);
  });

  it('joins a key that another statement adds', () => {
    expect(
      declared(`
        CREATE TABLE public.orders (id uuid DEFAULT public.uuid_generate_v4() NOT NULL, note text);
        ALTER TABLE ONLY public.orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
      `),
    ).toEqual(['id, uuid, key, v4 uuid_generate_v4()', 'note, text', 'id, key']);
  });

  it.each([
    ['a key of several columns', 'create table lines (order_id uuid, no int, primary key (order_id, no))', ['order_id, uuid, key', 'no, int, key']],
    ["MySQL's keys", 'create table `a` (`id` binary(16) not null default (uuid_to_bin(uuid())), `b` int auto_increment, primary key using btree (`id`), key `b_idx` (`b`), unique key (`b`), fulltext index f (b))', ['id, binary(16), key, v1 uuid()', 'b, int']],
    ['time-ordered MySQL keys', 'create table a (id binary(16) primary key default (uuid_to_bin(uuid(), 1)))', ['id, binary(16), key']],
    ["SQL Server's", 'CREATE TABLE [dbo].[Orders] ([Id] UNIQUEIDENTIFIER NOT NULL CONSTRAINT [DF_Id] DEFAULT (newid()), [Note] nvarchar(max), CONSTRAINT [PK] PRIMARY KEY CLUSTERED ([Id] ASC))', ['Id, uniqueidentifier, key, v4 newid()', 'Note, nvarchar(max)']],
    ['sequential ones', 'create table a (id uniqueidentifier primary key default newsequentialid())', ['id, uniqueidentifier, key']],
    ['a default added by name', 'alter table a add constraint df default (newid()) for id', ['id, v4 newid()']],
    ["SQLite's random text", "create table a (id text primary key default (lower(hex(randomblob(4))) || '-4' || substr(lower(hex(randomblob(2))), 2)), r text default (hex(randomblob(16))))", ["id, text, key, v4 (lower(hex(randomblob(4))) || '-4' || substr(lower(hex(randomblob(2))), 2))", 'r, text']],
    ['version 7', 'create table a (id uuid primary key default uuidv7(), b uuid default uuid_generate_v7())', ['id, uuid, key, v7 uuidv7()', 'b, uuid, v7 uuid_generate_v7()']],
    ['other schemas', 'create table a (id uuid primary key default extensions.uuid_generate_v4(), b uuid default "extensions"."uuid_generate_v1mc"())', ['id, uuid, key, v4 uuid_generate_v4()', 'b, uuid, v1 "uuid_generate_v1mc"()']],
    ['casts', "create table a (id varchar(36) primary key default (gen_random_uuid())::text, b text default 'ord_' || replace(gen_random_uuid()::text, '-', ''))", ['id, varchar(36), key, v4 gen_random_uuid()', 'b, text, v4 gen_random_uuid()']],
    ['digests', 'create table a (id text primary key default md5(gen_random_uuid()::text))', ['id, text, key']],
    ['generated columns', 'create table a (id bigint generated always as identity primary key, total int generated always as (a * b) stored)', ['id, bigint, key', 'total, int']],
    ['serials', 'create unlogged table a (id bigserial primary key)', ['id, bigserial, key']],
    ['no columns of a partition or copy', 'create table a partition of b for values in (1); create table c as select 1 as d; create table e (like f including all)', []],
  ])('reads %s', (_, text, expected) => {
    expect(declared(text)).toEqual(expected);
  });

  it.each([
    ['alter table orders add column if not exists ref uuid not null default uuid_generate_v4()', ['ref, uuid, v4 uuid_generate_v4()']],
    ['ALTER TABLE "orders" ADD "ref" uuid, ADD CONSTRAINT fk FOREIGN KEY (ref) REFERENCES refs (id)', ['ref, uuid, reference']],
    ['alter table orders alter column id set default gen_random_uuid(), alter column total type numeric(12, 2) using total::numeric', ['id, v4 gen_random_uuid()', 'total, numeric(12,2)']],
    ['alter table orders modify column id char(36) not null default (uuid()), change old_ref ref int', ['id, char(36), v1 uuid()', 'ref, int']],
    ['alter table orders add (a int, b uuid default random_uuid())', ['a, int', 'b, uuid, v4 random_uuid()']],
    ['alter table orders alter column id drop default, drop column total, rename column a to b, add index (total)', []],
    ["do $$ begin alter table orders add column ref uuid default gen_random_uuid(); exception when duplicate_column then null; end $$", ['ref, uuid, v4 gen_random_uuid()']],
    ["if not exists (select 1 from sys.tables) create table orders (id uniqueidentifier default newid())", ['id, uniqueidentifier, v4 newid()']],
  ])('%s', (text, expected) => {
    expect(declared(text)).toEqual(expected);
  });
});

describe('uuidGeneratorIn', () => {
  it.each([
    ['gen_random_uuid()', 4],
    ['uuidv4()', 4],
    ['UUID_GENERATE_V1MC()', 1],
    ['(UUID())', 1],
    ['UUID_v7()', 7],
    ['uuid7()', 7],
    ['generateUUIDv4()', 4],
    ['GENERATE_UUID()', 4],
    ["uuid_generate_v5(uuid_ns_url(), 'x')", 5],
    ['coalesce(current_setting(\'app.id\', true)::uuid, gen_random_uuid())', 4],
  ])('%s makes version %s', (text, version) => {
    expect(uuidGeneratorIn(text)?.version).toBe(version);
  });

  it('knows whose uuid() it is', () => {
    expect(uuidGeneratorIn('uuid()', 'sqlite')?.version).toBe(4);
    expect(uuidGeneratorIn('uuid()', 'mysql')?.version).toBe(1);
  });

  it.each([["'gen_random_uuid()'"], ['now()'], ["uuid('0190')"], ['uuid_extract_version(id)'], ['uuid_nil()'], ['gen_random_bytes(16)'], ['uuid_ns_dns()'], ['left(gen_random_uuid()::text, 8)']])('%s makes none', (text) => {
    expect(uuidGeneratorIn(text)).toBeUndefined();
  });
});
