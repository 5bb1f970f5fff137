/** The contract of the room: one file's syntax tree in, its facts out. */
export type * from './types.ts';
export type { ReadOptions } from './read-facts.ts';
export { readFacts } from './read-facts.ts';
export { libraries } from '../libraries/index.ts';
export type { LibraryDefinition } from '../libraries/index.ts';
export type { RoleEvidence } from './roles.ts';
export { rolesOf } from './roles.ts';
export type { ScopeLike, ScopeManagerLike } from './source-file.ts';
export { sourceFileOf } from './source-file.ts';
export { bare, constantString, forEachChild, functionAround, isFunction, keyName, outer } from './tree.ts';
export { readSql } from './sql/index.ts';
export { readPrismaFile } from './prisma-file.ts';
export { readSqlFile } from './sql-file.ts';
export type { LoggerInScope, LogLevel } from './loggers.ts';
export { loggerAt } from './loggers.ts';
export { prismaVisitorKeys, readPrismaSchema } from './prisma-schema/index.ts';
