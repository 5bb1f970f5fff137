import { describe, expect, it } from 'vitest';
import { reading } from './reading.ts';

describe('hono', () => {
  it('knows every way to register a route', () => {
    const { endpoints } = reading({
      'src/app.ts': `
        import { Hono } from 'hono';
        import { zValidator } from '@hono/zod-validator';
        import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
        import { listHandlers, getOrderRoute } from './routes';
        const app = new Hono<{ Bindings: Env }>().basePath('/api');
        app.get('/orders', (c) => c.json(orders)).post('/orders', zValidator('json', orderSchema), async (c) => c.json(order, 201));
        app.on(['PUT', 'PATCH'], '/orders/:id', (c) => c.json(order));
        app.on('PURGE', '/cache', (c) => c.body(null));
        app.use('*', async (c, next) => { await next(); });
        app.all((c) => c.text('nothing here'));
        const api = new OpenAPIHono();
        const create = createRoute({ method: 'post', path: '/invoices', request: { body: { content } }, responses: { 201: { content } } });
        api.openapi(create, async (c) => c.json(invoice, 201));
        api.openapi(getOrderRoute, (c) => c.json(order, 200));
        app.route('/v1', api);
      `,
      'src/routes.ts': `
        import { createRoute } from '@hono/zod-openapi';
        export const getOrderRoute = createRoute({ method: 'get', path: '/orders/{id}', responses: {} });
      `,
    });
    expect(endpoints).toEqual([
      'hono GET /api/orders',
      'hono POST /api/orders, input schema',
      'hono PUT|PATCH /api/orders/:id',
      'hono PURGE /api/cache',
      'hono * /api',
      'hono POST /invoices, input schema',
      'hono GET /orders/{id}',
    ]);
  });

  it('knows what is sent: by the context, by Response, through typed handlers in other files', () => {
    const { responses } = reading({
      'src/orders.ts': `
        import { Hono, type Context, type Handler } from 'hono';
        import { createFactory, createMiddleware } from 'hono/factory';
        import type { AppContext } from './context';
        const app = new Hono();
        const factory = createFactory();
        app.get('/a', (c) => { if (!c.req.query('q')) return c.text('q', 400); c.status(200); return c.json({ orders }); });
        app.get('/b', () => Response.json(orders));
        app.get('/c', () => new Response(JSON.stringify(orders), { status: 200 }));
        export const list = async (c: Context) => c.json(listed);
        export const show: Handler = async (c) => c.json(shown);
        export async function remove(c: AppContext) { return c.body(removed); }
        export const handlers = factory.createHandlers(async (c) => c.json(made));
        export const guard = createMiddleware(async (c, next) => { if (!c.var.user) return c.json(nobody, 401); await next(); });
        app.onError((error, c) => c.json({ title: error.message }, 500));
        app.notFound((c) => c.json({ title: 'Nothing here' }, 404));
        app.get('/page', (c) => c.html(page));
      `,
      'src/context.ts': `import type { Context } from 'hono'; export type AppContext = Context<{ Variables: { user: string } }>;`,
    });
    expect(responses).toEqual([
      "text 'q', of GET /a",
      'json { orders }, of GET /a',
      'json orders, of GET /b',
      'Response JSON.stringify(orders), of GET /c',
      'json listed',
      'json shown',
      'body removed',
      'json made',
      'json nobody',
      'json { title: error.message }',
      "json { title: 'Nothing here' }",
      'html page, of GET /page',
    ]);
  });

  it('reads no route in a map or a client of the same shape', () => {
    const { endpoints } = reading({
      'src/app.ts': `
        import { Hono } from 'hono';
        import { hc } from 'hono/client';
        const client = hc('http://localhost');
        await client.orders.$get();
        const handlers = new Map();
        handlers.get('/orders');
        export const app = new Hono();
      `,
    });
    expect(endpoints).toEqual([]);
  });
});
