import { readPrismaSchema, tablesIn } from './prisma-schema/index.ts';
import type { Facts } from './types.ts';

/** The facts of a Prisma schema: the tables that its models declare. */
export function readPrismaFile(text: string, roles: Facts['roles'] = new Set()): Facts {
  return { roles, endpoint: [], response: [], query: [], table: tablesIn(readPrismaSchema(text)), log: [], 'entity-id': [] };
}
