import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from '#shared/http/pagination.ts';
import { startShop, type ProblemAnswer, type TestShop } from '#test/support/shop.ts';

interface Product {
  readonly sku: string;
}

describe('list products', () => {
  let shop: TestShop;
  before(async () => {
    shop = await startShop();
    for (const number of [1, 2, 3, 4, 5]) await addProduct(number);
  });
  after(() => shop.close());

  const addProduct = (number: number) => shop.post('/v1/products', { sku: `TEA-${number}`, name: `Tea ${number}`, priceCents: 400 });
  const list = (query: string) => shop.get<Page<Product>>(`/v1/products?${query}`);
  const skus = (page: Page<Product>) => page.items.map((product) => product.sku);

  it('goes from page to page, the newest first, to an end', async () => {
    const first = await list('limit=2');
    const second = await list(`limit=2&cursor=${first.body.nextCursor}`);
    const third = await list(`limit=2&cursor=${second.body.nextCursor}`);
    assert.deepEqual([first, second, third].map(({ body }) => skus(body)), [['TEA-5', 'TEA-4'], ['TEA-3', 'TEA-2'], ['TEA-1']]);
    assert.equal(third.body.nextCursor, null);
  });

  it('race: a product added between two pages neither repeats nor hides another', async () => {
    const first = await list('limit=2');
    await addProduct(6);
    const second = await list(`limit=2&cursor=${first.body.nextCursor}`);
    assert.deepEqual(skus(second.body), ['TEA-3', 'TEA-2']);
  });

  it('boundary: a cursor that we never gave out is refused before any query', async () => {
    const { status, contentType } = await shop.get<ProblemAnswer>('/v1/products?cursor=bm90LWFuLWlk');
    assert.equal(status, 400);
    assert.match(contentType, /^application\/problem\+json/);
  });
});
