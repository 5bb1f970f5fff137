import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '#shared/ids.ts';
import { startFakePaymentProvider } from '../scripts/fake-payment-provider.ts';

const MAIN = ['--import', 'tsx', 'src/main.ts'];
const ENV = {
  PATH: process.env.PATH,
  HOST: '127.0.0.1',
  PORT: '0',
  LOG_LEVEL: 'info',
  DATABASE_DIR: 'memory://',
  PAYMENTS_TOKEN: 'token-of-the-tests',
  RATE_LIMIT_PER_MINUTE: '1000',
  RELAY_INTERVAL_MS: '20',
};

describe('the program', () => {
  it('sells a product, from the catalogue to the paid order, and stops when told', async () => {
    const provider = await startFakePaymentProvider(0);
    const shop = spawn(process.execPath, MAIN, { env: { ...ENV, PAYMENTS_URL: provider.url }, stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const base = await addressOf(shop.stdout);
      const send = (method: string, path: string, body?: object) => request(`${base}${path}`, method, body);
      const customerId = newId();

      const product = await send('POST', '/v1/products', { sku: 'TEA-1', name: 'Green tea', priceCents: 490 });
      const lines = [{ productId: product.id, quantity: 2 }];
      const order = await eventually(() => send('POST', '/v1/orders', { customerId, lines }));
      const invoices = await eventually(async () => nonEmpty(await send('GET', `/v1/invoices?customerId=${customerId}`)));
      const payment = await send('POST', `/v1/invoices/${invoices[0]?.id}/payments`, {});
      const orders = await eventually(async () => {
        const page = nonEmpty(await send('GET', `/v1/orders?customerId=${customerId}`));
        assert.equal(page[0]?.status, 'paid');
        return page;
      });

      assert.equal(order.totalCents, 980);
      assert.equal(payment.amountCents, 980);
      assert.deepEqual(orders.map(({ id }) => id), [order.id]);
    } finally {
      shop.kill('SIGTERM');
      const [code] = await once(shop, 'exit');
      assert.equal(code, 0);
      await provider.close();
    }
  });

  it('does not start with half an environment, and says what is missing', () => {
    const { status, stderr } = spawnSync(process.execPath, MAIN, { env: { ...ENV, PORT: 'eighty' }, encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(stderr, /The environment is incomplete/);
    assert.match(stderr, /PAYMENTS_URL/);
    assert.match(stderr, /PORT/);
  });
});

interface Entity {
  readonly id?: string;
  readonly status?: string;
  readonly totalCents?: number;
  readonly amountCents?: number;
  readonly items?: readonly Entity[];
}

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  let address: string | undefined;
  for await (const line of createInterface(output)) {
    address = /Server listening at (http:\S+?)"/.exec(line)?.[1];
    if (address) break;
  }
  assert.ok(address, 'the shop stopped before it listened');
  // Nobody reads on, and a full pipe would stop the shop.
  output.resume();
  return address;
}

async function request(url: string, method: string, body?: object): Promise<Entity> {
  const response = await fetch(url, {
    method,
    headers: { 'idempotency-key': newId(), ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const entity = (await response.json()) as Entity;
  assert.ok(response.ok, `${method} ${url}: ${JSON.stringify(entity)}`);
  return entity;
}

function nonEmpty({ items = [] }: Entity): readonly Entity[] {
  assert.notEqual(items.length, 0);
  return items;
}

/** Events take their time: asks again for up to half a minute. */
async function eventually<Result>(attempt: () => Promise<Result>): Promise<Result> {
  const end = Date.now() + 30_000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(25);
    }
  }
}
