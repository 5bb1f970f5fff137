import { and, desc, eq, lt } from 'drizzle-orm';
import type { Queryable } from '#shared/db/connection.ts';
import { orders, type OrderRow } from '../../tables.ts';

/** The customer's newest orders first, from the cursor on; one more than asked for, if there is one. */
export async function ordersBefore(db: Queryable, customerId: string, cursor: string | undefined, limit: number): Promise<OrderRow[]> {
  return db
    .select()
    .from(orders)
    .where(and(eq(orders.customerId, customerId), cursor ? lt(orders.id, cursor) : undefined))
    .orderBy(desc(orders.id))
    .limit(limit + 1);
}
