import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { appendToOutbox } from '#shared/events/outbox.ts';
import { idempotentRequest, once } from '#shared/http/idempotency.ts';
import { staleObject } from '#shared/http/problem.ts';
import type { ModuleContext } from '#shared/module.ts';
import { productResponse, toProductPriced, toProductResponse } from '../../product.ts';
import { findProduct, updatePrice } from './db.ts';
import { changeable } from './logic.ts';
import { changePriceSchema } from './schema.ts';

export const changePrice: FastifyPluginAsyncZod<ModuleContext> = async (app, { db }) => {
  app.patch('/v1/products/:productId', { schema: changePriceSchema }, async (request, reply) => {
    const { productId } = request.params;
    const response = await once(db, idempotentRequest(request), productResponse, async (tx) => {
      const seen = changeable(await findProduct(tx, productId), { productId, ...request.body });
      const product = await updatePrice(tx, seen, request.body.priceCents);
      if (!product) throw staleObject('product', productId);
      await appendToOutbox(tx, toProductPriced(product));
      return toProductResponse(product);
    });
    return reply.send(response);
  });
};
