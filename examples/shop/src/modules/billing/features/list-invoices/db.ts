import { and, desc, eq, lt } from 'drizzle-orm';
import type { Queryable } from '#shared/db/connection.ts';
import { invoices, type InvoiceRow } from '../../tables.ts';

/** The customer's newest invoices first, from the cursor on; one more than asked for, if there is one. */
export async function invoicesBefore(db: Queryable, customerId: string, cursor: string | undefined, limit: number): Promise<InvoiceRow[]> {
  return db
    .select()
    .from(invoices)
    .where(and(eq(invoices.customerId, customerId), cursor ? lt(invoices.id, cursor) : undefined))
    .orderBy(desc(invoices.id))
    .limit(limit + 1);
}
