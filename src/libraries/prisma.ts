import { defineLibrary } from './definition.ts';
import type { Call, Export } from './definition.ts';
import { each } from './shapes.ts';

// Source: Prisma 6 and 7 documentation (Client API reference, CRUD, raw queries, transactions, client extensions, TypedSQL, MongoDB raw commands, generators) and generated
// clients. From 7 on the client is generated into the project, anywhere: its name says what it is. `select` and `omit` narrow a result, `include` widens it.
// `skip: 1` beside `cursor` is the documented way over the row the cursor stands on. A promise of one row has its relations as methods.

const read = (gives: string, more: Partial<Call> = {}): Call => ({
  query: 'read',
  lazy: true,
  gives,
  columns: ['0.select', '0.omit'],
  where: '0.where',
  follows: ['0.include', '0.select'],
  ...more,
});

/** Relations in a result may be paged too. */
const paged: Partial<Call> = {
  offset: ['0.skip', ...['0.include.*', '0.select.*'].flatMap((path) => [`${path}.skip`, `${path}.include.*.skip`, `${path}.select.*.skip`])],
  cursor: '0.cursor',
};

/** Values of a write, and of the writes nested in it one relation down. */
const written = (...paths: readonly string[]): readonly string[] =>
  paths.flatMap((path) => [`${path}[]`, `${path}.*.create[]`, `${path}.*.createMany.data[]`, `${path}.*.connectOrCreate[].create`, `${path}.*.upsert[].create`]);

const write = (gives: string, values: readonly string[], more: Partial<Call> = {}): Call => ({
  query: 'write',
  lazy: true,
  gives,
  columns: ['0.select', '0.omit'],
  where: '0.where',
  follows: ['0.include', '0.select', '0.data'],
  ...(values.length > 0 && { values: written(...values) }),
  ...more,
});

const counted: Partial<Call> = { narrow: true };

/** As a tag, or with `Prisma.sql` as its argument. */
const raw = (gives: string): Call => ({ query: 'sql', lazy: true, gives, sql: ['template', '0'] });
const unsafe = (gives: string): Call => ({ query: 'sql', lazy: true, gives, sql: '0', parameters: 'rest:1' });

const reads: { readonly [name: string]: Call } = {
  ...each('findUnique findUniqueOrThrow', read('one', paged)),
  ...each('findFirst findFirstOrThrow', read('one', paged)),
  findMany: read('rows', paged),
};

const writes: { readonly [name: string]: Call } = {
  create: write('one', ['0.data']),
  createMany: write('scalar', ['0.data'], counted),
  createManyAndReturn: write('rows', ['0.data']),
  update: write('one', ['0.data']),
  updateMany: write('scalar', ['0.data'], counted),
  updateManyAndReturn: write('rows', ['0.data']),
  upsert: write('one', ['0.create', '0.update']),
};

const others: { readonly [name: string]: Call } = {
  delete: write('one', []),
  deleteMany: write('scalar', [], counted),
  ...each('count aggregate', read('scalar', { offset: '0.skip', cursor: '0.cursor', ...counted })),
  groupBy: read('scalar', { offset: '0.skip', ...counted }),
};

/** Where only the name `db` speaks for a client, a call of this name counts when it has what Prisma's has. */
const evident = (call: Call, at: string): Call => ({ overloads: [{ when: { at, is: 'there' }, ...call }] });

const evidently = (calls: { readonly [name: string]: Call }, at: string): { readonly [name: string]: Call } =>
  Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, evident(call, at)]));

const relation: Call = { query: 'part', lazy: true, gives: 'related', columns: ['0.select', '0.omit'], offset: '0.skip', cursor: '0.cursor' };

const client: Export = { class: { instance: 'client' }, new: { gives: 'client' }, type: 'client', unnamed: true };

export const prisma = defineLibrary({
  name: 'prisma',
  concern: 'database',
  modules: ['@prisma/client', '@prisma/client/*', '.prisma/client', '.prisma/client/*', '**/prisma/client', '**/prisma/client/client', '**/prisma/client/index', '**/prisma/generated/**', '**/generated/prisma', '**/generated/prisma/**', '**/generated/client', '**/prisma-client', '**/prisma-client/**', '**/generated-prisma-client', '**/generated-prisma-client/**'],
  generated: ['PrismaClient', 'Prisma'],
  exports: {
    ...each('PrismaClient PrismaClientExtends', client),
    Prisma: {
      members: {
        ...each('TransactionClient DefaultPrismaClient', { type: 'client' }),
        sql: { tag: { query: 'sql', lazy: true, gives: 'fragment', sql: 'template' } },
        raw: { call: { query: 'sql', lazy: true, gives: 'fragment', sql: '0' } },
        join: { call: { gives: 'fragment' } },
        empty: { gives: 'fragment' },
        defineExtension: { call: { gives: 'argument' } },
      },
    },
  },
  types: {
    fragment: {},
    client: {
      methods: {
        $transaction: {
          overloads: [{ when: { at: '0', is: 'function' }, gives: 'callback', callbacks: [{ at: '0', params: ['client'] }], transaction: true }],
          gives: 'settled',
          transaction: true,
        },
        $queryRaw: raw('rows'),
        $executeRaw: raw('scalar'),
        $queryRawUnsafe: unsafe('rows'),
        $executeRawUnsafe: unsafe('scalar'),
        $queryRawTyped: { query: 'read', lazy: true, gives: 'rows', narrow: true },
        $runCommandRaw: { query: 'write', lazy: true, gives: 'scalar' },
        ...each('$extends $withAccelerate $primary $replica', { gives: 'this' }),
        ...each('$connect $disconnect $on $use', { gives: 'nothing' }),
      },
      anyProperty: { gives: 'delegate', entity: true },
    },
    delegate: {
      methods: { ...reads, ...writes, ...others, ...each('findRaw aggregateRaw', read('rows', { columns: [] })) },
    },
    one: { awaited: 'row', anyMethod: relation },
    related: { awaited: 'rows', anyMethod: relation },
    /** Something called `db` or `tx`. */
    likeClient: { extends: 'client', anyProperty: { gives: 'likeDelegate', entity: true } },
    likeDelegate: {
      methods: {
        ...reads,
        ...evidently(writes, '0.data'),
        upsert: evident(writes['upsert'] as Call, '0.create'),
        ...evidently(others, '0.where'),
        groupBy: evident(others['groupBy'] as Call, '0.by'),
      },
    },
  },
  names: {
    ...each('prisma *prisma *Prisma prismaService prismaClient *PrismaService *PrismaClient', { is: 'client', evidence: 'shape' }),
    // In a file that knows the library, whatever such a name is called with; elsewhere only what looks like it.
    '{db,tx,trx,database}': { is: 'client', evidence: 'file' },
    ...each('db tx trx database', { is: 'likeClient', evidence: 'shape' }),
  },
  keyset: 'cursor: { id: lastId }, skip: 1, take: 20',
});
