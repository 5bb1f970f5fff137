import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { v4, v7 } from 'uuid';

export const auditEvents = pgTable('audit_events', {
  id: uuid('id').primaryKey().$defaultFn(() => v7()),
  correlationId: uuid('correlation_id').notNull().$defaultFn(() => v4()),
  action: text('action').notNull(),
  happenedAt: timestamp('happened_at').notNull().defaultNow(),
});
