import { createShop } from './app.ts';
import { connect } from './shared/db/connection.ts';
import { readEnv } from './shared/env.ts';
import { createLogger } from './shared/logger.ts';

const env = readEnv();
const logger = createLogger(env.LOG_LEVEL);
const db = connect(env.DATABASE_DIR);
const { app, relay } = await createShop({
  db,
  logger,
  payments: { url: env.PAYMENTS_URL, token: env.PAYMENTS_TOKEN },
  rateLimitPerMinute: env.RATE_LIMIT_PER_MINUTE,
});

relay.start(env.RELAY_INTERVAL_MS);
await app.listen({ host: env.HOST, port: env.PORT });

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    logger.info({ event: 'process.stopping', signal }, 'stopping');
    void app.close().then(() => db.$client.close());
  });
}
