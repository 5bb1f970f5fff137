import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startShop, type ProblemAnswer, type TestShop } from '#test/support/shop.ts';

describe('what every endpoint does', () => {
  let shop: TestShop;
  before(async () => {
    shop = await startShop({ rateLimitPerMinute: 20 });
  });
  after(() => shop.close());

  it('tells of errors as problem details', async () => {
    const { status, contentType, body } = await shop.get<ProblemAnswer>('/v1/nowhere?page=2');
    assert.equal(status, 404);
    assert.match(contentType, /^application\/problem\+json/);
    assert.deepEqual(body, {
      type: 'https://shop.example/problems/not-found',
      title: 'Not found',
      status: 404,
      detail: 'There is no GET /v1/nowhere?page=2.',
      instance: '/v1/nowhere?page=2',
    });
  });

  it('tells of a body that is no JSON as a problem too', async () => {
    const answer = await shop.app.inject({
      method: 'POST',
      url: '/v1/products',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'some-key-1' },
      payload: '{"sku": ',
    });
    assert.equal(answer.statusCode, 400);
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
  });

  it("stays in the caller's trace, in the answer and in the log", async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const answer = await shop.app.inject({ url: '/v1/products', headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` } });
    assert.match(String(answer.headers.traceparent), new RegExp(`^00-${traceId}-[0-9a-f]{16}-01$`));
    assert.ok(shop.logs.some((line) => line.includes(traceId)));
  });

  it('is live and ready', async () => {
    assert.equal((await shop.get('/health/live')).status, 200);
    assert.equal((await shop.get('/health/ready')).status, 200);
  });

  it('stops a caller who asks too often, and never the probes', async () => {
    const statuses: number[] = [];
    for (let request = 0; request <= 20; request += 1) statuses.push((await shop.get('/v1/products')).status);
    assert.equal(statuses.at(-1), 429);
    assert.equal((await shop.get('/health/live')).status, 200);
    const { contentType, body } = await shop.get<ProblemAnswer>('/v1/products');
    assert.match(contentType, /^application\/problem\+json/);
    assert.equal(body.type, 'https://shop.example/problems/too-many-requests');
  });

  it('is live but not ready without its database', async () => {
    await shop.db.$client.close();
    assert.equal((await shop.get('/health/live')).status, 200);
    const { status, body } = await shop.get<ProblemAnswer>('/health/ready');
    assert.equal(status, 503);
    assert.equal(body.type, 'https://shop.example/problems/not-ready');
  });
});
