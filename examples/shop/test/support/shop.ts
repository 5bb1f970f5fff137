import { sql } from 'drizzle-orm';
import type { DomainEvent } from '#shared/events/event.ts';
import { newId } from '#shared/ids.ts';
import { createLogger } from '#shared/logger.ts';
import { startFakePaymentProvider } from '../../scripts/fake-payment-provider.ts';
import { createShop } from '../../src/app.ts';
import { freshDatabase } from './database.ts';

export interface Answer<Body> {
  readonly status: number;
  readonly contentType: string;
  readonly body: Body;
}

export interface Created {
  readonly id: string;
  readonly version: number;
}

export interface ProblemAnswer {
  readonly type: string;
  readonly status: number;
  readonly instance: string;
  readonly errors?: readonly { pointer: string; detail: string }[];
}

type Method = 'GET' | 'POST' | 'PATCH';

/** The shop on a PostgreSQL of its own, with a payment provider that does as it is told and a log that is kept. */
export async function startShop({ rateLimitPerMinute = 10_000 } = {}) {
  const logs: string[] = [];
  const logger = createLogger('info', { write: (line) => logs.push(line) });
  const db = await freshDatabase();
  const provider = await startFakePaymentProvider(0);
  const shop = await createShop({
    db,
    logger,
    payments: { url: provider.url, token: 'token-of-the-tests' },
    rateLimitPerMinute,
  });

  async function send<Body>(method: Method, url: string, payload?: object, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    const answer = await shop.app.inject({ method, url, headers, ...(payload && { payload }) });
    return { status: answer.statusCode, contentType: String(answer.headers['content-type']), body: answer.json<Body>() };
  }

  return {
    ...shop,
    db,
    provider,
    logs,
    get: <Body>(url: string) => send<Body>('GET', url),
    post: <Body>(url: string, payload: object, key: string = newId()) => send<Body>('POST', url, payload, { 'idempotency-key': key }),
    patch: <Body>(url: string, payload: object, key: string = newId()) => send<Body>('PATCH', url, payload, { 'idempotency-key': key }),
    send,
    /** Hands an event to its listeners, as the relay does. */
    publish: (event: DomainEvent) => shop.bus.publish({ id: newId(), type: event.type, payload: event.payload, traceparent: '' }),
    /** Makes events come again now that failed before. */
    hurry: () => db.execute(sql`UPDATE outbox SET available_at = now() WHERE published_at IS NULL`),
    /** Runs `work` while no event can be written. */
    withBrokenOutbox: async (work: () => Promise<void>) => {
      await db.execute(sql`ALTER TABLE outbox ADD CONSTRAINT outbox_broken CHECK (false) NOT VALID`);
      try {
        await work();
      } finally {
        await db.execute(sql`ALTER TABLE outbox DROP CONSTRAINT outbox_broken`);
      }
    },
    close: async () => {
      await shop.app.close();
      if (!db.$client.closed) await db.$client.close();
      await provider.close();
    },
  };
}

export type TestShop = Awaited<ReturnType<typeof startShop>>;
