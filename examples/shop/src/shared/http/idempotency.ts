import { createHash } from 'node:crypto';
import { and, eq, lt, sql } from 'drizzle-orm';
import { jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Database, Transaction } from '../db/connection.ts';
import { Problem } from './problem.ts';

const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    scope: text('scope').notNull(),
    key: text('key').notNull(),
    fingerprint: text('fingerprint').notNull(),
    body: jsonb('body'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.key] })],
);

export const idempotencyHeaders = z.object({ 'idempotency-key': z.string().min(8).max(128) });

/** Who repeats what: the endpoint, the caller's key, and a digest of what was asked under it. */
export interface IdempotentRequest {
  readonly scope: string;
  readonly key: string;
  readonly fingerprint: string;
}

export function idempotentRequest(request: FastifyRequest): IdempotentRequest {
  return {
    scope: `${request.method} ${request.routeOptions.url}`,
    key: idempotencyHeaders.parse(request.headers)['idempotency-key'],
    fingerprint: createHash('sha256').update(request.url).update(JSON.stringify(request.body)).digest('hex'),
  };
}

/**
 * Claims the key, or returns the body that was stored under it in the last 24 hours. Undefined: nobody has finished the work, so do it.
 * Two requests with one key at a time: the second waits here for the first to commit, and then gets its response.
 */
export async function claimKey(tx: Transaction, request: IdempotentRequest): Promise<unknown> {
  const [claimed] = await tx
    .insert(idempotencyKeys)
    .values({ ...request })
    .onConflictDoUpdate({
      target: [idempotencyKeys.scope, idempotencyKeys.key],
      set: { fingerprint: request.fingerprint, body: null, createdAt: sql`now()` },
      setWhere: lt(idempotencyKeys.createdAt, sql`now() - interval '24 hours'`),
    })
    .returning({ key: idempotencyKeys.key });
  if (claimed) return undefined;

  const [stored] = await tx
    .select({ fingerprint: idempotencyKeys.fingerprint, body: idempotencyKeys.body })
    .from(idempotencyKeys)
    .where(isKey(request));
  if (stored && stored.fingerprint !== request.fingerprint) {
    throw new Problem(422, 'idempotency-key-reused', 'Idempotency key reused', 'This Idempotency-Key came with another request before.');
  }
  return stored?.body ?? undefined;
}

export async function storeResponse(tx: Transaction, request: IdempotentRequest, body: unknown): Promise<void> {
  await tx.update(idempotencyKeys).set({ body }).where(isKey(request));
}

/** Does `work` once for a key: data, events and response are committed together, and a repeated key gets the stored response. */
export async function once<Body>(
  db: Database,
  request: IdempotentRequest,
  schema: z.ZodType<Body>,
  work: (tx: Transaction) => Promise<Body>,
): Promise<Body> {
  return db.transaction(async (tx) => {
    const stored = await claimKey(tx, request);
    if (stored !== undefined) return schema.parse(stored);
    const body = await work(tx);
    await storeResponse(tx, request, body);
    return body;
  });
}

function isKey({ scope, key }: IdempotentRequest) {
  return and(eq(idempotencyKeys.scope, scope), eq(idempotencyKeys.key, key));
}
