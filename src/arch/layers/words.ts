/** What a layer folder holds, and the file of a slice that takes its place. */
export interface Layer {
  /** Names in lower case, without `-` and `_`. */
  readonly names: readonly string[];
  /** Names that sort by technical kind at the top of a program, and may be the thing itself inside a module: what a module is a model of. */
  readonly topNames?: readonly string[];
  readonly sliceFile: 'handler.ts' | 'logic.ts' | 'schema.ts' | 'db.ts';
}

/**
 * Folders that sort code by its technical kind. Generic folders (`utils`, `types`, `config`, `db`) are none: what stands
 * there is no part of one feature. Nor are words that in the singular name one thing: a `router`, a `resolver`.
 */
export const LAYERS: readonly Layer[] = [
  { names: ['controller', 'controllers', 'routes', 'routers', 'resolvers', 'handlers', 'middleware', 'middlewares'], sliceFile: 'handler.ts' },
  { names: ['service', 'services', 'businesslogic', 'bll', 'mappers', 'presenters', 'serializers'], sliceFile: 'logic.ts' },
  { names: ['dto', 'dtos', 'schemas', 'validators', 'validations'], sliceFile: 'schema.ts' },
  { names: ['repository', 'repositories', 'repos', 'models', 'entity', 'entities', 'dao', 'daos', 'dal', 'dataaccess'], topNames: ['model'], sliceFile: 'db.ts' },
];

/** Folders that a framework finds its code in by their names: nobody chose them. */
export interface Mandate {
  /** Packages that say the framework is there. */
  readonly packages: readonly string[];
  /** Names as in `LAYERS`. */
  readonly folders: readonly string[];
}

/** Each by the framework's manual (2026). */
export const MANDATES: readonly Mandate[] = [
  { packages: ['@adonisjs/core'], folders: ['controllers', 'models', 'middleware', 'services', 'validators'] },
  { packages: ['@strapi/strapi'], folders: ['controllers', 'services', 'routes', 'middlewares', 'models'] },
  { packages: ['@medusajs/framework', '@medusajs/medusa'], folders: ['models', 'services', 'middlewares'] },
  { packages: ['@feathersjs/feathers'], folders: ['services', 'models', 'middleware'] },
  { packages: ['@loopback/core', '@loopback/boot'], folders: ['controllers', 'models', 'repositories', 'services'] },
  { packages: ['moleculer'], folders: ['services'] },
  { packages: ['sails'], folders: ['controllers', 'models', 'services'] },
  { packages: ['egg', '@eggjs/core'], folders: ['controller', 'service', 'middleware', 'model'] },
  { packages: ['@tsed/core'], folders: ['controllers', 'services', 'middlewares'] },
  { packages: ['@redwoodjs/api', '@redwoodjs/core'], folders: ['services'] },
  { packages: ['nuxt', 'nitropack', 'nitro'], folders: ['routes', 'middleware'] },
  { packages: ['@sveltejs/kit', '@remix-run/node', '@remix-run/react', '@react-router/dev', '@tanstack/react-start'], folders: ['routes'] },
  { packages: ['@fastify/autoload', 'fastify-cli'], folders: ['routes'] },
  { packages: ['sequelize-cli'], folders: ['models'] },
];

/** Packages whose programs draw an interface: what stands outside a server's folder is no backend. */
export const INTERFACES: readonly string[] = ['react', 'react-native', 'preact', 'vue', 'svelte', 'solid-js', '@angular/core', 'next', 'nuxt', 'astro'];
