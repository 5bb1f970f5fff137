import { inArray } from 'drizzle-orm';
import type { Transaction } from '#shared/db/connection.ts';
import { orderableProducts, orderLines, orders, type OrderLineRow, type OrderRow } from '../../tables.ts';
import type { KnownPrice, PricedOrder } from './logic.ts';

export async function findPrices(tx: Transaction, productIds: string[]): Promise<KnownPrice[]> {
  return tx
    .select({ productId: orderableProducts.productId, priceCents: orderableProducts.priceCents })
    .from(orderableProducts)
    .where(inArray(orderableProducts.productId, productIds));
}

export async function insertOrder(
  tx: Transaction,
  customerId: string,
  { lines, totalCents }: PricedOrder,
): Promise<{ order: OrderRow; lines: OrderLineRow[] }> {
  const [order] = await tx.insert(orders).values({ customerId, totalCents }).returning();
  if (!order) throw new Error('INSERT … RETURNING gave no row');
  const rows = await tx
    .insert(orderLines)
    .values(lines.map((line) => ({ ...line, orderId: order.id })))
    .returning();
  return { order, lines: rows };
}
