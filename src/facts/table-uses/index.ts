/** What a file says about tables: which it declares, which it uses, and its SQL. */
export type * from './types.ts';
export type { Mentions } from './mentions.ts';
export { mentionsOf } from './mentions.ts';
export { readPrismaTables } from './prisma-tables.ts';
export { readTables } from './read-tables.ts';
export { readSqlTables } from './sql-file-tables.ts';
