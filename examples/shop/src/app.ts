import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { billing } from './modules/billing/index.ts';
import { catalog } from './modules/catalog/index.ts';
import { orders } from './modules/orders/index.ts';
import type { Database } from './shared/db/connection.ts';
import { migrate } from './shared/db/migrate.ts';
import { EventBus } from './shared/events/bus.ts';
import { OutboxRelay } from './shared/events/relay.ts';
import { useProblemDetails } from './shared/http/error-handler.ts';
import { health } from './shared/http/health.ts';
import { Problem } from './shared/http/problem.ts';
import { useTracing } from './shared/http/tracing.ts';

const KERNEL_MIGRATIONS = new URL('./shared/db/migrations/', import.meta.url);

export interface ShopOptions {
  readonly db: Database;
  readonly logger: FastifyBaseLogger;
  readonly payments: { url: string; token: string };
  readonly rateLimitPerMinute: number;
}

/** The whole program, wired but not yet listening. */
export async function createShop({ db, logger, payments, rateLimitPerMinute }: ShopOptions) {
  const modules = [catalog, orders, billing(payments)];
  const bus = new EventBus();
  const relay = new OutboxRelay({ db, bus, logger });
  await migrate(db.$client, [KERNEL_MIGRATIONS, ...modules.map((module) => module.migrations)]);

  const app: FastifyInstance = Fastify({ loggerInstance: logger });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  useTracing(app);
  useProblemDetails(app);
  await app.register(rateLimit, {
    max: rateLimitPerMinute,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, { after }) => new Problem(429, 'too-many-requests', 'Too many requests', `Try again in ${after}.`),
  });
  await app.register(health, { db });
  const context = { db, bus, logger };
  for (const module of modules) {
    await app.register(module.routes, context);
    module.listen?.(context);
  }
  app.addHook('onClose', () => relay.stop());
  return { app, bus, relay };
}
