import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { toPage } from '#shared/http/pagination.ts';
import type { ModuleContext } from '#shared/module.ts';
import { invoicesBefore } from './db.ts';
import { listInvoicesSchema, toInvoiceResponse } from './schema.ts';

export const listInvoices: FastifyPluginAsyncZod<ModuleContext> = async (app, { db }) => {
  app.get('/v1/invoices', { schema: listInvoicesSchema }, async (request) => {
    const { customerId, cursor, limit } = request.query;
    return toPage(await invoicesBefore(db, customerId, cursor, limit), limit, toInvoiceResponse);
  });
};
