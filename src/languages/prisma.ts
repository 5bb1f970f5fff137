import { prismaVisitorKeys, readPrismaSchema } from '../facts/index.ts';
import { languageOf } from './language.ts';

/** `.prisma`: the schema. */
export const prisma = languageOf({ visitorKeys: prismaVisitorKeys, parse: readPrismaSchema });
