import { and, asc, inArray, isNull, lt, lte, sql } from 'drizzle-orm';
import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '../db/connection.ts';
import { continueTrace, runInTrace } from '../trace.ts';
import type { EventBus } from './bus.ts';
import type { Envelope } from './event.ts';
import { outbox } from './outbox.ts';

const BATCH = 50;
const MAX_ATTEMPTS = 10;

interface RelayOptions {
  readonly db: Database;
  readonly bus: EventBus;
  readonly logger: FastifyBaseLogger;
}

/** Moves events from the outbox to the bus, at least once each. */
export class OutboxRelay {
  readonly #db: Database;
  readonly #bus: EventBus;
  readonly #logger: FastifyBaseLogger;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<unknown> = Promise.resolve();

  constructor({ db, bus, logger }: RelayOptions) {
    this.#db = db;
    this.#bus = bus;
    this.#logger = logger;
  }

  start(intervalMs: number): void {
    this.#timer = setTimeout(() => {
      this.#running = this.drain()
        .catch((error: unknown) => this.#logger.error({ event: 'outbox.drain_failed', err: error }, 'outbox not reached'))
        .finally(() => this.#timer && this.start(intervalMs));
    }, intervalMs);
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#running;
  }

  /** Publishes everything that is due, and what its listeners add; resolves to the number of events delivered. */
  async drain(): Promise<number> {
    let delivered = 0;
    for (let batch = await this.#claim(); batch.length > 0; batch = await this.#claim()) {
      const outcomes = await Promise.all(batch.map((envelope) => this.#deliver(envelope)));
      const done = batch.filter((_, index) => outcomes[index]).map((envelope) => envelope.id);
      await this.#markPublished(done);
      delivered += done.length;
    }
    return delivered;
  }

  /**
   * Takes a batch for this relay alone: rows that another one holds are skipped, and the later `available_at` keeps them ours once
   * the lock is gone. It is also when they come again if this process dies or a listener fails: after half a minute, then one, two …
   * Nothing is published in here: listeners would run inside our transaction.
   */
  async #claim(): Promise<Envelope[]> {
    return this.#db.transaction(async (tx) => {
      const due = await tx
        .select({ id: outbox.id, type: outbox.type, payload: outbox.payload, traceparent: outbox.traceparent })
        .from(outbox)
        .where(and(isNull(outbox.publishedAt), lte(outbox.availableAt, sql`now()`), lt(outbox.attempts, MAX_ATTEMPTS)))
        .orderBy(asc(outbox.id))
        .limit(BATCH)
        .for('update', { skipLocked: true });
      if (due.length === 0) return [];
      const ids = due.map((row) => row.id);
      await tx
        .update(outbox)
        .set({
          attempts: sql`${outbox.attempts} + 1`,
          availableAt: sql`now() + power(2, ${outbox.attempts}) * interval '30 seconds'`,
        })
        .where(inArray(outbox.id, ids));
      return due;
    });
  }

  async #deliver(envelope: Envelope): Promise<boolean> {
    return runInTrace(continueTrace(envelope.traceparent), async () => {
      try {
        await this.#bus.publish(envelope);
        return true;
      } catch (error) {
        this.#logger.warn({ event: 'outbox.delivery_failed', eventId: envelope.id, type: envelope.type, err: error }, 'event comes again');
        return false;
      }
    });
  }

  async #markPublished(ids: string[]): Promise<void> {
    await this.#db.update(outbox).set({ publishedAt: sql`now()` }).where(inArray(outbox.id, ids));
  }
}
