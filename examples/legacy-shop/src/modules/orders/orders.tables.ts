import { randomUUID } from 'node:crypto';
import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { customers } from '../../models/customer.model.ts';
import { products } from '../../models/product.model.ts';

export const orders = pgTable('orders', {
  id: uuid('id').primaryKey().$defaultFn(randomUUID),
  customerId: uuid('customer_id').notNull().references(() => customers.id),
  status: text('status').notNull().default('placed'),
  totalCents: integer('total_cents').notNull(),
  createdAt: timestamp('created_at').notNull().defaultNow(),
});

export const orderLines = pgTable('order_lines', {
  id: uuid('id').primaryKey().defaultRandom(),
  orderId: uuid('order_id').notNull().references(() => orders.id),
  productId: uuid('product_id').notNull().references(() => products.id),
  quantity: integer('quantity').notNull(),
});

export type Order = typeof orders.$inferSelect;
