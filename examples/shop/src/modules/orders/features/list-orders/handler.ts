import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { toPage } from '#shared/http/pagination.ts';
import type { ModuleContext } from '#shared/module.ts';
import { ordersBefore } from './db.ts';
import { listOrdersSchema, toOrderSummary } from './schema.ts';

export const listOrders: FastifyPluginAsyncZod<ModuleContext> = async (app, { db }) => {
  app.get('/v1/orders', { schema: listOrdersSchema }, async (request) => {
    const { customerId, cursor, limit } = request.query;
    return toPage(await ordersBefore(db, customerId, cursor, limit), limit, toOrderSummary);
  });
};
