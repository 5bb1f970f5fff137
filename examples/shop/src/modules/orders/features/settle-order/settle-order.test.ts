import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { InvoicePaid } from '#modules/billing/events.ts';
import { newId } from '#shared/ids.ts';
import { startShop, type TestShop } from '#test/support/shop.ts';
import { orders } from '../../tables.ts';

describe('settle order', () => {
  let shop: TestShop;
  let orderId: string;
  before(async () => {
    shop = await startShop();
  });
  after(() => shop.close());
  beforeEach(async () => {
    orderId = newId();
    await shop.db.insert(orders).values({ id: orderId, customerId: newId(), totalCents: 980 });
  });

  const paid = (id: string) => new InvoicePaid({ invoiceId: newId(), orderId: id, amountCents: 980 });
  const order = async () => {
    const [row] = await shop.db.select().from(orders).where(eq(orders.id, orderId));
    return { status: row?.status, version: row?.version };
  };

  it('marks the order as paid', async () => {
    await shop.publish(paid(orderId));
    assert.deepEqual(await order(), { status: 'paid', version: 2 });
  });

  it('race: an event that comes twice at once settles once; the loser comes again and finds it done', async () => {
    const outcomes = await Promise.allSettled([shop.publish(paid(orderId)), shop.publish(paid(orderId))]);
    assert.ok(outcomes.some((outcome) => outcome.status === 'fulfilled'));
    await shop.publish(paid(orderId));
    assert.deepEqual(await order(), { status: 'paid', version: 2 });
  });

  it('integrity: an invoice for an order that we do not have is an error, not a silence', async () => {
    await assert.rejects(shop.publish(paid(newId())), { slug: 'not-found' });
  });

  it('boundary: an event that breaks its contract changes nothing', async () => {
    await assert.rejects(shop.publish({ type: InvoicePaid.type, payload: { orderId } }));
    assert.deepEqual(await order(), { status: 'placed', version: 1 });
  });
});
