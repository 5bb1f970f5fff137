import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { invoiceFor } from './logic.ts';

describe('the invoice for an order', () => {
  it('has its total, and is due in two weeks, across the end of a year', () => {
    const order = { orderId: 'order', customerId: 'ann', totalCents: 980 };
    assert.deepEqual(invoiceFor(order, new Date('2026-12-24T18:00:00Z')), {
      orderId: 'order',
      customerId: 'ann',
      amountCents: 980,
      dueAt: new Date('2027-01-07T18:00:00Z'),
    });
  });
});
