import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ProductPriced } from '#modules/catalog/events.ts';
import { violatedConstraint } from '#shared/db/violations.ts';
import { newId } from '#shared/ids.ts';
import { startShop, type ProblemAnswer, type TestShop } from '#test/support/shop.ts';
import { orderLines } from '../../tables.ts';
import type { OrderResponse } from './schema.ts';

describe('place order', () => {
  const tea = newId();
  let shop: TestShop;
  before(async () => {
    shop = await startShop();
    await shop.publish(new ProductPriced({ productId: tea, name: 'Green tea', priceCents: 490, version: 1 }));
  });
  after(() => shop.close());

  const orderOf = (productId: string, quantity = 2) => ({ customerId: newId(), lines: [{ productId, quantity }] });
  const ordersOf = async (customerId: string) =>
    (await shop.get<{ items: unknown[] }>(`/v1/orders?customerId=${customerId}`)).body.items.length;

  it('answers with the order at our prices', async () => {
    const order = orderOf(tea);
    const { status, body } = await shop.post<OrderResponse>('/v1/orders', order);
    assert.equal(status, 201);
    assert.equal(body.totalCents, 980);
    assert.deepEqual(body.lines, [{ productId: tea, quantity: 2, unitPriceCents: 490 }]);
  });

  it('race: an impatient customer who sends one order three times at once orders once', async () => {
    const order = orderOf(tea);
    const key = newId();
    const answers = await Promise.all([1, 2, 3].map(() => shop.post<OrderResponse>('/v1/orders', order, key)));
    assert.equal(new Set(answers.map((answer) => answer.body.id)).size, 1);
    assert.equal(await ordersOf(order.customerId), 1);
  });

  it('integrity: a product that is not for sale is refused, and nothing is stored', async () => {
    const order = orderOf(newId());
    const { status, body } = await shop.post<ProblemAnswer>('/v1/orders', order);
    assert.equal(status, 422);
    assert.deepEqual(body.errors?.map((error) => error.pointer), ['/lines/0/productId']);
    assert.equal(await ordersOf(order.customerId), 0);
  });

  it('integrity: the database refuses a line without its order', async () => {
    const orphan = shop.db.insert(orderLines).values({ orderId: newId(), productId: tea, quantity: 1, unitPriceCents: 490 });
    await assert.rejects(orphan, (error) => violatedConstraint(error) === 'order_lines_order_id_fkey');
  });

  it('boundary: when the event cannot be written, there is no order, and the same key may try again', async () => {
    const order = orderOf(tea);
    const key = newId();
    await shop.withBrokenOutbox(async () => {
      await shop.post('/v1/orders', order, key);
      assert.equal(await ordersOf(order.customerId), 0);
    });
    const { status } = await shop.post('/v1/orders', order, key);
    assert.equal(status, 201);
  });

  it('boundary: a request without a key, or with an absurd quantity, ends at the gate', async () => {
    const withoutKey = await shop.send<ProblemAnswer>('POST', '/v1/orders', orderOf(tea));
    const absurd = await shop.post<ProblemAnswer>('/v1/orders', orderOf(tea, 100));
    assert.deepEqual([withoutKey.status, absurd.status], [400, 400]);
    assert.deepEqual(absurd.body.errors?.map((error) => error.pointer), ['/lines/0/quantity']);
  });
});
