import { sql } from 'drizzle-orm';
import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const customers = pgTable('customers', {
  id: uuid('id').primaryKey().defaultRandom(),
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  passwordHash: text('password_hash').notNull(),
  resetToken: uuid('reset_token').notNull().default(sql`gen_random_uuid()`),
  createdAt: timestamp('created_at').notNull().defaultNow(),
});

export type Customer = typeof customers.$inferSelect;
