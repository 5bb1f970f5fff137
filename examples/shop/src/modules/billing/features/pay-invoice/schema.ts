import { z } from 'zod';
import { idempotencyHeaders } from '#shared/http/idempotency.ts';
import { problemResponses } from '#shared/http/problem.ts';

export const paymentResponse = z.object({
  id: z.uuid(),
  invoiceId: z.uuid(),
  amountCents: z.int(),
  reference: z.string(),
});

export const payInvoiceSchema = {
  headers: idempotencyHeaders,
  params: z.object({ invoiceId: z.uuid() }),
  // What is paid is the invoice's amount, never the caller's.
  body: z.strictObject({}),
  response: { 201: paymentResponse, ...problemResponses },
};
