/** SQL of any dialect in, what it does out. */
export type * from './types.ts';
export type { ReadSqlOptions } from './read-sql.ts';
export { readSql } from './read-sql.ts';
export type { SqlDialect, SqlHole } from './tokens.ts';
export { orderedGenerator, uuidGeneratorIn } from './uuid-generators.ts';
