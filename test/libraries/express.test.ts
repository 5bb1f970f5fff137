import { describe, expect, it } from 'vitest';
import { reading } from './reading.ts';

describe('express', () => {
  it('knows every way to register a route', () => {
    const { endpoints } = reading({
      'src/app.ts': `
        import express, { Router } from 'express';
        import { listOrders } from './orders';
        const app = express();
        const router = express.Router({ mergeParams: true });
        const admin = Router();
        app.get('/orders', (req, res) => { res.json([]); });
        app.post('/orders', authenticate, validate(orderSchema), async (req, res) => { res.sendStatus(201); });
        app.query('/orders', (req, res) => res.json([]));
        app.all('/anything', (req, res) => res.end());
        router.route('/invoices').get((req, res) => res.json([])).post((req, res) => res.json({}));
        router['delete']('/invoices/:id', (req, res) => res.sendStatus(204));
        admin.put('/users/:id', [authenticate, (req, res) => res.json({})]);
        admin.patch(\`/users/:id\`, listOrders);
      `,
      'src/orders.ts': `export const listOrders = async (req, res) => { res.json([]); };`,
    });
    expect(endpoints).toEqual([
      'express GET /orders',
      'express POST /orders, input schema',
      'express QUERY /orders',
      'express * /anything',
      'express GET /invoices',
      'express POST /invoices',
      'express DELETE /invoices/:id',
      'express PUT /users/:id',
      'express PATCH /users/:id',
    ]);
  });

  it('reads settings, maps, clients and test agents as no routes', () => {
    const { endpoints, responses } = reading({
      'src/app.ts': `
        import express from 'express';
        import axios from 'axios';
        import request from 'supertest';
        const app = express();
        const cache = new Map<string, () => void>();
        const port = app.get('port');
        app.set('trust proxy', 1);
        cache.get('/orders');
        await axios.get('/orders', { params: { page: 1 } });
        await request(app).get('/orders').send({ page: 1 });
        const res = await fetch('https://example.com/orders');
        export const orders = await res.json();
      `,
    });
    expect(endpoints).toEqual([]);
    expect(responses).toEqual([]);
  });

  it('knows what is sent, whatever stands before it', () => {
    const { responses } = reading({
      'src/app.ts': `
        import express from 'express';
        const app = express();
        app.get('/orders', async (request, response) => {
          if (!request.query.page) return response.status(400).json({ error: 'page' });
          response.set('x-total', '3').status(200).send(JSON.stringify(orders));
        });
        app.get('/page', (req, res) => { res.render('orders', { orders }); });
        app.get('/old', (req, res) => res.redirect('/new'));
        app.use((err, req, res, next) => { res.status(500).json({ title: err.message }); });
        app.use('/things', (req, res, next) => { res.jsonp(things); });
      `,
    });
    expect(responses).toEqual([
      "json { error: 'page' }, of GET /orders",
      'send JSON.stringify(orders), of GET /orders',
      'json { title: err.message }',
      'jsonp things',
    ]);
  });

  it('follows a router that is handed on, wrappers round handlers, and methods that are bound', () => {
    const { endpoints, responses } = reading({
      'src/routes.ts': `
        import type { Application, Router, Request, Response } from 'express';
        import { asyncHandler } from './async-handler';
        export function registerOrders(router: Router, app: Application) {
          router.get('/orders', asyncHandler(async (req, res) => { res.json(orders); }));
          router.post('/orders', catchAsync(validate(orderSchema, async (req, res) => res.status(201).json(order))));
          app.get('/invoices', async function list(req: Request, res: Response) { return res.json(invoices); });
        }
        export class OrdersController {
          constructor(router: Router) {
            router.get('/paid', this.paid.bind(this));
            router.get('/open', this.open);
          }
          paid(req, res) { res.json(paid); }
          open = async (req, res) => { res.json(open); };
        }
      `,
      'src/async-handler.ts': `export const asyncHandler = (fn) => (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next);`,
    });
    expect(endpoints).toEqual(['express GET /orders', 'express POST /orders', 'express GET /invoices', 'express GET /paid', 'express GET /open']);
    expect(responses).toEqual([
      'json orders, of GET /orders',
      'json order, of POST /orders',
      'json invoices, of GET /invoices',
      'json paid, of GET /paid',
      'json open, of GET /open',
    ]);
  });

  it('knows the response in a controller that another file routes to', () => {
    const controller = `
      import { Request, Response, type RequestHandler } from 'express';
      import * as express from 'express';
      export const list = async (req: Request, res: Response) => { res.json(orders); };
      export async function show(req: express.Request<{ id: string }>, res: express.Response<OrderDto>): Promise<void> { res.send(order); }
      export const create: RequestHandler = async (req, res) => { res.status(201).json(created); };
      export class OrdersController {
        async remove(_req: Request, res: Response) { return res.status(200).send(removed); }
        update = async (req: Request, res: Response): Promise<void> => { res.json(updated); };
      }
      export const untyped = (req, res) => { res.json(found); };
      export const parse = async (res) => res.json();
    `;
    expect(reading({ 'src/orders.controller.ts': controller }).responses).toEqual([
      'json orders',
      'send order',
      'json created',
      'send removed',
      'json updated',
      'json found, likely',
    ]);
  });

  it('finds the app in another file, through re-exports and require', () => {
    const files = {
      'src/orders.ts': `
        import { app, router } from './server';
        app.get('/orders', (req, res) => res.json(orders));
        router.get('/invoices', (req, res) => res.json(invoices));
      `,
      'src/server.ts': `export * from './app'; export { default as router } from './router';`,
      'src/app.ts': `import express from 'express'; export const app = express();`,
      'src/router.ts': `import { Router as makeRouter } from 'express'; const router = makeRouter(); export default router;`,
    };
    expect(reading(files).endpoints).toEqual(['express GET /orders', 'express GET /invoices']);
    const old = `
      const express = require('express');
      const { Router } = require('express');
      const app = express();
      const router = Router();
      router.del('/orders/:id', (req, res) => res.send(204));
      app.use('/api', router);
      module.exports = app;
    `;
    expect(reading({ 'src/app.js': old }).endpoints).toEqual(['express DELETE /orders/:id']);
  });

  it('hears a response schema in a middleware', () => {
    const { endpoints } = reading({
      'src/app.ts': `
        import { Router } from 'express';
        const router = Router();
        router.get('/orders', guard({ query: pageSchema, response: orderSchema }), (req, res) => { res.json(orders); });
      `,
    });
    expect(endpoints).toEqual(['express GET /orders, output schema']);
  });

  it('follows controllers and services that a container gives', () => {
    const files = {
      'src/routes.ts': `
        import { Router } from 'express';
        import { Container } from 'typedi';
        import { OrdersController } from './orders.controller';
        export class Routes {
          private readonly router = Router();
          private readonly orders = Container.get(OrdersController);
          register() {
            this.router.get('/orders', this.orders.list);
            this.router.post('/orders', (req, res, next) => this.orders.create(req, res, next));
            return this.router;
          }
        }
      `,
      'src/orders.controller.ts': `
        import type { Request, Response } from 'express';
        import { Container } from 'typedi';
        import { OrdersService } from './orders.service';
        export class OrdersController {
          list = async (req: Request, res: Response) => { res.json(await Container.get(OrdersService).list()); };
          async create(req: Request, res: Response, next: NextFunction) { res.status(201).json(created); }
        }
      `,
      'src/orders.service.ts': `
        import knex from 'knex';
        const db = knex({});
        export class OrdersService { list() { return db('orders').select(); } }
      `,
    };
    expect(reading(files).endpoints).toEqual(['express GET /orders', 'express POST /orders']);
    expect(reading(files, 'src/orders.controller.ts').responses).toEqual(['json await Container.get(OrdersService).list(), leaks many orders (knex select)', 'json created']);
  });
});
