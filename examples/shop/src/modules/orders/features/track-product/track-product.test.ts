import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { ProductPriced } from '#modules/catalog/events.ts';
import { newId } from '#shared/ids.ts';
import { startShop, type TestShop } from '#test/support/shop.ts';
import { orderableProducts } from '../../tables.ts';

describe('track product', () => {
  let shop: TestShop;
  before(async () => {
    shop = await startShop();
  });
  after(() => shop.close());

  const priced = (productId: string, version: number) =>
    new ProductPriced({ productId, name: 'Green tea', priceCents: version * 100, version });
  const priceOf = async (productId: string) => {
    const rows = await shop.db.select().from(orderableProducts).where(eq(orderableProducts.productId, productId));
    return rows.map((row) => row.priceCents);
  };

  it('race: an event that comes twice at once leaves one product', async () => {
    const id = newId();
    await Promise.all([shop.publish(priced(id, 1)), shop.publish(priced(id, 1))]);
    assert.deepEqual(await priceOf(id), [100]);
  });

  it('integrity: an old price that comes late does not undo a newer one', async () => {
    const id = newId();
    await shop.publish(priced(id, 3));
    await shop.publish(priced(id, 2));
    assert.deepEqual(await priceOf(id), [300]);
  });

  it('boundary: an event that breaks its contract is refused and comes again', async () => {
    const event = priced(newId(), 1);
    await assert.rejects(shop.publish({ type: event.type, payload: { ...event.payload, priceCents: -1 } }));
  });
});
