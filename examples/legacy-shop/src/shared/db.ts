import { readdirSync, readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import * as schema from '../models/index.ts';

export const client = new PGlite(process.env.DATABASE_DIR ?? 'memory://');
export const db = drizzle(client, { schema });

const MIGRATIONS = new URL('../../migrations/', import.meta.url);

export async function migrate(): Promise<void> {
  const { rows } = await client.query<{ exists: boolean }>("SELECT to_regclass('customers') IS NOT NULL AS exists");
  if (rows[0]?.exists) return;
  for (const name of readdirSync(MIGRATIONS).sort()) await client.exec(readFileSync(new URL(name, MIGRATIONS), 'utf8'));
}
