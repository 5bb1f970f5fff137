import { notFound, Problem } from '#shared/http/problem.ts';
import type { InvoiceRow } from '../../tables.ts';

/** The invoice, if money may be taken for it. */
export function payable(invoice: InvoiceRow | undefined, invoiceId: string): InvoiceRow {
  if (!invoice) throw notFound('invoice', invoiceId);
  if (invoice.status === 'paid') throw new Problem(409, 'already-paid', 'Already paid', `The invoice ${invoiceId} is paid.`);
  return invoice;
}

/** The provider's no, as the caller reads it. */
export function declined(reason: string): Problem {
  return new Problem(402, 'payment-declined', 'Payment declined', reason);
}
