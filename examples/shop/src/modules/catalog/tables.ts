import { sql } from 'drizzle-orm';
import { check, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { newId } from '#shared/ids.ts';

export const products = pgTable(
  'products',
  {
    id: uuid('id').primaryKey().$defaultFn(newId),
    sku: text('sku').notNull().unique('products_sku_key'),
    name: text('name').notNull(),
    priceCents: integer('price_cents').notNull(),
    version: integer('version').notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [check('products_price_check', sql`${table.priceCents} > 0`)],
);

export type ProductRow = typeof products.$inferSelect;
