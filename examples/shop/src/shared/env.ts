import { z } from 'zod';

const envSchema = z.object({
  HOST: z.string().min(1),
  PORT: z.coerce.number().int().min(0).max(65_535),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
  DATABASE_DIR: z.string().min(1),
  PAYMENTS_URL: z.url(),
  PAYMENTS_TOKEN: z.string().min(16),
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().positive(),
  RELAY_INTERVAL_MS: z.coerce.number().int().positive(),
});

export type Env = z.infer<typeof envSchema>;

/** The checked environment. A key that is missing or wrong stops the program before it serves anyone. */
export function readEnv(): Env {
  const result = envSchema.safeParse(process.env);
  if (!result.success) throw new Error(`The environment is incomplete:\n${z.prettifyError(result.error)}`);
  return result.data;
}
