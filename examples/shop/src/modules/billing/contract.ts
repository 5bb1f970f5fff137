/** What may become of an invoice. */
export const INVOICE_STATUSES = ['open', 'paid'] as const;

export type InvoiceStatus = (typeof INVOICE_STATUSES)[number];
