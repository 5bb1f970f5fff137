import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { newId } from '#shared/ids.ts';
import { ORDER_STATUSES } from './contract.ts';

export const orders = pgTable(
  'orders',
  {
    id: uuid('id').primaryKey().$defaultFn(newId),
    customerId: uuid('customer_id').notNull(),
    status: text('status', { enum: ORDER_STATUSES }).notNull().default('placed'),
    totalCents: bigint('total_cents', { mode: 'number' }).notNull(),
    version: integer('version').notNull().default(1),
    placedAt: timestamp('placed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    check('orders_status_check', sql`${table.status} IN ('placed', 'paid')`),
    check('orders_total_check', sql`${table.totalCents} > 0`),
    index('orders_by_customer').on(table.customerId, table.id),
  ],
);

export const orderLines = pgTable(
  'order_lines',
  {
    id: uuid('id').primaryKey().$defaultFn(newId),
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.id),
    // No foreign key: the product belongs to `catalog`, and its table is none of our business.
    productId: uuid('product_id').notNull(),
    quantity: integer('quantity').notNull(),
    unitPriceCents: integer('unit_price_cents').notNull(),
  },
  (table) => [
    unique('order_lines_product_key').on(table.orderId, table.productId),
    check('order_lines_quantity_check', sql`${table.quantity} > 0`),
  ],
);

/** Our own copy of what `catalog` announced, as far as orders need it. */
export const orderableProducts = pgTable('orderable_products', {
  productId: uuid('product_id').primaryKey(),
  priceCents: integer('price_cents').notNull(),
  version: integer('version').notNull(),
});

export type OrderRow = typeof orders.$inferSelect;
export type OrderLineRow = typeof orderLines.$inferSelect;
