import { describe, expect, it } from 'vitest';
import { reading } from './reading.ts';

describe('fastify', () => {
  it('knows every way to register a route, and the schemas of each', () => {
    const { endpoints } = reading({
      'src/app.ts': `
        import Fastify from 'fastify';
        import { getOrder, listOptions } from './options';
        const app = Fastify({ logger: true });
        app.get('/orders', async (request, reply) => rows);
        app.post('/orders', { schema: { body: OrderInput, response: { 201: OrderOutput } } }, async (request, reply) => row);
        app.get('/orders/:id', getOrder);
        app.get('/list', listOptions, async () => rows);
        app.query('/search', { handler: async () => rows });
        app.route({ method: ['PUT', 'PATCH'], url: '/orders/:id', schema: { params: Id, body: OrderInput }, handler: async function (request, reply) { return row; } });
        app.withTypeProvider<ZodTypeProvider>().delete('/orders/:id', { schema: { response: { 204: z.null() } } }, async () => null);
        app.all('/anything', (request, reply) => { reply.send({}); });
      `,
      'src/options.ts': `
        import type { RouteHandlerMethod } from 'fastify';
        export const getOrder: RouteHandlerMethod = async (request, reply) => row;
        export const listOptions = { schema: { querystring: Page, response: { 200: Orders } } };
      `,
    });
    expect(endpoints).toEqual([
      'fastify GET /orders',
      'fastify POST /orders, input schema, output schema',
      'fastify GET /orders/:id',
      'fastify GET /list, input schema, output schema',
      'fastify QUERY /search',
      'fastify PUT|PATCH /orders/:id, input schema',
      'fastify DELETE /orders/:id, output schema',
      'fastify * /anything',
    ]);
  });

  it('takes a schema of errors for none of the answer, and options that cannot be seen for schemas', () => {
    const { endpoints } = reading({
      'src/app.ts': `
        import Fastify from 'fastify';
        import { createOptions, errorResponses, orderSchema } from '@acme/schemas';
        const app = Fastify();
        const base = { schema: { tags: ['orders'], response: { '2xx': Order } } };
        app.get('/a', { schema: { response: { 404: Problem, '5xx': Problem } } }, async () => row);
        app.get('/b', { schema: { response: { 201: Order } } }, async () => row);
        app.get('/c', { ...base }, async () => row);
        app.get('/d', { schema: orderSchema }, async () => row);
        app.get('/e', createOptions('e'), async () => row);
        app.get('/f', { schema: { response: { [StatusCodes.OK]: Order, ...errorResponses } } }, async () => row);
        app.get('/g', { config: { rateLimit: false }, schema: { tags: ['orders'] } }, async () => row);
      `,
    });
    expect(endpoints).toEqual([
      'fastify GET /a',
      'fastify GET /b, output schema',
      'fastify GET /c, output schema',
      'fastify GET /d, input schema, output schema',
      'fastify GET /e, input schema, output schema',
      'fastify GET /f, output schema',
      'fastify GET /g',
    ]);
  });

  it('knows plugins: typed, wrapped by fastify-plugin, inline, and by name in JavaScript', () => {
    const typed = `
      import type { FastifyPluginAsync, FastifyInstance } from 'fastify';
      import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
      import fp from 'fastify-plugin';
      const orders: FastifyPluginAsync = async (server) => { server.get('/orders', async () => orderRows); };
      const invoices: FastifyPluginAsyncTypebox = async (fastify, options): Promise<void> => { fastify.get('/invoices', async () => invoiceRows); };
      export default async function routes(instance: FastifyInstance, opts: object) { instance.get('/customers', async () => customerRows); }
      export const wrapped = fp(async (app) => { app.get('/wrapped', async () => wrappedRows); });
      export async function main(app: FastifyInstance) {
        app.register(async (child) => { child.get('/child', async () => childRows); }, { prefix: '/v1' });
      }
    `;
    expect(reading({ 'src/plugins.ts': typed })).toMatchObject({
      endpoints: ['fastify GET /orders', 'fastify GET /invoices', 'fastify GET /customers', 'fastify GET /wrapped', 'fastify GET /v1/child'],
      responses: [
        'return orderRows, of GET /orders',
        'return invoiceRows, of GET /invoices',
        'return customerRows, of GET /customers',
        'return wrappedRows, of GET /wrapped',
        'return childRows, of GET /v1/child',
      ],
    });
    const javascript = `module.exports = async function (fastify, opts) { fastify.get('/orders', async function (request, reply) { return rows; }); };`;
    expect(reading({ 'routes/orders.js': javascript }).endpoints).toEqual(['fastify GET /orders, likely']);
  });

  it('knows what is sent and returned, and that a reply is no payload', () => {
    const { responses } = reading({
      'src/app.ts': `
        import { fastify, type FastifyRequest, type FastifyReply } from 'fastify';
        const app = fastify();
        app.get('/a', async (request, reply) => {
          if (!request.user) return reply.code(401).send({ title: 'Who are you?' });
          reply.status(201);
          return order;
        });
        app.get('/b', (req, res) => { res.header('x', '1').type('text/csv').send(csv); });
        app.get('/c', async (request, reply) => { await reply.send(order); return reply; });
        app.get('/d', async function (this: FastifyInstance, request, reply) { await reply.send(ours); });
        app.get('/e', (request, reply) => { const send = reply.send.bind(reply); send(bound); });
        app.setErrorHandler((error, request, reply) => { reply.status(500).send({ title: error.message }); });
        app.addHook('preHandler', async (request, reply) => { if (!request.user) return reply.send(nobody); });
        export async function show(request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply) { return reply.send(shown); }
      `,
    });
    expect(responses).toEqual([
      "send { title: 'Who are you?' }, of GET /a",
      'return order, of GET /a',
      'send csv, of GET /b',
      'send order, of GET /c',
      'send ours, of GET /d',
      'send bound, of GET /e',
      'send { title: error.message }',
      'send nobody',
      'send shown',
    ]);
  });

  it('reads the logger of the server, the request and the reply as pino', () => {
    const { logs } = reading({
      'src/app.ts': `
        import Fastify from 'fastify';
        const app = Fastify({ logger: true });
        app.log.info('started');
        app.get('/orders', async (request, reply) => {
          request.log.warn({ orderId: 1 }, 'slow');
          const { log } = request;
          log.error(error, 'lost');
          return [];
        });
      `,
    });
    expect(logs).toEqual(["pino info, message 'started'", "pino warn, message 'slow', fields { orderId: 1 }", "pino error, message 'lost', fields error"]);
  });
});
