import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { OrderPlaced } from '#modules/orders/events.ts';
import { violatedConstraint } from '#shared/db/violations.ts';
import { newId } from '#shared/ids.ts';
import { startShop, type TestShop } from '#test/support/shop.ts';
import { invoices } from '../../tables.ts';

describe('issue invoice', () => {
  let shop: TestShop;
  before(async () => {
    shop = await startShop();
  });
  after(() => shop.close());

  const placed = (orderId: string) => new OrderPlaced({ orderId, customerId: newId(), totalCents: 980 });
  const amountsFor = async (orderId: string) => {
    const rows = await shop.db.select().from(invoices).where(eq(invoices.orderId, orderId));
    return rows.map((row) => row.amountCents);
  };

  it('race: an order that we hear of twice at once gets one invoice', async () => {
    const event = placed(newId());
    await Promise.all([shop.publish(event), shop.publish(event)]);
    assert.deepEqual(await amountsFor(event.payload.orderId), [980]);
  });

  it('integrity: the database refuses a second invoice for an order, whoever writes it', async () => {
    const event = placed(newId());
    await shop.publish(event);
    const { orderId, customerId } = event.payload;
    const second = shop.db.insert(invoices).values({ orderId, customerId, amountCents: 1, dueAt: new Date() });
    await assert.rejects(second, (error) => violatedConstraint(error) === 'invoices_order_key');
  });

  it('boundary: an event that breaks its contract is refused and comes again', async () => {
    const orderId = newId();
    await assert.rejects(shop.publish({ type: OrderPlaced.type, payload: { orderId, totalCents: 'a lot' } }));
    assert.deepEqual(await amountsFor(orderId), []);
  });
});
