import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { appendToOutbox } from '#shared/events/outbox.ts';
import { idempotentRequest, once } from '#shared/http/idempotency.ts';
import type { ModuleContext } from '#shared/module.ts';
import { productResponse, toProductPriced, toProductResponse } from '../../product.ts';
import { insertProduct } from './db.ts';
import { explain } from './logic.ts';
import { addProductSchema } from './schema.ts';

export const addProduct: FastifyPluginAsyncZod<ModuleContext> = async (app, { db }) => {
  app.post('/v1/products', { schema: addProductSchema }, async (request, reply) => {
    try {
      const response = await once(db, idempotentRequest(request), productResponse, async (tx) => {
        const product = await insertProduct(tx, request.body);
        await appendToOutbox(tx, toProductPriced(product));
        return toProductResponse(product);
      });
      return await reply.code(201).send(response);
    } catch (error) {
      throw explain(error, request.body.sku);
    }
  });
};
