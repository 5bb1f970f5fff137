import { and, eq } from 'drizzle-orm';
import type { Queryable } from '#shared/db/connection.ts';
import { orders, type OrderRow } from '../../tables.ts';

export async function findOrder(db: Queryable, id: string): Promise<OrderRow | undefined> {
  const [row] = await db.select().from(orders).where(eq(orders.id, id));
  return row;
}

/** False when the order has another version by now. */
export async function markPaid(db: Queryable, seen: OrderRow): Promise<boolean> {
  const updated = await db
    .update(orders)
    .set({ status: 'paid', version: seen.version + 1 })
    .where(and(eq(orders.id, seen.id), eq(orders.version, seen.version)))
    .returning({ id: orders.id });
  return updated.length === 1;
}
