import { z } from 'zod';

export const invoicePaid = z.object({
  invoiceId: z.uuid(),
  orderId: z.uuid(),
  amountCents: z.int().positive(),
});

/** The money is there. */
export class InvoicePaid {
  static readonly type = 'billing.invoice-paid';
  static readonly schema = invoicePaid;
  readonly type = InvoicePaid.type;
  readonly payload: z.infer<typeof invoicePaid>;

  constructor(payload: z.infer<typeof invoicePaid>) {
    this.payload = payload;
  }
}
