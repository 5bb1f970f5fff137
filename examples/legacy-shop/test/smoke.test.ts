import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';

interface Entity {
  readonly id: string;
}

describe('the legacy shop', () => {
  const shop = spawn(process.execPath, ['--import', 'tsx', 'src/server.ts'], {
    env: { ...process.env, PORT: '0', DATABASE_DIR: 'memory://' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let base: string;
  before(async () => {
    let port: string | undefined;
    for await (const line of createInterface(shop.stdout)) {
      port = /port: (\d+)/.exec(line)?.[1];
      if (port) break;
    }
    assert.ok(port, 'the shop stopped before it listened');
    // Nobody reads on, and a full pipe would stop the shop.
    shop.stdout.resume();
    base = `http://127.0.0.1:${port}`;
  });
  after(async () => {
    shop.kill();
    await once(shop, 'exit');
  });

  const get = async <Body>(path: string) => (await (await fetch(base + path)).json()) as Body;
  const post = async <Body>(path: string, body: object) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(base + path, { method: 'POST', headers, body: JSON.stringify(body) });
    assert.ok(response.ok, `POST ${path}: ${response.status}`);
    return (await response.json()) as Body;
  };

  it('sells a product, from the catalogue to the shipment', async () => {
    const product = await post<Entity>('/products', { name: 'Green tea', priceCents: 1_000, costCents: 400 });
    const customer = await post<Entity>('/customers', { email: 'ann@example.com', name: 'Ann', password: 'correct horse' });
    const lines = [{ productId: product.id, quantity: 2 }];
    const order = await post<Entity & { totalCents: number }>('/orders', { customerId: customer.id, lines });
    assert.equal(order.totalCents, 2_380);

    const { invoice } = await get<{ invoice: Entity }>(`/invoices/of-order/${order.id}`);
    await post(`/invoices/${invoice.id}/payment`, {});
    const shipment = await post<{ trackingCode: string }>(`/shipments/${order.id}`, {});
    const shown = await get<{ status: string; tracking: string }>(`/orders/${order.id}`);
    assert.equal(shown.status, 'paid');
    assert.equal(shown.tracking, shipment.trackingCode);
  });

  it('answers on every other road', async () => {
    const { items } = await get<{ items: Entity[] }>('/products');
    const [customer] = await get<Entity[]>('/customers');
    const id = items[0]?.id;
    const roads = [
      ...['', '/feed', '/names', '/count', `/${id}`, `/${id}/card`, `/${id}/reviews?offset=1`].map((road) => `/products${road}`),
      ...['/search?name=Ann&offset=1', '/emails', '/newsletter', '/export'].map((road) => `/customers${road}`),
      ...[`/${customer?.id}`, `/${customer?.id}/profile`].map((road) => `/customers${road}`),
      ...['/health', '/orders', '/invoices', '/shipments', '/shipments/statuses'],
    ];
    const statuses = await Promise.all(roads.map(async (road) => [road, (await fetch(base + road)).status] as const));
    assert.deepEqual(statuses.filter(([, status]) => status !== 200), []);
  });
});
