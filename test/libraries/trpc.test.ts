import { describe, expect, it } from 'vitest';
import { reading } from './reading.ts';

describe('trpc', () => {
  it('knows procedures by their chain, in the file that makes them and in others', () => {
    const files = {
      'src/routers/orders.ts': `
        import { createTRPCRouter, protectedProcedure, publicProcedure } from '@/trpc';
        import { adminProcedure } from '../procedures';
        export const ordersRouter = createTRPCRouter({
          list: protectedProcedure.input(pageSchema).query(async ({ ctx, input }) => { return ctx.orders.list(input); }),
          find: publicProcedure.input(idSchema).output(orderSchema).query(({ input }) => found),
          create: adminProcedure.use(limited).input(orderSchema).mutation(async (opts) => { const row = await save(opts.input); return row; }),
          remove: adminProcedure.mutation(remove),
          watch: publicProcedure.subscription(async function* () { yield 1; }),
        });
        async function remove() { return removed; }
      `,
      'src/trpc.ts': `
        import { initTRPC } from '@trpc/server';
        import superjson from 'superjson';
        const t = initTRPC.context<Context>().meta<Meta>().create({ transformer: superjson });
        export const createTRPCRouter = t.router;
        export const publicProcedure = t.procedure;
        export const protectedProcedure = t.procedure.use(authenticated);
      `,
      'src/procedures.ts': `import { protectedProcedure } from './trpc'; export const adminProcedure = protectedProcedure.use(isAdmin);`,
    };
    const { endpoints, responses } = reading(files);
    expect(endpoints).toEqual([
      'trpc QUERY list, input schema',
      'trpc QUERY find, input schema, output schema',
      'trpc MUTATION create, input schema',
      'trpc MUTATION remove',
      'trpc SUBSCRIPTION watch',
    ]);
    expect(responses).toEqual([
      'return ctx.orders.list(input), of QUERY list',
      'return found, of QUERY find, output schema',
      'return row, of MUTATION create',
      'return removed, of MUTATION remove',
    ]);
  });

  it('knows a procedure that a file exports alone, and one whose maker cannot be found by its name', () => {
    const { endpoints } = reading({
      'src/routers/get-order.ts': `
        import { protectedProjectProcedure, workspaceProcedure } from '@acme/trpc';
        export const getOrder = protectedProjectProcedure.input(z.object({ id: z.string() })).query(async ({ ctx, input }) => order);
        export const ordersRoute = workspaceProcedure.use(withRatelimit(ratelimit.read)).mutation(async () => order);
      `,
    });
    expect(endpoints).toEqual(['trpc QUERY getOrder, input schema, likely', 'trpc MUTATION ordersRoute, likely']);
  });

  it('reads a query of a database or a client as no procedure', () => {
    const { endpoints, responses } = reading({
      'src/orders.ts': `
        import { Pool } from 'pg';
        import { trpc } from './client';
        const pool = new Pool();
        export const rows = await pool.query('select 1');
        export const orders = await trpc.orders.list.query({ page: 1 });
        export const procedureName = await callProcedure.query('select 1');
      `,
    });
    expect(endpoints).toEqual([]);
    expect(responses).toEqual([]);
  });

  it('tells procedures that only share a base file from each other', () => {
    const { endpoints } = reading({
      'src/orders.ts': `
        import { initTRPC } from '@trpc/server';
        const t = initTRPC.create();
        const checked = t.procedure.output(orderSchema);
        export const router = t.router({
          one: checked.query(() => order),
          nested: t.router({ two: t.procedure.query(() => order) }),
        });
      `,
    });
    expect(endpoints).toEqual(['trpc QUERY one, output schema', 'trpc QUERY two']);
  });
});

describe('orpc, next-safe-action and zsa', () => {
  it('know actions by their chain', () => {
    const { endpoints, responses } = reading({
      'src/actions.ts': `
        'use server';
        import { os } from '@orpc/server';
        import { createSafeActionClient } from 'next-safe-action';
        import { createServerAction } from 'zsa';
        import { authenticatedActionClient } from '@/lib/action-client';
        export const listOrders = os.route({ method: 'GET', path: '/orders' }).input(page).output(orders).handler(async ({ input }) => listed);
        const actionClient = createSafeActionClient();
        export const createOrder = actionClient.metadata({ name: 'create' }).inputSchema(order).outputSchema(order).action(async ({ parsedInput }) => created);
        export const updateOrder = authenticatedActionClient.schema(order).action(async ({ parsedInput, ctx }) => updated);
        export const removeOrder = createServerAction().input(id).handler(async ({ input }) => removed);
      `,
    });
    expect(endpoints).toEqual([
      'orpc QUERY listOrders, input schema, output schema',
      'next-safe-action MUTATION createOrder, input schema, output schema',
      'next-safe-action MUTATION updateOrder, input schema, likely',
      'zsa MUTATION removeOrder, input schema',
    ]);
    expect(responses).toEqual([
      'return listed, of QUERY listOrders, output schema',
      'return created, of MUTATION createOrder, output schema',
      'return updated, of MUTATION updateOrder, likely',
      'return removed, of MUTATION removeOrder',
    ]);
  });
});
