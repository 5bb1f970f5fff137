import type { OrderPlaced } from '#modules/orders/events.ts';

const DAYS_TO_PAY = 14;

export interface NewInvoice {
  readonly orderId: string;
  readonly customerId: string;
  readonly amountCents: number;
  readonly dueAt: Date;
}

/** The invoice for an order: its total, due two weeks from now. */
export function invoiceFor(order: OrderPlaced['payload'], now: Date): NewInvoice {
  const dueAt = new Date(now);
  dueAt.setUTCDate(dueAt.getUTCDate() + DAYS_TO_PAY);
  return { orderId: order.orderId, customerId: order.customerId, amountCents: order.totalCents, dueAt };
}
