import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { newId } from '#shared/ids.ts';
import { INVOICE_STATUSES } from './contract.ts';

export const invoices = pgTable(
  'invoices',
  {
    id: uuid('id').primaryKey().$defaultFn(newId),
    // No foreign key: the order belongs to `orders`. One invoice an order, however often we hear of it.
    orderId: uuid('order_id').notNull().unique('invoices_order_key'),
    customerId: uuid('customer_id').notNull(),
    amountCents: bigint('amount_cents', { mode: 'number' }).notNull(),
    status: text('status', { enum: INVOICE_STATUSES }).notNull().default('open'),
    version: integer('version').notNull().default(1),
    dueAt: timestamp('due_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    check('invoices_status_check', sql`${table.status} IN ('open', 'paid')`),
    check('invoices_amount_check', sql`${table.amountCents} > 0`),
    index('invoices_by_customer').on(table.customerId, table.id),
  ],
);

export const payments = pgTable(
  'payments',
  {
    id: uuid('id').primaryKey().$defaultFn(newId),
    invoiceId: uuid('invoice_id')
      .notNull()
      .references(() => invoices.id),
    status: text('status', { enum: ['pending', 'settled', 'declined'] }).notNull().default('pending'),
    providerReference: text('provider_reference'),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    // One payment an invoice is under way or done, whoever asks how often; after a declined one comes another.
    uniqueIndex('payments_one_per_invoice').on(table.invoiceId).where(sql`${table.status} <> 'declined'`),
    check('payments_status_check', sql`${table.status} IN ('pending', 'settled', 'declined')`),
  ],
);

export type InvoiceRow = typeof invoices.$inferSelect;
