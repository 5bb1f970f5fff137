import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { appendToOutbox } from '#shared/events/outbox.ts';
import { idempotentRequest, once } from '#shared/http/idempotency.ts';
import type { ModuleContext } from '#shared/module.ts';
import { OrderPlaced } from '../../events.ts';
import { findPrices, insertOrder } from './db.ts';
import { priceOrder } from './logic.ts';
import { orderResponse, placeOrderSchema, toOrderResponse } from './schema.ts';

export const placeOrder: FastifyPluginAsyncZod<ModuleContext> = async (app, { db }) => {
  app.post('/v1/orders', { schema: placeOrderSchema }, async (request, reply) => {
    const { customerId, lines: requested } = request.body;
    const response = await once(db, idempotentRequest(request), orderResponse, async (tx) => {
      const prices = await findPrices(tx, requested.map((line) => line.productId));
      const { order, lines } = await insertOrder(tx, customerId, priceOrder(requested, prices));
      await appendToOutbox(tx, new OrderPlaced({ orderId: order.id, customerId, totalCents: order.totalCents }));
      return toOrderResponse(order, lines);
    });
    return reply.code(201).send(response);
  });
};
