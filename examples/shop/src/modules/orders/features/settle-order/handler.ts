import type { InvoicePaid } from '#modules/billing/events.ts';
import { staleObject } from '#shared/http/problem.ts';
import type { ModuleContext } from '#shared/module.ts';
import { findOrder, markPaid } from './db.ts';
import { unsettled } from './logic.ts';

/** Marks an order as paid once its invoice is. Whatever fails here fails the delivery, and the event comes again. */
export function settleOrder({ db, logger }: Pick<ModuleContext, 'db' | 'logger'>) {
  return async ({ orderId, invoiceId }: InvoicePaid['payload']): Promise<void> => {
    const order = unsettled(await findOrder(db, orderId), orderId);
    if (!order) return;
    if (!(await markPaid(db, order))) throw staleObject('order', orderId);
    logger.info({ event: 'orders.order_settled', orderId, invoiceId }, 'order settled');
  };
}
