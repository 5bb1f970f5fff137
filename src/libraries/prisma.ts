import { defineLibrary } from './definition.ts';
import type { Call, Export } from './definition.ts';
import { each } from './shapes.ts';

// Source: Prisma 6 and 7 documentation (Client API reference, raw queries, transactions, extensions, generators) and generated clients.
// From 7 on the client is generated into the project: any path that ends in `prisma/client` is one. `select` and `omit` narrow a result, `include` widens it.
// `skip: 1` beside `cursor` is the documented way over the row the cursor stands on.

const read = (gives: string, more: Partial<Call> = {}): Call => ({
  query: 'read',
  lazy: true,
  gives,
  columns: ['0.select', '0.omit'],
  where: '0.where',
  ...more,
});

const paged: Partial<Call> = { offset: '0.skip', cursor: '0.cursor' };

/** Values of a write, and of the writes nested in it one relation down. */
const written = (...paths: readonly string[]): readonly string[] =>
  paths.flatMap((path) => [`${path}[]`, `${path}.*.create[]`, `${path}.*.createMany.data[]`, `${path}.*.connectOrCreate[].create`, `${path}.*.upsert[].create`]);

const write = (gives: string, values: readonly string[], more: Partial<Call> = {}): Call => ({
  query: 'write',
  lazy: true,
  gives,
  columns: ['0.select', '0.omit'],
  where: '0.where',
  ...(values.length > 0 && { values: written(...values) }),
  ...more,
});

const counted: Partial<Call> = { narrow: true };

const raw: Call = { query: 'sql', lazy: true, gives: 'rows', sql: 'template' };
const unsafe: Call = { query: 'sql', lazy: true, gives: 'rows', sql: '0', parameters: 'rest:1' };
const fragment: Call = { query: 'sql', lazy: true, gives: 'fragment', sql: 'template' };

const client: Export = { class: { instance: 'client' }, new: { gives: 'client' }, type: 'client' };

export const prisma = defineLibrary({
  name: 'prisma',
  concern: 'database',
  modules: ['@prisma/client', '@prisma/client/*', '.prisma/client', '.prisma/client/*', '**/prisma/client', '**/prisma/client/client', '**/prisma/client/index', '**/prisma/generated/**', '**/generated/prisma', '**/generated/prisma/**', '**/generated/client', '**/prisma-client', '**/prisma-client/**'],
  exports: {
    ...each('PrismaClient PrismaClientExtends', client),
    Prisma: {
      members: {
        ...each('TransactionClient DefaultPrismaClient', { type: 'client' }),
        sql: { tag: fragment },
        raw: { call: { query: 'sql', lazy: true, gives: 'fragment', sql: '0' } },
        join: { call: { gives: 'fragment' } },
        empty: { gives: 'fragment' },
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
        $queryRaw: { ...raw, overloads: [{ when: { at: '0', is: 'there' }, ...raw, sql: '0' }] },
        $executeRaw: { ...raw, gives: 'scalar', overloads: [{ when: { at: '0', is: 'there' }, ...raw, gives: 'scalar', sql: '0' }] },
        $queryRawUnsafe: unsafe,
        $executeRawUnsafe: { ...unsafe, gives: 'scalar' },
        $queryRawTyped: { query: 'read', lazy: true, gives: 'rows', narrow: true },
        $runCommandRaw: { query: 'write', lazy: true, gives: 'scalar' },
        $extends: { gives: 'client' },
        $connect: { gives: 'nothing' },
        $disconnect: { gives: 'nothing' },
        $on: { gives: 'nothing' },
        $use: { gives: 'nothing' },
      },
      anyProperty: { gives: 'delegate', entity: true },
    },
    delegate: {
      methods: {
        ...each('findUnique findUniqueOrThrow', read('row')),
        ...each('findFirst findFirstOrThrow', read('row', paged)),
        findMany: read('rows', paged),
        count: read('scalar', { ...paged, ...counted }),
        aggregate: read('scalar', { ...paged, ...counted }),
        groupBy: read('scalar', { offset: '0.skip', ...counted }),
        ...each('findRaw aggregateRaw', read('rows', { columns: [] })),
        create: write('row', ['0.data']),
        createMany: write('scalar', ['0.data'], counted),
        createManyAndReturn: write('rows', ['0.data']),
        update: write('row', []),
        updateMany: write('scalar', [], counted),
        updateManyAndReturn: write('rows', []),
        upsert: write('row', ['0.create']),
        delete: write('row', []),
        deleteMany: write('scalar', [], counted),
      },
    },
  },
  names: {
    prisma: { is: 'client', evidence: 'shape' },
    ...each('*prisma *Prisma prismaService prismaClient *PrismaService *PrismaClient', { is: 'client', evidence: 'shape' }),
    ...each('db tx trx database', { is: 'client', evidence: 'shape' }),
  },
  keyset: 'cursor: { id: lastId }, skip: 1, take: 20',
  uuid7: { schema: '@default(uuid(7))' },
});
