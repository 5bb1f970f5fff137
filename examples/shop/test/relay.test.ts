import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { appendToOutbox, outbox } from '#shared/events/outbox.ts';
import { newId } from '#shared/ids.ts';
import { continueTrace, currentTrace, runInTrace } from '#shared/trace.ts';
import { startShop, type TestShop } from '#test/support/shop.ts';

const Ping = { type: 'test.ping', schema: z.object({ id: z.uuid() }) };

describe('the relay of the outbox', () => {
  let shop: TestShop;
  let received: { id: string; traceId: string | undefined }[];
  let fail: (() => void) | undefined;
  before(async () => {
    shop = await startShop();
    shop.bus.subscribe(Ping, async ({ id }) => {
      fail?.();
      received.push({ id, traceId: currentTrace()?.traceId });
    });
  });
  after(() => shop.close());
  beforeEach(() => {
    received = [];
    fail = undefined;
  });

  const append = async () => {
    const id = newId();
    await shop.db.transaction((tx) => appendToOutbox(tx, { type: Ping.type, payload: { id } }));
    return id;
  };

  it('delivers each event in the trace of the request that caused it', async () => {
    const trace = continueTrace(undefined);
    const id = await runInTrace(trace, append);
    assert.equal(await shop.relay.drain(), 1);
    assert.deepEqual(received, [{ id, traceId: trace.traceId }]);
    assert.equal(await shop.relay.drain(), 0, 'and only once');
  });

  it('race: two relays at once share the events and deliver none twice', async () => {
    const ids = [await append(), await append(), await append()];
    const delivered = await Promise.all([shop.relay.drain(), shop.relay.drain()]);
    assert.equal(delivered[0] + delivered[1], 3);
    assert.deepEqual(received.map((event) => event.id).toSorted(), ids);
  });

  it('integrity: an event of a transaction that is rolled back never happened', async () => {
    const rolledBack = shop.db.transaction(async (tx) => {
      await appendToOutbox(tx, { type: Ping.type, payload: { id: newId() } });
      tx.rollback();
    });
    await assert.rejects(rolledBack);
    assert.equal(await shop.relay.drain(), 0);
  });

  it('boundary: an event whose listener fails comes again, later', async () => {
    const id = await append();
    fail = () => {
      throw new Error('The listener is down');
    };
    assert.equal(await shop.relay.drain(), 0);
    fail = undefined;
    assert.equal(await shop.relay.drain(), 0, 'not at once');
    await shop.hurry();
    assert.equal(await shop.relay.drain(), 1);
    assert.deepEqual(received.map((event) => event.id), [id]);
  });

  it('boundary: an event that fails ten times waits for a person', async () => {
    const id = await append();
    await shop.db.update(outbox).set({ attempts: 10 }).where(eq(outbox.type, Ping.type));
    await shop.hurry();
    assert.equal(await shop.relay.drain(), 0);
    assert.ok(!received.some((event) => event.id === id));
  });
});
