/** Packages that describe data: what they make is a schema, a type or a contract of messages, and reaches nothing. */
const SCHEMA_PACKAGES: ReadonlySet<string> = new Set([
  '@asteasolutions/zod-to-openapi',
  '@effect/schema',
  '@hapi/joi',
  '@hono/zod-openapi',
  '@nestjs/graphql',
  '@nestjs/mapped-types',
  '@nestjs/swagger',
  '@orpc/contract',
  '@sinclair/typebox',
  '@standard-schema/spec',
  '@ts-rest/core',
  '@vinejs/vine',
  'ajv',
  'arktype',
  'banditypes',
  'class-transformer',
  'class-validator',
  'computed-types',
  'decoders',
  'effect',
  'elysia',
  'fluent-json-schema',
  'graphql-tag',
  'io-ts',
  'io-ts-types',
  'joi',
  'json-schema-to-ts',
  'myzod',
  'nestjs-zod',
  'newtype-ts',
  'ow',
  'purify-ts',
  'reflect-metadata',
  'runtypes',
  'superstruct',
  'suretype',
  'ts-brand',
  'ts-enum-util',
  'type-graphql',
  'typebox',
  'typia',
  'valibot',
  'yup',
  'zod',
  'zod-openapi',
]);

/** Packages whose types are rows and entities of a database, or describe them. */
const ENTITY_PACKAGES: ReadonlySet<string> = new Set([
  '.prisma/client',
  '@mikro-orm/core',
  '@prisma/client',
  'drizzle-orm',
  'kysely',
  'mongoose',
  'objection',
  'sequelize',
  'sequelize-typescript',
  'typeorm',
]);

/** Whether what a package makes is data alone. `zod/v4` is `zod`. */
export function isSchemaPackage(name: string): boolean {
  return SCHEMA_PACKAGES.has(name);
}

/** Whether a package's types are those of database rows. */
export function isEntityPackage(name: string): boolean {
  return ENTITY_PACKAGES.has(name);
}
