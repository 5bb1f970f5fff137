import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { newId } from '#shared/ids.ts';
import { startShop, type Created, type ProblemAnswer, type TestShop } from '#test/support/shop.ts';

describe('add product', () => {
  let shop: TestShop;
  before(async () => {
    shop = await startShop();
  });
  after(() => shop.close());

  it('answers with the product and stores it with its event', async () => {
    const { status, body } = await shop.post<Created>('/v1/products', { sku: 'TEA-1', name: 'Green tea', priceCents: 490 });
    assert.equal(status, 201);
    assert.match(body.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/, 'the key is a UUIDv7');
    assert.deepEqual(body, { id: body.id, sku: 'TEA-1', name: 'Green tea', priceCents: 490, version: 1 });
    assert.equal(await shop.relay.drain(), 1);
  });

  it('race: one key sent twice at once adds one product, and both callers get it', async () => {
    const key = newId();
    const product = { sku: 'TEA-2', name: 'Black tea', priceCents: 390 };
    const [first, second] = await Promise.all([
      shop.post<Created>('/v1/products', product, key),
      shop.post<Created>('/v1/products', product, key),
    ]);
    assert.deepEqual([first.status, second.status], [201, 201]);
    assert.equal(first.body.id, second.body.id);
    assert.equal(await shop.relay.drain(), 1, 'and it is announced once');
  });

  it('integrity: the second product with a SKU is refused by name', async () => {
    const product = { sku: 'TEA-3', name: 'White tea', priceCents: 790 };
    await shop.post('/v1/products', product);
    const { status, body } = await shop.post<ProblemAnswer>('/v1/products', product);
    assert.equal(status, 409);
    assert.equal(body.type, 'https://shop.example/problems/sku-taken');
  });

  it('boundary: when the event cannot be written, there is no product either', async () => {
    const product = { sku: 'TEA-4', name: 'Red tea', priceCents: 590 };
    await shop.withBrokenOutbox(async () => {
      const { status } = await shop.post('/v1/products', product);
      assert.equal(status, 409);
    });
    const { status } = await shop.post('/v1/products', product);
    assert.equal(status, 201);
  });

  it('boundary: a key that comes again with another body is refused', async () => {
    const key = newId();
    await shop.post('/v1/products', { sku: 'TEA-5', name: 'Yellow tea', priceCents: 990 }, key);
    const { status, body } = await shop.post<ProblemAnswer>('/v1/products', { sku: 'TEA-6', name: 'Blue tea', priceCents: 990 }, key);
    assert.equal(status, 422);
    assert.equal(body.type, 'https://shop.example/problems/idempotency-key-reused');
  });
});
