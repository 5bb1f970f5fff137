import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { newId } from '#shared/ids.ts';
import { startShop, type ProblemAnswer, type TestShop } from '#test/support/shop.ts';
import { invoices } from '../../tables.ts';

describe('pay invoice', () => {
  let shop: TestShop;
  let invoiceId: string;
  let url: string;
  before(async () => {
    shop = await startShop();
  });
  after(() => shop.close());
  beforeEach(async () => {
    invoiceId = newId();
    url = `/v1/invoices/${invoiceId}/payments`;
    await shop.db.insert(invoices).values({ id: invoiceId, orderId: newId(), customerId: newId(), amountCents: 980, dueAt: new Date() });
  });
  afterEach(() => {
    shop.provider.state.mood = 'succeed';
    shop.provider.charged.clear();
  });

  const pay = (key?: string) => shop.post<ProblemAnswer & { reference: string }>(url, {}, key);
  const charges = () => [...shop.provider.charged.values()];
  const status = async () => {
    const [row] = await shop.db.select().from(invoices).where(eq(invoices.id, invoiceId));
    return row?.status;
  };

  it('charges the amount of the invoice and marks it as paid', async () => {
    const answer = await pay();
    assert.equal(answer.status, 201);
    assert.match(answer.body.reference, /^charge-/);
    assert.deepEqual(charges(), [980]);
    assert.equal(await status(), 'paid');
  });

  it('race: two payments at once, of two people, charge once; the second is told', async () => {
    const answers = await Promise.all([pay(), pay()]);
    assert.deepEqual(answers.map((answer) => answer.status).toSorted(), [201, 409]);
    assert.deepEqual(charges(), [980]);
  });

  it('race: one payment sent twice at once charges once, and both callers get it', async () => {
    const key = newId();
    const [first, second] = await Promise.all([pay(key), pay(key)]);
    assert.deepEqual([first.status, second.status], [201, 201]);
    assert.deepEqual(first.body, second.body);
    assert.deepEqual(charges(), [980]);
  });

  it('integrity: a paid invoice is not paid again', async () => {
    await pay();
    const { status, body } = await pay();
    assert.equal(status, 409);
    assert.equal(body.type, 'https://shop.example/problems/already-paid');
    assert.deepEqual(charges(), [980]);
  });

  it('integrity: after a declined payment the next one is a payment of its own', async () => {
    shop.provider.state.mood = 'decline';
    assert.equal((await pay()).status, 402);
    assert.equal(await status(), 'open');
    shop.provider.state.mood = 'succeed';
    assert.equal((await pay()).status, 201);
  });

  it('boundary: a provider that hangs costs the time limit and no money, and the same key may try again', async () => {
    const key = newId();
    shop.provider.state.mood = 'hang';
    const answer = await pay(key);
    assert.equal(answer.status, 503);
    assert.equal(answer.body.type, 'https://shop.example/problems/payment-provider-unavailable');
    assert.equal(await status(), 'open');
    shop.provider.state.mood = 'succeed';
    assert.equal((await pay(key)).status, 201);
    assert.deepEqual(charges(), [980]);
  });

  it('boundary: when the payment is taken but cannot be written down, the next try finds it and does not charge again', async () => {
    await shop.withBrokenOutbox(async () => {
      await pay();
      assert.equal(await status(), 'open');
    });
    assert.equal((await pay()).status, 201);
    assert.deepEqual(charges(), [980]);
  });

  // Last, since it leaves the breaker open.
  it('boundary: after five failures nobody waits for the provider any more', async () => {
    shop.provider.state.mood = 'fail';
    for (let failure = 0; failure < 5; failure += 1) await pay();
    const { requests } = shop.provider.state;
    assert.equal((await pay()).status, 503);
    assert.equal(shop.provider.state.requests, requests, 'the sixth was not even sent');
  });
});
