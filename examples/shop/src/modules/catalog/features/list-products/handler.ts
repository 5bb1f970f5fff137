import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { toPage } from '#shared/http/pagination.ts';
import type { ModuleContext } from '#shared/module.ts';
import { toProductResponse } from '../../product.ts';
import { productsBefore } from './db.ts';
import { listProductsSchema } from './schema.ts';

export const listProducts: FastifyPluginAsyncZod<ModuleContext> = async (app, { db }) => {
  app.get('/v1/products', { schema: listProductsSchema }, async (request) => {
    const { cursor, limit } = request.query;
    return toPage(await productsBefore(db, cursor, limit), limit, toProductResponse);
  });
};
