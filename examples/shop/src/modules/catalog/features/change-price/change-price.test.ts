import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { violatedConstraint } from '#shared/db/violations.ts';
import { newId } from '#shared/ids.ts';
import { startShop, type Created, type ProblemAnswer, type TestShop } from '#test/support/shop.ts';
import { products } from '../../tables.ts';

describe('change price', () => {
  let shop: TestShop;
  let url: string;
  let productId: string;
  before(async () => {
    shop = await startShop();
  });
  after(() => shop.close());
  beforeEach(async () => {
    const sku = `TEA-${newId().slice(-12).toUpperCase()}`;
    const { body } = await shop.post<Created>('/v1/products', { sku, name: 'Green tea', priceCents: 500 });
    productId = body.id;
    url = `/v1/products/${productId}`;
    await shop.relay.drain();
  });

  it('answers with the next version and announces the price', async () => {
    const { status, body } = await shop.patch<Created & { priceCents: number }>(url, { priceCents: 550, version: 1 });
    assert.equal(status, 200);
    assert.equal(body.priceCents, 550);
    assert.equal(body.version, 2);
    assert.equal(await shop.relay.drain(), 1);
  });

  it('race: of two changes to one version, one wins and the other is told', async () => {
    const answers = await Promise.all([
      shop.patch<ProblemAnswer>(url, { priceCents: 510, version: 1 }),
      shop.patch<ProblemAnswer>(url, { priceCents: 490, version: 1 }),
    ]);
    assert.deepEqual(answers.map((answer) => answer.status).toSorted(), [200, 409]);
    const loser = answers.find((answer) => answer.status === 409);
    assert.equal(loser?.body.type, 'https://shop.example/problems/stale-object');
    assert.equal(await shop.relay.drain(), 1, 'one change, one event');
  });

  it('integrity: the database itself refuses a price of nothing', async () => {
    const update = shop.db.update(products).set({ priceCents: 0 }).where(eq(products.id, productId));
    await assert.rejects(update, (error) => violatedConstraint(error) === 'products_price_check');
  });

  it('boundary: when the event cannot be written, the price stays', async () => {
    await shop.withBrokenOutbox(async () => {
      await shop.patch(url, { priceCents: 550, version: 1 });
    });
    const { status } = await shop.patch(url, { priceCents: 560, version: 1 });
    assert.equal(status, 200, 'version 1 is still the last');
  });
});
