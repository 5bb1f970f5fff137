import { defineLibrary } from './definition.ts';
import type { Call, Export } from './definition.ts';
import { each } from './shapes.ts';

// Source: zod 4.6 documentation and exports (zod, zod/mini, zod/v3, zod/v4): what `parse` and its like return holds the schema's fields, no others.

const made: Call = { gives: 'mapped' };
const safe: Call = { gives: { data: 'mapped', success: 'scalar', error: 'scalar' } };
const parsing = {
  ...each('parse parseAsync decode decodeAsync encode encodeAsync', made),
  ...each('safeParse safeParseAsync spa safeDecode safeDecodeAsync safeEncode safeEncodeAsync', safe),
};

/** `z.parse(schema, value)`: the functions of zod/mini. */
const functions = Object.fromEntries(Object.entries(parsing).map(([name, call]): [string, Export] => [name, { call }]));

export const zod = defineLibrary({
  name: 'zod',
  concern: 'validation',
  modules: ['zod', 'zod/**', 'zod-openapi', '@hono/zod-openapi', 'nestjs-zod/z', '@asteasolutions/zod-to-openapi', 'fastify-zod-openapi'],
  exports: {
    ...each('default z zod', { gives: 'z' }),
    ...functions,
    ...each('ZodType ZodTypeAny ZodSchema ZodObject ZodRawShape AnyZodObject', { type: 'schema' }),
  },
  types: {
    z: { methods: parsing, anyMethod: { gives: 'schema' }, anyProperty: { gives: 'z' } },
    schema: { methods: parsing, anyMethod: { gives: 'this' }, properties: { shape: 'shape' } },
    shape: { anyProperty: { gives: 'schema' } },
  },
  names: each('*Schema *schema', { is: 'schema', evidence: 'shape' }),
});

/** Schemas that are made from tables. */
export const drizzleZod = defineLibrary({
  name: 'drizzle-zod',
  concern: 'validation',
  modules: ['drizzle-zod', 'drizzle-orm/zod'],
  exports: each('createSelectSchema createInsertSchema createUpdateSchema', { call: { gives: 'zod.schema' } }),
});
