import { sql } from 'drizzle-orm';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Database } from '../db/connection.ts';
import { Problem, problemResponses } from './problem.ts';

const healthy = z.object({ status: z.literal('ok') });

/** Live: the process answers, so do not restart it. Ready: its database answers too, so send it traffic. */
export const health: FastifyPluginAsyncZod<{ db: Database }> = async (app, { db }) => {
  const config = { rateLimit: false } as const;

  app.get('/health/live', { config, schema: { response: { 200: healthy } } }, async () => ({ status: 'ok' as const }));

  app.get('/health/ready', { config, schema: { response: { 200: healthy, ...problemResponses } } }, async () => {
    try {
      await db.execute(sql`SELECT 1`);
    } catch (cause) {
      throw new Problem(503, 'not-ready', 'Not ready', 'The database does not answer.', { cause });
    }
    return { status: 'ok' as const };
  });
};
