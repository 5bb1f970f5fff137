import { z } from 'zod';
import { priceCents } from '#modules/catalog/contract.ts';
import { idempotencyHeaders } from '#shared/http/idempotency.ts';
import { problemResponses } from '#shared/http/problem.ts';
import { ORDER_STATUSES } from '../../contract.ts';
import type { OrderLineRow, OrderRow } from '../../tables.ts';

const requestedLine = z.object({
  productId: z.uuid(),
  quantity: z.int().min(1).max(99),
});
export type RequestedLine = z.infer<typeof requestedLine>;

export const placeOrderBody = z.object({
  customerId: z.uuid(),
  lines: z
    .array(requestedLine)
    .min(1)
    .max(50)
    .refine((lines) => new Set(lines.map((line) => line.productId)).size === lines.length, 'A product stands in one line only.'),
});

export const orderResponse = z.object({
  id: z.uuid(),
  customerId: z.uuid(),
  status: z.enum(ORDER_STATUSES),
  totalCents: z.int(),
  placedAt: z.iso.datetime(),
  lines: z.array(z.object({ productId: z.uuid(), quantity: z.int(), unitPriceCents: priceCents })),
});
export type OrderResponse = z.infer<typeof orderResponse>;

export function toOrderResponse(order: OrderRow, lines: readonly OrderLineRow[]): OrderResponse {
  return {
    id: order.id,
    customerId: order.customerId,
    status: order.status,
    totalCents: order.totalCents,
    placedAt: order.placedAt.toISOString(),
    lines: lines.map((line) => ({ productId: line.productId, quantity: line.quantity, unitPriceCents: line.unitPriceCents })),
  };
}

export const placeOrderSchema = {
  headers: idempotencyHeaders,
  body: placeOrderBody,
  response: { 201: orderResponse, ...problemResponses },
};
