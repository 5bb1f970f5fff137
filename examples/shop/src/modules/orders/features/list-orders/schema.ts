import { z } from 'zod';
import { pageOf, pageQuery } from '#shared/http/pagination.ts';
import { problemResponses } from '#shared/http/problem.ts';
import { ORDER_STATUSES } from '../../contract.ts';
import type { OrderRow } from '../../tables.ts';

export const orderSummary = z.object({
  id: z.uuid(),
  status: z.enum(ORDER_STATUSES),
  totalCents: z.int(),
  placedAt: z.iso.datetime(),
});
export type OrderSummary = z.infer<typeof orderSummary>;

export function toOrderSummary(row: OrderRow): OrderSummary {
  return { id: row.id, status: row.status, totalCents: row.totalCents, placedAt: row.placedAt.toISOString() };
}

export const listOrdersSchema = {
  querystring: pageQuery.extend({ customerId: z.uuid() }),
  response: { 200: pageOf(orderSummary), ...problemResponses },
};
