import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Transaction } from '../db/connection.ts';
import { newId } from '../ids.ts';
import { currentTraceparent } from '../trace.ts';
import type { DomainEvent } from './event.ts';

export const outbox = pgTable('outbox', {
  id: uuid('id').primaryKey().$defaultFn(newId),
  type: text('type').notNull(),
  payload: jsonb('payload').notNull(),
  traceparent: text('traceparent').notNull(),
  occurredAt: timestamp('occurred_at', { withTimezone: true }).notNull().defaultNow(),
  attempts: integer('attempts').notNull().default(0),
  availableAt: timestamp('available_at', { withTimezone: true }).notNull().defaultNow(),
  publishedAt: timestamp('published_at', { withTimezone: true }),
});

/** Stores the event with the data change that it tells of: both are committed, or neither. Hence a transaction, never a plain database. */
export async function appendToOutbox(tx: Transaction, event: DomainEvent): Promise<void> {
  await tx.insert(outbox).values({ type: event.type, payload: event.payload, traceparent: currentTraceparent() });
}
