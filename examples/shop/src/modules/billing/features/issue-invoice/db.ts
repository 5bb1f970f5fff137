import type { Queryable } from '#shared/db/connection.ts';
import { invoices } from '../../tables.ts';
import type { NewInvoice } from './logic.ts';

/** The new invoice's id, or undefined when the order has its invoice: the event came twice. */
export async function insertInvoice(db: Queryable, invoice: NewInvoice): Promise<string | undefined> {
  const [row] = await db.insert(invoices).values(invoice).onConflictDoNothing({ target: invoices.orderId }).returning({ id: invoices.id });
  return row?.id;
}
