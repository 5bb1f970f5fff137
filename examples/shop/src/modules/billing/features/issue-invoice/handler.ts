import type { OrderPlaced } from '#modules/orders/events.ts';
import type { ModuleContext } from '#shared/module.ts';
import { insertInvoice } from './db.ts';
import { invoiceFor } from './logic.ts';

/** Issues one invoice for each order that is placed. */
export function issueInvoice({ db, logger }: Pick<ModuleContext, 'db' | 'logger'>) {
  return async (order: OrderPlaced['payload']): Promise<void> => {
    const invoiceId = await insertInvoice(db, invoiceFor(order, new Date()));
    if (invoiceId) logger.info({ event: 'billing.invoice_issued', invoiceId, orderId: order.orderId }, 'invoice issued');
  };
}
