import { z } from 'zod';
import { pageOf, pageQuery } from '#shared/http/pagination.ts';
import { problemResponses } from '#shared/http/problem.ts';
import { INVOICE_STATUSES } from '../../contract.ts';
import type { InvoiceRow } from '../../tables.ts';

export const invoiceResponse = z.object({
  id: z.uuid(),
  orderId: z.uuid(),
  amountCents: z.int(),
  status: z.enum(INVOICE_STATUSES),
  dueAt: z.iso.datetime(),
});
export type InvoiceResponse = z.infer<typeof invoiceResponse>;

export function toInvoiceResponse(row: InvoiceRow): InvoiceResponse {
  return { id: row.id, orderId: row.orderId, amountCents: row.amountCents, status: row.status, dueAt: row.dueAt.toISOString() };
}

export const listInvoicesSchema = {
  querystring: pageQuery.extend({ customerId: z.uuid() }),
  response: { 200: pageOf(invoiceResponse), ...problemResponses },
};
