/** The contract of the room: ESLint languages for files that are no JavaScript. */
import { prisma } from './prisma.ts';
import { sql } from './sql.ts';

/** The plugin's languages, by the name behind `fortress/`. */
export const languages = { sql, prisma } as const;
