import { count, eq, sql } from 'drizzle-orm';
import { db } from '../../shared/db.ts';
import { markPaid } from '../orders';
import { orderPlaced } from '../orders/contract.ts';
import { invoices, type Invoice } from './billing.tables.ts';

export async function createInvoice(orderId: string, totalCents: number): Promise<Invoice | undefined> {
  const order = orderPlaced.parse({ orderId, totalCents });
  const number = await nextNumber();
  const [invoice] = await db.insert(invoices).values({ orderId: order.orderId, number, amountCents: order.totalCents }).returning();
  return invoice;
}

export async function payInvoice(id: string): Promise<Invoice | undefined> {
  const [invoice] = await db.update(invoices).set({ paid: true }).where(eq(invoices.id, id)).returning();
  if (invoice) await markPaid(invoice.orderId);
  return invoice;
}

export async function invoicePage(page: number, pageSize: number): Promise<Record<string, unknown>[]> {
  const { rows } = await db.execute(sql`
    SELECT i.*, o.customer_id
    FROM invoices i JOIN orders o ON o.id = i.order_id
    ORDER BY i.number
    LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}
  `);
  return rows;
}

export function invoiceSubject(number: string): string {
  return `Your invoice ${number}`;
}

async function nextNumber(): Promise<string> {
  const [row] = await db.select({ total: count() }).from(invoices);
  return `INV-2026-${(row?.total ?? 0) + 1}`;
}
