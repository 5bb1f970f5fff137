import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { appendToOutbox } from '#shared/events/outbox.ts';
import { claimKey, idempotentRequest, once } from '#shared/http/idempotency.ts';
import { staleObject } from '#shared/http/problem.ts';
import type { ModuleContext } from '#shared/module.ts';
import { InvoicePaid } from '../../events.ts';
import type { PaymentProvider } from '../../payment-provider.ts';
import { declinePayment, findInvoice, settleInvoice, settlePayment, startPayment } from './db.ts';
import { declined, payable } from './logic.ts';
import { payInvoiceSchema, paymentResponse } from './schema.ts';

/** Three steps, since no transaction may wait for a provider: write down that we pay, take the money, write down that we have it. */
export const payInvoice: FastifyPluginAsyncZod<ModuleContext & { provider: PaymentProvider }> = async (app, { db, provider }) => {
  app.post('/v1/invoices/:invoiceId/payments', { schema: payInvoiceSchema }, async (request, reply) => {
    const { invoiceId } = request.params;
    const key = idempotentRequest(request);

    const begun = await db.transaction(async (tx) => {
      const stored = await claimKey(tx, key);
      if (stored !== undefined) return { stored: paymentResponse.parse(stored) };
      const invoice = payable(await findInvoice(tx, invoiceId), invoiceId);
      return { invoice, paymentId: await startPayment(tx, invoiceId) };
    });
    if (begun.stored) return reply.code(201).send(begun.stored);

    const { invoice, paymentId } = begun;
    const result = await provider.charge({ paymentId, amountCents: invoice.amountCents });
    if (result.status === 'declined') {
      await declinePayment(db, paymentId);
      throw declined(result.reason);
    }

    const response = await once(db, key, paymentResponse, async (tx) => {
      if (!(await settleInvoice(tx, invoice))) throw staleObject('invoice', invoiceId);
      await settlePayment(tx, paymentId, result.reference);
      await appendToOutbox(tx, new InvoicePaid({ invoiceId, orderId: invoice.orderId, amountCents: invoice.amountCents }));
      return { id: paymentId, invoiceId, amountCents: invoice.amountCents, reference: result.reference };
    });
    request.log.info({ event: 'billing.invoice_paid', invoiceId, paymentId }, 'invoice paid');
    return reply.code(201).send(response);
  });
};
