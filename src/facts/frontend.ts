import { pathInside } from './paths.ts';
import type { RoleEvidence } from './roles.ts';
import { exportedNames, valueSpecifiers } from './specifiers.ts';
import type { PackageFacts, SourceFile } from './types.ts';

/** Packages that draw a user interface or hold its state. */
const INTERFACE =
  /^(?:react|react-dom|react-dom\/client|react-(?!email).+|@react-(?!email).+\/.+|preact|preact\/.+|vue|vue-.+|@vue\/.+|@vueuse\/.+|pinia|svelte|svelte\/.+|\$app\/.+|solid-js|solid-js\/.+|@solidjs\/.+|@angular\/.+|@ionic\/.+|@ngrx\/.+|lit|lit\/.+|jquery|expo|expo-.+|next\/(?:link|image|router|dynamic|font.*|head|script)|#app|nuxt\/app|@remix-run\/react|@inertiajs\/.+|@tanstack\/(?:react|vue|svelte|solid)-.+|zustand|zustand\/.+|jotai|jotai\/.+|recoil|redux|@reduxjs\/toolkit|@reduxjs\/toolkit\/.+|mobx|mobx-react.*|swr|swr\/.+|styled-components|@emotion\/.+|@mui\/.+|@radix-ui\/.+|@chakra-ui\/.+|@mantine\/.+|@headlessui\/.+|framer-motion|chart\.js|recharts|d3|d3-.+|three|lucide-.+|sonner|prosemirror-.+|@tiptap\/.+|codemirror|@codemirror\/.+|monaco-editor|@trpc\/(?:client|next|.*react-query))$/;

/** Packages that only a server can use and that have no page under `libraries/`. */
const SERVER =
  /^(?:server-only|next\/(?:server|headers|cache)|@trpc\/server|@trpc\/server\/.+|ioredis|redis|@redis\/.+|bull|bullmq|pg-boss|amqplib|kafkajs|nodemailer|passport|passport-.+|jsonwebtoken|bcrypt|bcryptjs|argon2|multer|stripe|@aws-sdk\/.+|@google-cloud\/.+|@azure\/.+|firebase-admin|firebase-admin\/.+|express|@nestjs\/.+|next-auth|@hono\/.+|dotenv|dotenv\/.+|@sentry\/node|@opentelemetry\/sdk-.+|undici|ws)$/;

/** Node's own modules that also run in a browser, through a bundler. */
const EVERYWHERE = /^(?:assert|buffer|events|path|url|util|querystring|string_decoder|punycode|stream|process|timers)(?:\/.+)?$/;

const NODE_MODULES = /^(?:node:.+|fs|fs\/promises|crypto|child_process|cluster|worker_threads|http|https|http2|net|tls|dns|os|zlib|async_hooks|perf_hooks|readline|vm|v8|module|diagnostics_channel)$/;

/** Frameworks whose packages hold both sides, the interface being the larger one. */
const BOTH_SIDES = ['next', 'nuxt', '@sveltejs/kit', '@remix-run/react', '@react-router/dev', 'astro', 'gatsby', '@analogjs/platform', '@tanstack/react-start', '@builder.io/qwik-city', '@solidjs/start'];

/** Packages that only a program with an interface depends on. Vite alone builds for the browser. */
const DRAWS = ['react', 'react-dom', 'react-native', 'preact', 'vue', 'svelte', 'solid-js', '@angular/core', 'lit', 'expo', 'ember-source', '@ionic/core', 'jquery', 'vite', ...BOTH_SIDES];

/** Packages that only a server depends on. */
const SERVES = [
  'express', 'fastify', 'koa', 'hono', '@nestjs/core', '@nestjs/common', 'elysia', 'h3', '@hapi/hapi', 'restify', '@trpc/server', 'apollo-server', '@apollo/server', 'graphql-yoga', 'mercurius', '@adonisjs/core',
  'prisma', '@prisma/client', 'drizzle-orm', 'typeorm', 'sequelize', 'knex', 'kysely', '@mikro-orm/core', 'mongoose', 'mongodb', 'pg', 'postgres', 'mysql2', 'better-sqlite3', 'slonik', 'objection', 'ioredis', 'redis', 'bullmq', 'kafkajs', 'amqplib',
];

/** Folders of the interface, in a package that has both sides. */
const INTERFACE_FOLDERS = new Set(['client', 'frontend', 'front', 'front-end', 'ui', 'components', 'hooks', 'pages', 'views', 'scenes', 'screens', 'layouts', 'browser', 'composables', 'stores', 'web', 'webapp', 'website', 'mobile', 'app', 'public', 'assets', 'widgets', 'extension']);

const SERVER_FOLDERS = new Set(['server', 'backend', 'back', 'back-end', 'trpc']);

/** Folders that hold one program each. */
const PROGRAMS = new Set(['apps', 'packages', 'projects', 'services', 'libs']);

/** Programs that are an interface by their name, when nothing else is known. */
const INTERFACE_PROGRAMS = new Set(['client', 'frontend', 'front-end', 'web', 'webapp', 'ui', 'website', 'www', 'site', 'docs', 'mobile', 'storybook', 'extension', 'desktop']);

/** Whether the code runs in a browser or an app, not on the server. Where nothing tells, it is the server's. */
export function isFrontend(evidence: RoleEvidence, folders: readonly string[], name: string): boolean {
  const { file } = evidence;
  if (hasDirective(file.program, 'use client')) return true;
  if (hasDirective(file.program, 'use server') || /\.server\.[cm]?[jt]sx?$/.test(name)) return false;
  const specifiers = valueSpecifiers(file.program);
  const isInServer = folders.some((folder) => SERVER_FOLDERS.has(folder));
  const draws = !isInServer && (/^use[A-Z]/.test(name) || specifiers.some((specifier) => INTERFACE.test(specifier)));
  if (draws && specifiers.some((specifier) => /^@trpc\/(?:client|next|.*react-query)$/.test(specifier))) return true;
  if (specifiers.some(isServerSpecifier) || ROUTE_FILE.test(file.path)) return false;
  if (exportedNames(file.program).some((one) => SERVER_EXPORTS.has(one))) return false;
  if (draws || /\.[jt]sx$/.test(name)) return true;
  if (isInServer || specifiers.some((specifier) => SERVER_FILE.test(specifier))) return false;
  switch (sidesOf(evidence.package)) {
    case 'server':
      return false;
    case 'interface':
      return !isApi(folders);
    case 'both':
      return byFolder(evidence) ?? (usesBrowser(file.text) || BOTH_SIDES.some((one) => evidence.package?.dependencies.has(one)));
    case 'unknown':
      return programIsInterface(folders) || usesBrowser(file.text);
  }
}

function hasDirective(program: SourceFile['program'], directive: string): boolean {
  for (const statement of program.body) {
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'Literal') return false;
    if (statement.expression.value === directive) return true;
  }
  return false;
}

/** Files that the frameworks of both sides run on the server, by their place: Next.js, SvelteKit. */
const ROUTE_FILE = /\/(?:route|\+server)\.[cm]?[jt]s$|\/pages\/api\/|(?:\/src)?\/(?:middleware|proxy|instrumentation)\.[cm]?[jt]s$/;

/** Functions that a router of both sides calls on the server: React Router, Next.js, SvelteKit. */
const SERVER_EXPORTS = new Set(['loader', 'action', 'getServerSideProps', 'getStaticProps', 'getStaticPaths', 'load', 'actions']);

/** A file of the project that is the server's by its name. */
const SERVER_FILE = /^(?:[.~#]|@\/)(?:.*[/~#])?(?:server(?:\/|$)|[^/]+\.server(?:\.[cm]?[jt]s)?$)/;

function isServerSpecifier(specifier: string): boolean {
  if (EVERYWHERE.test(specifier.replace(/^node:/, ''))) return false;
  return NODE_MODULES.test(specifier) || SERVER.test(specifier) || SERVES.some((name) => specifier === name || specifier.startsWith(`${name}/`));
}

/** Whether the package depends on something that only servers use. */
export function isServerPackage(around: PackageFacts): boolean {
  return SERVES.some((name) => around.dependencies.has(name));
}

function sidesOf(around: PackageFacts | undefined): 'server' | 'interface' | 'both' | 'unknown' {
  if (!around) return 'unknown';
  const draws = DRAWS.some((name) => around.dependencies.has(name));
  const serves = isServerPackage(around);
  if (draws) return serves ? 'both' : 'interface';
  return serves ? 'server' : 'unknown';
}

/** In a package of both sides the folder nearest to the file that names a side decides. */
function byFolder({ file, package: around }: RoleEvidence): boolean | undefined {
  const folders = pathInside(file.path, around?.folder).split('/').slice(0, -1);
  const isBoth = BOTH_SIDES.some((one) => around?.dependencies.has(one));
  for (let index = folders.length - 1; index >= 0; index--) {
    const folder = folders[index] ?? '';
    if (folder === 'api' && isApi(folders.slice(0, index + 1))) return false;
    // The router of Next.js lives in `app`; elsewhere `src/app` is the program, whatever it is.
    if (folder === 'app' && !isBoth && index > 0) continue;
    if (INTERFACE_FOLDERS.has(folder)) return true;
  }
  return undefined;
}

/** `api` is the server's as a program of its own or below a router, not as the folder of a single-page app's requests. */
function isApi(folders: readonly string[]): boolean {
  const at = folders.lastIndexOf('api');
  if (at < 0) return false;
  const above = folders[at - 1];
  return above === undefined || above === 'pages' || above === 'app' || PROGRAMS.has(above);
}

function programIsInterface(folders: readonly string[]): boolean {
  return folders.some((folder, index) => INTERFACE_PROGRAMS.has(folder) && PROGRAMS.has(folders[index - 1] ?? '')) || folders.includes('frontend');
}

function usesBrowser(text: string): boolean {
  return /\b(?:window|localStorage|sessionStorage)\.[a-zA-Z]|\bdocument\.(?:querySelector|getElementById|createElement|addEventListener|cookie|body)\b|\bimport\.meta\.env\.VITE_|\bself\.(?:onmessage|postMessage)\b/.test(text);
}
