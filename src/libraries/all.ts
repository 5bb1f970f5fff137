import { adonis } from './adonis.ts';
import { ajv } from './ajv.ts';
import { arktype } from './arktype.ts';
import { astro, solidStart } from './astro.ts';
import { automapper } from './automapper.ts';
import { awsLambda } from './aws-lambda.ts';
import { betterSqlite3 } from './better-sqlite3.ts';
import { bun } from './bun.ts';
import { bunyan } from './bunyan.ts';
import { classTransformer } from './class-transformer.ts';
import { consola } from './consola.ts';
import { consoleLibrary } from './console.ts';
import { debug } from './debug.ts';
import { dependencyInjection } from './dependency-injection.ts';
import { drizzle } from './drizzle.ts';
import { effectSchema } from './effect-schema.ts';
import { elysia } from './elysia.ts';
import { express } from './express.ts';
import { fastJsonStringify } from './fast-json-stringify.ts';
import { fastify, fastifyPlugin } from './fastify.ts';
import { h3 } from './h3.ts';
import { hapi } from './hapi.ts';
import { hono } from './hono.ts';
import { joi } from './joi.ts';
import { knex } from './knex.ts';
import { koa, koaRouter, koaSpecRouter } from './koa.ts';
import { kysely } from './kysely.ts';
import { lodash, lodashChoosing } from './lodash.ts';
import { log4js } from './log4js.ts';
import { logger } from './logger.ts';
import { loglevel } from './loglevel.ts';
import { logtape } from './logtape.ts';
import { medusa } from './medusa.ts';
import { mikroOrm } from './mikro-orm.ts';
import { mongodb } from './mongodb.ts';
import { mongoose } from './mongoose.ts';
import { mariadb, mysql2, planetscale } from './mysql2.ts';
import { nestjsGraphql, typeGraphql } from './nestjs-graphql.ts';
import { nestjsLogger } from './nestjs-logger.ts';
import { nestjsMicroservices, nestjsWebsockets } from './nestjs-microservices.ts';
import { nestCommander, nestjsEvents, nestjsJobs } from './nestjs-roles.ts';
import { nestjsZod } from './nestjs-zod.ts';
import { nestjs } from './nestjs.ts';
import { nextSafeAction } from './next-safe-action.ts';
import { next } from './next.ts';
import { nodeCrypto } from './node-crypto.ts';
import { nodeHttp } from './node-http.ts';
import { npmlog } from './npmlog.ts';
import { objection } from './objection.ts';
import { orpc } from './orpc.ts';
import { pg } from './pg.ts';
import { plainSql } from './plain-sql.ts';
import { nestjsPino, pino } from './pino.ts';
import { postgresJs } from './postgres-js.ts';
import { powertoolsLogger } from './powertools-logger.ts';
import { prisma } from './prisma.ts';
import { ramda } from './ramda.ts';
import { reactRouter } from './react-router.ts';
import { restify } from './restify.ts';
import { roarr } from './roarr.ts';
import { routingControllers, tsoa } from './routing-controllers.ts';
import { runtypes } from './runtypes.ts';
import { sequelizeTypescript } from './sequelize-typescript.ts';
import { sequelize } from './sequelize.ts';
import { serialization } from './serialization.ts';
import { signale } from './signale.ts';
import { slonik } from './slonik.ts';
import { superstruct } from './superstruct.ts';
import { sveltekit } from './sveltekit.ts';
import { trpc } from './trpc.ts';
import { tslog } from './tslog.ts';
import { typebox } from './typebox.ts';
import { typeorm } from './typeorm.ts';
import { nestjsPaginate, nestjsTypeormPaginate, typeormCursorPagination } from './typeorm-paginate.ts';
import { uniqueIds } from './unique-ids.ts';
import { uuid, uuidModules } from './uuid.ts';
import { valibot } from './valibot.ts';
import { vine } from './vine.ts';
import { webResponse } from './web-response.ts';
import { winston } from './winston.ts';
import { yup } from './yup.ts';
import { drizzleZod, zod } from './zod.ts';
import { zsa } from './zsa.ts';
import type { LibraryDefinition } from './definition.ts';

/** Every page, in the order in which names without an import are tried. */
export const libraries: readonly LibraryDefinition[] = [
  express,
  fastify,
  fastifyPlugin,
  hono,
  koa,
  koaRouter,
  koaSpecRouter,
  nestjs,
  nestjsZod,
  nestjsGraphql,
  typeGraphql,
  nestjsMicroservices,
  nestjsWebsockets,
  nestjsJobs,
  nestjsEvents,
  nestCommander,
  trpc,
  orpc,
  nextSafeAction,
  zsa,
  elysia,
  next,
  reactRouter,
  sveltekit,
  astro,
  solidStart,
  h3,
  medusa,
  adonis,
  hapi,
  restify,
  routingControllers,
  tsoa,
  awsLambda,
  nodeHttp,
  webResponse,
  consoleLibrary,
  pino,
  nestjsPino,
  winston,
  bunyan,
  nestjsLogger,
  consola,
  signale,
  tslog,
  roarr,
  logtape,
  log4js,
  loglevel,
  npmlog,
  debug,
  powertoolsLogger,
  logger,
  zod,
  drizzleZod,
  valibot,
  arktype,
  yup,
  joi,
  superstruct,
  runtypes,
  effectSchema,
  vine,
  ajv,
  typebox,
  fastJsonStringify,
  classTransformer,
  automapper,
  lodash,
  lodashChoosing,
  ramda,
  serialization,
  dependencyInjection,
  prisma,
  drizzle,
  kysely,
  typeorm,
  nestjsTypeormPaginate,
  nestjsPaginate,
  typeormCursorPagination,
  sequelize,
  sequelizeTypescript,
  mikroOrm,
  mongoose,
  mongodb,
  objection,
  knex,
  slonik,
  pg,
  postgresJs,
  mysql2,
  mariadb,
  planetscale,
  betterSqlite3,
  plainSql,
  nodeCrypto,
  bun,
  uuid,
  ...uuidModules,
  ...uniqueIds,
];
