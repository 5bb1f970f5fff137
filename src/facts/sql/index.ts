import type { SqlFacts } from './types.ts';
export function readSql(text: string, options: { holes?: readonly { start: number; end: number }[] } = {}): SqlFacts { void text; void options; return { statements: [] }; }
export function uuidGeneratorIn(text: string): { version: number; generator: string } | undefined { const m = /gen_random_uuid\(\)|uuid_generate_v4\(\)/i.exec(text); return m ? { version: 4, generator: m[0] } : undefined; }
