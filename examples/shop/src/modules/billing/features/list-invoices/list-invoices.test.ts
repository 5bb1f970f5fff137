import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from '#shared/http/pagination.ts';
import { newId } from '#shared/ids.ts';
import { startShop, type TestShop } from '#test/support/shop.ts';
import { invoices } from '../../tables.ts';
import type { InvoiceResponse } from './schema.ts';

describe('list invoices', () => {
  const [ann, bob] = [newId(), newId()];
  let shop: TestShop;
  before(async () => {
    shop = await startShop();
    const dueAt = new Date('2027-01-07T18:00:00Z');
    await shop.db
      .insert(invoices)
      .values([ann, bob, ann].map((customerId, index) => ({ customerId, orderId: newId(), amountCents: index + 1, dueAt })));
  });
  after(() => shop.close());

  it("pages through one customer's invoices and shows nobody else's", async () => {
    const first = await shop.get<Page<InvoiceResponse>>(`/v1/invoices?customerId=${ann}&limit=1`);
    const second = await shop.get<Page<InvoiceResponse>>(`/v1/invoices?customerId=${ann}&limit=1&cursor=${first.body.nextCursor}`);
    assert.deepEqual([...first.body.items, ...second.body.items].map((invoice) => invoice.amountCents), [3, 1]);
    assert.equal(second.body.nextCursor, null);
  });
});
