import { defineLibrary } from './definition.ts';
import type { Call, Export, Gives } from './definition.ts';
import { each, httpMethod } from './shapes.ts';

// Source: h3 2.0.8 documentation and exports (v1's `createApp`, `createRouter`, `eventHandler` are still there), Nitro 3 and Nuxt 4 documentation
// (server/api, server/routes; the h3 functions need no import there). What a handler returns is the response.

const params: readonly Gives[] = ['event'];

function verb(name: string): Call {
  const input = ['1().0.validate.body', '1().0.validate.query'];
  return { gives: 'this', route: { method: httpMethod(name), path: '0', handlers: ['1', '1.handler'], params, returns: true, input, atLeast: 2 } };
}

const handlerFunctions = {
  ...each('defineEventHandler eventHandler defineHandler defineCachedEventHandler cachedEventHandler', {
    call: { gives: 'argument', callbacks: [{ at: '0', params, returns: true }, { at: '0.handler', params, returns: true }] },
  }),
  defineValidatedHandler: { call: { gives: 'argument', callbacks: [{ at: '0.handler', params, returns: true }] } },
  defineMiddleware: { call: { gives: 'argument', callbacks: [{ at: '0', params }] } },
  ...each('readBody readFormData readMultipartFormData readRawBody getQuery getRouterParam getRouterParams', { call: { gives: 'input' } }),
  ...each('readValidatedBody getValidatedQuery getValidatedRouterParams getValidatedCookies', { call: { gives: 'input' } }),
  send: { call: { gives: 'nothing', responds: '1' } },
  ...each('sendRedirect redirect sendNoContent noContent sendStream sendProxy proxy setResponseStatus', { call: { gives: 'nothing' } }),
} satisfies { readonly [name: string]: Export };

const file = '{ts,mts,js,mjs}';

export const h3 = defineLibrary({
  name: 'h3',
  concern: 'http',
  modules: ['h3', 'nitro', 'nitro/**', 'nitropack', 'nitropack/**', '#imports'],
  exports: {
    ...handlerFunctions,
    ...each('H3 H3Core', { new: { gives: 'app' }, class: { instance: 'app' } }),
    ...each('createApp createRouter', { call: { gives: 'app' } }),
    H3Event: { type: 'event' },
    EventHandler: { type: 'handler' },
    EventHandlerRequest: { type: 'request' },
  },
  globals: handlerFunctions,
  types: {
    app: {
      methods: {
        ...each('get post put patch delete head options connect trace query all', verb),
        on: {
          gives: 'this',
          route: {
            method: { at: '0' },
            path: '1',
            handlers: ['2', '2.handler'],
            params,
            returns: true,
            input: ['2().0.validate.body', '2().0.validate.query'],
            atLeast: 3,
          },
        },
        add: { gives: 'this', route: { method: { at: '2' }, path: '0', handlers: '1', params, returns: true, atLeast: 2 } },
        use: { gives: 'this', callbacks: [{ at: 'rest:0', params, returns: true }] },
        ...each('mount register', { gives: 'this' }),
      },
    },
    event: {
      properties: { req: 'request', context: 'context', node: { req: 'node-http.request', res: 'node-http.response' }, url: 'input' },
    },
    request: { methods: each('json text formData blob arrayBuffer', { gives: 'input' }), properties: { headers: 'input' } },
    context: { properties: { params: 'input' } },
    handler: { handler: { params, returns: true } },
  },
  routeFiles: [
    {
      files: [`server/{api,routes}/**/*.${file}`],
      roots: ['server/routes', 'server'],
      madeBy: ['defineEventHandler', 'eventHandler', 'defineHandler', 'defineCachedEventHandler', 'cachedEventHandler', 'defineValidatedHandler'],
      exports: { default: { method: { at: 'file' }, path: 'file', params, returns: true } },
    },
  ],
});
