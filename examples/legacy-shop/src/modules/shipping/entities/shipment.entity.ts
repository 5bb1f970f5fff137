import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { orders } from '../../orders/orders.tables.ts';

export const shipments = pgTable('shipments', {
  id: uuid('id').primaryKey(),
  orderId: uuid('order_id').notNull().references(() => orders.id),
  trackingCode: uuid('tracking_code').notNull().defaultRandom(),
  carrierAccount: text('carrier_account').notNull(),
  shippedAt: timestamp('shipped_at'),
});

export type Shipment = typeof shipments.$inferSelect;
