import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Problem } from '#shared/http/problem.ts';
import type { ProductRow } from '../../tables.ts';
import { changeable } from './logic.ts';

const tea: ProductRow = { id: 'tea', sku: 'TEA-1', name: 'Green tea', priceCents: 300, version: 4, createdAt: new Date(0) };

describe('which price changes are right', () => {
  for (const priceCents of [100, 299, 900]) {
    it(`300 may become ${priceCents}`, () => {
      assert.equal(changeable(tea, { productId: 'tea', priceCents, version: 4 }), tea);
    });
  }

  for (const priceCents of [99, 901, 30_000]) {
    it(`300 may not become ${priceCents} at once`, () => {
      assert.throws(() => changeable(tea, { productId: 'tea', priceCents, version: 4 }), { slug: 'price-jump', status: 422 });
    });
  }

  it('a product that is not there has no price', () => {
    assert.throws(() => changeable(undefined, { productId: 'tea', priceCents: 300, version: 4 }), Problem);
  });

  it('a caller who saw another version decided on old facts', () => {
    assert.throws(() => changeable(tea, { productId: 'tea', priceCents: 310, version: 3 }), { slug: 'stale-object', status: 409 });
  });
});
