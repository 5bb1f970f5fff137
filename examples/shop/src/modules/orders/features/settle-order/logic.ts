import { notFound } from '#shared/http/problem.ts';
import type { OrderRow } from '../../tables.ts';

/** The order to mark as paid, or undefined when that is done: the event came twice. */
export function unsettled(order: OrderRow | undefined, orderId: string): OrderRow | undefined {
  if (!order) throw notFound('order', orderId);
  return order.status === 'paid' ? undefined : order;
}
