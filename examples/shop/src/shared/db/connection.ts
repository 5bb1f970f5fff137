import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { drizzle, type PgliteQueryResultHKT } from 'drizzle-orm/pglite';
import type { PgDatabase } from 'drizzle-orm/pg-core';

/** Opens PostgreSQL inside this process. Against a server this file is the only one that changes (`drizzle-orm/node-postgres`). */
export function connect(dataDir: string, options: PGliteOptions = {}) {
  return drizzle(new PGlite(dataDir, options));
}

export type Database = ReturnType<typeof connect>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
/** A database or a transaction: for queries that are right in either. */
export type Queryable = PgDatabase<PgliteQueryResultHKT>;
