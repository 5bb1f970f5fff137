import { boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { orders } from '../orders/index.ts';

export const invoices = pgTable('invoices', {
  id: uuid().defaultRandom().primaryKey(),
  orderId: uuid('order_id').notNull().references(() => orders.id),
  number: text('number').notNull(),
  amountCents: integer('amount_cents').notNull(),
  paid: boolean('paid').notNull().default(false),
});

export type Invoice = typeof invoices.$inferSelect;
