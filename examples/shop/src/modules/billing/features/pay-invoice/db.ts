import { and, eq, ne, sql } from 'drizzle-orm';
import type { Queryable, Transaction } from '#shared/db/connection.ts';
import { invoices, payments, type InvoiceRow } from '../../tables.ts';

export async function findInvoice(tx: Transaction, id: string): Promise<InvoiceRow | undefined> {
  const [row] = await tx.select().from(invoices).where(eq(invoices.id, id));
  return row;
}

/** The id of the one payment that is under way for the invoice: a new one, or one that an earlier attempt left behind. */
export async function startPayment(tx: Transaction, invoiceId: string): Promise<string> {
  const [started] = await tx
    .insert(payments)
    .values({ invoiceId })
    .onConflictDoNothing({ target: payments.invoiceId, where: sql`status <> 'declined'` })
    .returning({ id: payments.id });
  if (started) return started.id;

  const [pending] = await tx
    .select({ id: payments.id })
    .from(payments)
    .where(and(eq(payments.invoiceId, invoiceId), ne(payments.status, 'declined')));
  if (!pending) throw new Error('A payment stood in the way, and is gone');
  return pending.id;
}

export async function declinePayment(db: Queryable, id: string): Promise<void> {
  await db.update(payments).set({ status: 'declined' }).where(and(eq(payments.id, id), eq(payments.status, 'pending')));
}

/** False when the invoice has another version by now. */
export async function settleInvoice(tx: Transaction, seen: InvoiceRow): Promise<boolean> {
  const updated = await tx
    .update(invoices)
    .set({ status: 'paid', version: seen.version + 1 })
    .where(and(eq(invoices.id, seen.id), eq(invoices.version, seen.version)))
    .returning({ id: invoices.id });
  return updated.length === 1;
}

export async function settlePayment(tx: Transaction, id: string, providerReference: string): Promise<void> {
  await tx.update(payments).set({ status: 'settled', providerReference }).where(eq(payments.id, id));
}
