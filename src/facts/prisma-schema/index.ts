/** A `.prisma` file in, its syntax tree and tables out. */
export type * from './nodes.ts';
export { prismaVisitorKeys } from './nodes.ts';
export { readPrismaSchema } from './read-prisma-schema.ts';
export type { PrismaTable } from './tables.ts';
export { tablesIn } from './tables.ts';
export { generatedClientPaths } from './generated-client.ts';
