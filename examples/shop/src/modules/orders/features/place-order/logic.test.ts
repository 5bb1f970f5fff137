import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Problem } from '#shared/http/problem.ts';
import { priceOrder } from './logic.ts';

const prices = [
  { productId: 'tea', priceCents: 490 },
  { productId: 'cup', priceCents: 1_250 },
];

describe('the price of an order', () => {
  it('is the sum of its lines at our prices', () => {
    const order = priceOrder([{ productId: 'tea', quantity: 3 }, { productId: 'cup', quantity: 1 }], prices);
    assert.deepEqual(order, {
      lines: [
        { productId: 'tea', quantity: 3, unitPriceCents: 490 },
        { productId: 'cup', quantity: 1, unitPriceCents: 1_250 },
      ],
      totalCents: 2_720,
    });
  });

  it('does not exist for a product that is not for sale, and says for which', () => {
    const requested = [{ productId: 'tea', quantity: 1 }, { productId: 'pot', quantity: 1 }];
    assert.throws(
      () => priceOrder(requested, prices),
      (error) => error instanceof Problem && error.errors?.length === 1 && error.errors[0]?.pointer === '/lines/1/productId',
    );
  });
});
