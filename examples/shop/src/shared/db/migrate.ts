import { readdir, readFile } from 'node:fs/promises';
import type { Database } from './connection.ts';

type Client = Database['$client'];

/** First line of a migration, as dbmate reads it: `CONCURRENTLY` is not allowed in a transaction. */
const OUTSIDE_TRANSACTION = /^-- migrate:up transaction:false$/m;

/**
 * Applies what is new in the folders, in the order of the files' names, each in its own transaction.
 * `lock_timeout` makes a migration that would queue behind a long query, and everyone else behind it, give up instead.
 */
export async function migrate(client: Client, folders: readonly URL[]): Promise<string[]> {
  await client.exec('CREATE TABLE IF NOT EXISTS schema_migrations (version text PRIMARY KEY)');
  const { rows } = await client.query<{ version: string }>('SELECT version FROM schema_migrations');
  const applied = new Set(rows.map((row) => row.version));
  const pending = (await migrationsIn(folders)).filter((migration) => !applied.has(migration.version));
  for (const migration of pending) await apply(client, migration);
  return pending.map((migration) => migration.version);
}

interface Migration {
  readonly version: string;
  readonly file: URL;
}

async function migrationsIn(folders: readonly URL[]): Promise<Migration[]> {
  const lists = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(folder);
      return names.filter((name) => name.endsWith('.sql')).map((name) => ({ version: name, file: new URL(name, folder) }));
    }),
  );
  return lists.flat().toSorted((a, b) => (a.version < b.version ? -1 : 1));
}

async function apply(client: Client, { version, file }: Migration): Promise<void> {
  const sql = await readFile(file, 'utf8');
  await client.exec("SET lock_timeout = '2s'");
  if (OUTSIDE_TRANSACTION.test(sql)) {
    await client.exec(sql);
    await client.query('INSERT INTO schema_migrations (version) VALUES ($1)', [version]);
  } else {
    await client.transaction(async (tx) => {
      await tx.exec(sql);
      await tx.query('INSERT INTO schema_migrations (version) VALUES ($1)', [version]);
    });
  }
  await client.exec('RESET lock_timeout');
}
