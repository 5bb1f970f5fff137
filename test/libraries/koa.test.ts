import { describe, expect, it } from 'vitest';
import { reading } from './reading.ts';

describe('koa', () => {
  it('knows the routes of its routers, names and prefixes included', () => {
    const { endpoints } = reading({
      'src/app.ts': `
        import Koa from 'koa';
        import Router from '@koa/router';
        import validate from './validate';
        const app = new Koa();
        const router = new Router<State, Context>({ prefix: '/api' });
        router.get('/orders', async (ctx) => { ctx.body = orders; });
        router.get('order', '/orders/:id', async (ctx, next) => { ctx.body = order; });
        router.post('orders.create', auth(), validate(schema), async (ctx) => { ctx.body = order; });
        router.del('/orders/:id', koaGuard({ params: idGuard, response: orderGuard, status: [200, 404] }), async (ctx, next) => { ctx.body = order; return next(); });
        router.all('/(.*)', async (ctx) => { ctx.status = 404; });
        app.use(router.routes()).use(router.allowedMethods());
      `,
    });
    expect(endpoints).toEqual([
      'koa-router GET /api/orders',
      'koa-router GET /api/orders/:id',
      'koa-router POST /api/orders.create, input schema',
      'koa-router DELETE /api/orders/:id, input schema, output schema',
      'koa-router * /api/(.*)',
    ]);
  });

  it('knows what is assigned to the body, and what helpers send', () => {
    const { responses } = reading({
      'src/orders.ts': `
        import Koa, { type Context, type Middleware, type ParameterizedContext } from 'koa';
        import * as KoaRouter from '@koa/router';
        import type { APIContext } from './types';
        const app = new Koa();
        app.use(async (ctx, next) => { ctx.body = { a }; await next(); });
        export async function list(ctx: Context) { ctx.response.body = listed; }
        export const show = async (ctx: ParameterizedContext, next: Koa.Next) => { ctx.status = 200; ctx.body = shown; };
        export const create: Middleware = async (ctx) => { ctx.created(created); };
        export const remove = async (ctx: Koa.Context) => { const { response } = ctx; response.body = removed; };
        export async function update(ctx: APIContext<UpdateReq>) { ctx.body = { data: updated }; ctx.request.body = {}; }
        export const page = (ctx: KoaRouter.RouterContext) => { ctx.ok(paged); };
      `,
      'src/types.ts': `
        import type { ParameterizedContext, DefaultContext } from 'koa';
        export interface AppContext extends ParameterizedContext<State, DefaultContext> { user: User }
        export type APIContext<T = unknown> = ParameterizedContext<State, DefaultContext & { input: T }> & { extra: string };
      `,
    });
    expect(responses).toEqual([
      'body { a }',
      'body listed',
      'body shown',
      'created created',
      'body removed',
      'body { data: updated }',
      'ok paged',
    ]);
  });

  it('knows a context that the project extends', () => {
    const { responses } = reading({
      'src/orders.ts': `
        import type { AppContext } from './types';
        export async function list(ctx: AppContext) { ctx.body = listed; }
      `,
      'src/types.ts': `
        import type { ParameterizedContext } from 'koa';
        export interface AppContext extends ParameterizedContext { user: User }
      `,
    });
    expect(responses).toEqual(['body listed']);
  });

  it('knows routers with specifications', () => {
    const { endpoints, responses } = reading({
      'src/app.ts': `
        import zodRouter from 'koa-zod-router';
        const router = zodRouter();
        router.get('/orders', async (ctx) => { ctx.body = orders; }, { query: pageSchema, response: ordersSchema });
        router.register({ name: 'create', method: 'post', path: '/orders', handler: async (ctx) => { ctx.body = order; }, validate: { body: orderSchema } });
      `,
    });
    expect(endpoints).toEqual(['koa-spec-router GET /orders, input schema, output schema', 'koa-spec-router POST /orders, input schema']);
    expect(responses).toEqual(['body orders, of GET /orders, output schema', 'body order, of POST /orders']);
  });
});

describe('routers by their type', () => {
  it('come through type parameters, tuples and the parameters of function types', () => {
    const { endpoints, responses } = reading({
      'src/orders.ts': `
        import type { AuthedRouter, Handler, RouterArgs } from './types';
        export default function orders<T extends AuthedRouter>(...[router, { queries }]: RouterArgs<T>) {
          router.get('/orders', async (ctx) => { ctx.body = orders; });
        }
        export function invoices<T extends AuthedRouter>(...args: RouterArgs<T>) {
          const [router] = args;
          router.get('/invoices', async (ctx) => { ctx.body = invoices; });
        }
        export const list: Handler = async (c) => { c.body = listed; };
      `,
      'src/types.ts': `
        import type Router from 'koa-router';
        import type { Context } from 'koa';
        export type AuthedRouter = Router<unknown, WithAuth>;
        type RouterInit<T> = (router: T, tenant: Tenant) => void;
        export type RouterArgs<T> = Parameters<RouterInit<T>>;
        export type Handler = (context: Context) => Promise<void>;
      `,
    });
    expect(endpoints).toEqual(['koa-router GET /orders', 'koa-router GET /invoices']);
    expect(responses).toEqual(['body orders, of GET /orders', 'body invoices, of GET /invoices', 'body listed']);
  });
});
