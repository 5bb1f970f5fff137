import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from '#shared/http/pagination.ts';
import { newId } from '#shared/ids.ts';
import { startShop, type TestShop } from '#test/support/shop.ts';
import { orders } from '../../tables.ts';
import type { OrderSummary } from './schema.ts';

describe('list orders', () => {
  const [ann, bob] = [newId(), newId()];
  let shop: TestShop;
  before(async () => {
    shop = await startShop();
    await shop.db.insert(orders).values([ann, bob, ann, ann].map((customerId, index) => ({ customerId, totalCents: (index + 1) * 100 })));
  });
  after(() => shop.close());

  it("pages through one customer's orders and shows nobody else's", async () => {
    const first = await shop.get<Page<OrderSummary>>(`/v1/orders?customerId=${ann}&limit=2`);
    const second = await shop.get<Page<OrderSummary>>(`/v1/orders?customerId=${ann}&limit=2&cursor=${first.body.nextCursor}`);
    assert.deepEqual([...first.body.items, ...second.body.items].map((order) => order.totalCents), [400, 300, 100]);
    assert.equal(second.body.nextCursor, null);
  });

  it('tells callers no more than the schema says', async () => {
    const { body } = await shop.get<Page<object>>(`/v1/orders?customerId=${bob}`);
    assert.deepEqual(body.items.map((order) => Object.keys(order)), [['id', 'status', 'totalCents', 'placedAt']]);
  });
});
