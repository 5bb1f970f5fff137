import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const products = pgTable('products', {
  id: uuid('id').default(sql`gen_random_uuid()`).primaryKey(),
  name: text('name').notNull(),
  priceCents: integer('price_cents').notNull(),
  costCents: integer('cost_cents').notNull(),
  createdAt: timestamp('created_at').notNull().defaultNow(),
});

export const reviews = pgTable('reviews', {
  id: uuid('id').primaryKey().$defaultFn(() => randomUUID()),
  productId: uuid('product_id').notNull().references(() => products.id),
  stars: integer('stars').notNull(),
  text: text('text').notNull(),
});

export type Product = typeof products.$inferSelect;
