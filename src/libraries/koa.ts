import { defineLibrary } from './definition.ts';
import type { Call, Export, Gives } from './definition.ts';
import { each, httpMethod } from './shapes.ts';

// Source: Koa 3.3 documentation (Context, Response), @types/koa 3, @koa/router 15.7 and koa-router 14 README (router.verb(name?, path,
// ...middleware), prefix), koa-respond 2.1 (`ctx.ok(body)` and its like), koa-zod-router 3 and koa-joi-router 8 (route specifications with `validate`).
// Middleware that takes `{ response: schema }` checks what the route answers.

const VERBS = 'get post put patch delete del head options all link unlink';
const handlerParams: readonly Gives[] = ['context', 'next'];
const input = [{ at: 'rest:1', named: ['*valid*', '*guard*', '*schema*', '*parameter*'] }, 'rest:1().0.body', 'rest:1().0.query'] as const;

function verb(name: string): Call {
  const route = { method: httpMethod(name), path: ['1', '0'], handlers: 'rest:1', params: handlerParams, input, output: 'rest:1().0.response', atLeast: 2 };
  return { gives: 'this', route };
}

const middleware: Call = { gives: 'this', callbacks: [{ at: 'rest:0', params: handlerParams }] };

const contextNames = {
  ...each('Context ParameterizedContext DefaultContext ExtendableContext BaseContext RouterContext RouterParamContext', { type: 'context' }),
  ...each('Middleware', { type: 'handler' }),
  Request: { type: 'request' },
  Response: { type: 'response' },
} satisfies { readonly [name: string]: Export };

const application: Export = { new: { gives: 'app' }, class: { instance: 'app' }, members: contextNames };
const router: Export = {
  new: { gives: 'router', prefix: '0.prefix' },
  call: { gives: 'router', prefix: '0.prefix' },
  class: { instance: 'router' },
  members: contextNames,
};

export const koa = defineLibrary({
  name: 'koa',
  concern: 'http',
  modules: ['koa'],
  exports: { ...contextNames, default: application, '*': application, Koa: application },
  types: {
    app: { properties: { context: 'context' }, methods: { use: middleware } },
    context: {
      responds: ['body'],
      properties: { request: 'request', response: 'response', ...each('query params headers querystring', 'input'), state: 'state', log: 'pino.logger' },
      methods: {
        ...each('ok created accepted send badRequest unauthorized forbidden notFound internalServerError', { gives: 'nothing', responds: 'last' }),
        ...each('throw redirect render noContent', { gives: 'nothing' }),
      },
    },
    request: { properties: each('body rawBody query headers querystring params files', 'input') },
    response: { responds: ['body'] },
    state: {},
    next: { call: { gives: 'nothing' } },
    handler: { handler: { params: handlerParams } },
  },
  names: { ctx: { is: 'context', evidence: 'shape' } },
});

export const koaRouter = defineLibrary({
  name: 'koa-router',
  concern: 'http',
  modules: ['@koa/router', 'koa-router', 'koa-better-router', 'koa-tree-router'],
  exports: { ...each('default * Router', router), ...contextNamesOf() },
  types: {
    router: {
      methods: {
        ...each(VERBS, verb),
        register: { gives: 'this', route: { method: { at: '1' }, path: '0', handlers: '2[]', params: handlerParams, input, output: '2[]().0.response' } },
        use: middleware,
        param: { gives: 'this', callbacks: [{ at: '1', params: ['input', 'context', 'next'] }] },
        ...each('prefix routes middleware allowedMethods redirect', { gives: 'this' }),
      },
    },
    context: { extends: 'koa.context' },
    request: { extends: 'koa.request' },
    response: { extends: 'koa.response' },
    next: { extends: 'koa.next' },
    handler: { handler: { params: handlerParams } },
  },
  names: each('router *Router', { is: 'router', evidence: 'file' }),
});

/** The router's own names for the context. */
function contextNamesOf(): { readonly [name: string]: Export } {
  return { ...contextNames, RouterMiddleware: { type: 'handler' } };
}

const validated = ['0.validate.body', '0.validate.query', '0.validate.params', '0.validate.headers'];

/** Routers that take a specification with schemas beside the handler. */
export const koaSpecRouter = defineLibrary({
  name: 'koa-spec-router',
  concern: 'http',
  modules: ['koa-zod-router', 'koa-joi-router'],
  exports: each('default zodRouter', { call: { gives: 'router' }, new: { gives: 'router' } }),
  types: {
    router: {
      methods: {
        ...each(VERBS, (name) => ({
          gives: 'this',
          route: {
            method: httpMethod(name),
            path: '0',
            handlers: 'rest:1',
            params: ['koa.context', 'koa.next'],
            input: ['2.body', '2.query', '2.params', '1.validate.body', '1.validate.query', '1.validate.params'],
            output: ['2.response', '1.validate.output'],
            atLeast: 2,
          },
        })),
        ...each('register route', {
          gives: 'this',
          route: {
            method: { at: '0.method' },
            path: '0.path',
            handlers: '0.handler[]',
            params: ['koa.context', 'koa.next'],
            input: validated,
            output: ['0.validate.response', '0.validate.output'],
          },
        }),
        use: { gives: 'this', callbacks: [{ at: 'rest:0', params: ['koa.context', 'koa.next'] }] },
      },
    },
  },
});
