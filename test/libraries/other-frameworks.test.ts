import { describe, expect, it } from 'vitest';
import { reading } from './reading.ts';

describe('elysia', () => {
  it('knows a fluent chain, its groups and its schemas', () => {
    const { endpoints, responses } = reading({
      'src/app.ts': `
        import { Elysia, t } from 'elysia';
        import { orders } from './orders';
        export const app = new Elysia({ prefix: '/api' })
          .use(orders)
          .state('version', 1)
          .get('/orders', () => listed)
          .post('/orders', ({ body, set }) => { set.status = 201; return created; }, { body: OrderInput, response: { 201: Order } })
          .group('/admin', (group) => group.get('/users', ({ status }) => { if (no) return status(403, denied); return users; }))
          .guard({ headers: Auth }, (inner) => inner.delete('/orders/:id', () => removed))
          .onError(({ code, error }) => ({ title: code }))
          .listen(3000);
      `,
    });
    expect(endpoints).toEqual([
      'elysia GET /api/orders',
      'elysia POST /api/orders, input schema, output schema',
      'elysia GET /api/admin/users',
      'elysia DELETE /api/orders/:id',
    ]);
    expect(responses).toEqual([
      'return listed, of GET /api/orders',
      'return created, of POST /api/orders, output schema',
      'status denied, of GET /api/admin/users',
      'return users, of GET /api/admin/users',
      'return removed, of DELETE /api/orders/:id',
    ]);
  });
});

describe('h3', () => {
  it('knows applications, and files that Nitro serves', () => {
    const { endpoints, responses } = reading({
      'src/app.ts': `
        import { H3, createRouter, defineEventHandler, defineHandler, defineValidatedHandler, readBody } from 'h3';
        const app = new H3();
        app.get('/orders', (event) => listed).on('PURGE', '/cache', () => null);
        app.post('/orders', defineValidatedHandler({ validate: { body: schema }, handler: async (event) => created }));
        const router = createRouter();
        router.put('/orders/:id', defineEventHandler(async (event) => { const body = await readBody(event); return updated; }));
      `,
    });
    expect(endpoints).toEqual(['h3 GET /orders', 'h3 PURGE /cache', 'h3 POST /orders, input schema', 'h3 PUT /orders/:id']);
    expect(responses).toEqual([
      'return listed, of GET /orders',
      'return null, of PURGE /cache',
      'return created, of POST /orders',
      'return updated, of PUT /orders/:id',
    ]);
    const served = `export default defineEventHandler(async (event) => { return order; });`;
    expect(reading({ 'server/api/orders/[id].get.ts': served })).toMatchObject({
      endpoints: ['h3 GET /api/orders/:id'],
      responses: ['return order, of GET /api/orders/:id'],
    });
    expect(reading({ 'server/routes/orders.ts': `import { Router } from 'express'; export default function orders(router: Router) { return router; }` }).endpoints).toEqual([]);
  });
});

describe('adonis', () => {
  it('knows routes, controllers and what they send', () => {
    const { endpoints, responses } = reading({
      'start/routes.ts': `
        import router from '@adonisjs/core/services/router';
        const OrdersController = () => import('#controllers/orders_controller');
        router.get('/health', async ({ response }) => response.ok({ up: true }));
        router.get('/orders', [OrdersController, 'index']);
        router.group(() => { router.post('/orders', async ({ request }) => { return created; }); }).prefix('/api').use(middleware.auth());
      `,
    });
    expect(endpoints).toEqual(['adonis GET /health', 'adonis GET /orders, 0 handlers', 'adonis POST /orders']);
    expect(responses).toEqual(['ok { up: true }, of GET /health', 'return created, of POST /orders']);
    const controller = `
      import type { HttpContext } from '@adonisjs/core/http';
      export default class OrdersController {
        async index({ response }: HttpContext) { return orders; }
        async show({ params, response }: HttpContext) { return response.json(order); }
        private helper() { return 'no endpoint'; }
      }
    `;
    expect(reading({ 'app/controllers/orders_controller.ts': controller })).toMatchObject({
      endpoints: ['adonis *', 'adonis *'],
      responses: ['return orders, of *', 'json order, of *'],
    });
  });
});

describe('hapi, restify, routing-controllers, node:http', () => {
  it('know their routes and responses', () => {
    const { endpoints, responses } = reading({
      'src/app.ts': `
        import Hapi from '@hapi/hapi';
        import restify from 'restify';
        import http from 'node:http';
        const server = Hapi.server({ port: 3000 });
        server.route({ method: 'GET', path: '/orders', options: { response: { schema: Orders } }, handler: async (request, h) => listed });
        server.route([{ method: 'POST', path: '/orders', options: { validate: { payload: Order } }, handler: (request, h) => h.response(created).code(201) }]);
        const api = restify.createServer();
        api.get('/invoices', (req, res, next) => { res.send(200, invoices); return next(); });
        http.createServer((req, res) => { res.writeHead(200).end(JSON.stringify(plain)); });
      `,
    });
    expect(endpoints).toEqual(['hapi GET /orders, output schema', 'hapi POST /orders, input schema', 'restify GET /invoices']);
    expect(responses).toEqual([
      'return listed, of GET /orders, output schema',
      'response created, of POST /orders',
      'send invoices, of GET /invoices',
      'end JSON.stringify(plain)',
    ]);
    const controller = `
      import { Body, Get, JsonController, Post, Res } from 'routing-controllers';
      @JsonController('/orders')
      export class OrdersController {
        @Get('/') list() { return orders; }
        @Post('/') create(@Body() body: Order, @Res() response) { return response.json(order); }
      }
    `;
    expect(reading({ 'src/orders.ts': controller })).toMatchObject({
      endpoints: ['routing-controllers GET /orders', 'routing-controllers POST /orders'],
      responses: ['return orders, of GET /orders', 'json order, of POST /orders'],
    });
  });
});

describe('aws-lambda', () => {
  it('knows what a typed handler answers', () => {
    const { responses } = reading({
      'src/list-orders.ts': `
        import type { APIGatewayProxyHandler } from 'aws-lambda';
        import knex from 'knex';
        const db = knex({});
        export const handler: APIGatewayProxyHandler = async (event) => {
          const orders = await db('orders').where({ customer: event.pathParameters?.id }).select();
          return { statusCode: 200, body: JSON.stringify(orders) };
        };
      `,
    });
    expect(responses).toEqual(['return { statusCode: 200, body: JSON.stringify(orders) }, leaks many orders (knex select)']);
  });
});
