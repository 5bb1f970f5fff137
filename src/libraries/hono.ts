import { defineLibrary } from './definition.ts';
import type { Call, Gives } from './definition.ts';
import { each, httpMethod } from './shapes.ts';

// Source: Hono 4.13 documentation (Routing, Context, Factory, Presets), @hono/zod-openapi 1.6, hono-openapi, @hono/zod-validator 0.9,
// @hono/standard-validator 0.4. `responses` of `createRoute` are types only, nothing strips the body at run time, so they are no output schema.

const VERBS = 'get post put patch delete options query all';
const handlerParams: readonly Gives[] = ['context', 'next'];
const validators = { at: 'rest:0', named: ['*validator*', 'validate*'] } as const;

function verb(name: string): Call {
  return { gives: 'this', route: { method: httpMethod(name), path: '0', handlers: 'rest:0', params: handlerParams, input: validators } };
}

const handlers: Call = { gives: 'argument', callbacks: [{ at: 'rest:0', params: handlerParams }] };

export const hono = defineLibrary({
  name: 'hono',
  concern: 'http',
  modules: ['hono', 'hono/tiny', 'hono/quick', 'hono/factory', 'hono/types', 'hono/validator', '@hono/zod-openapi', 'hono-openapi'],
  exports: {
    ...each('Hono OpenAPIHono', { new: { gives: 'app' }, class: { instance: 'app' } }),
    Context: { type: 'context' },
    Handler: { type: 'handler' },
    MiddlewareHandler: { type: 'handler' },
    RouteHandler: { type: 'handler' },
    ErrorHandler: { type: 'errorHandler' },
    NotFoundHandler: { type: 'handler' },
    createMiddleware: { call: handlers },
    createFactory: { call: { gives: 'factory' } },
    Factory: { new: { gives: 'factory' } },
    createRoute: { call: { gives: 'argument' } },
    defineOpenAPIRoute: {
      call: {
        gives: 'argument',
        route: { method: { at: '0.route.method' }, path: '0.route.path', handlers: '0.handler', params: handlerParams, input: '0.route.request' },
      },
    },
    validator: { call: { gives: 'argument', callbacks: [{ at: '1', params: ['input', 'context'] }] } },
  },
  types: {
    app: {
      methods: {
        ...each(VERBS, verb),
        on: { gives: 'this', route: { method: { at: '0' }, path: '1', handlers: 'rest:2', params: handlerParams, input: validators } },
        openapi: {
          gives: 'this',
          route: { method: { at: '0.method' }, path: '0.path', handlers: '1', params: handlerParams, input: '0.request' },
        },
        use: { gives: 'this', callbacks: [{ at: 'rest:0', params: handlerParams }] },
        basePath: { gives: 'app', prefix: '0' },
        notFound: { gives: 'this', callbacks: [{ at: '0', params: handlerParams }] },
        onError: { gives: 'this', callbacks: [{ at: '0', params: ['error', 'context'] }] },
        ...each('route mount openapiRoutes doc doc31', { gives: 'this' }),
      },
    },
    factory: {
      methods: { createApp: { gives: 'app' }, createHandlers: handlers, createMiddleware: handlers },
    },
    context: {
      properties: { req: 'request', var: 'variables' },
      methods: {
        ...each('json text html body newResponse', { gives: 'nothing', responds: '0' }),
        ...each('redirect notFound render', { gives: 'nothing' }),
      },
    },
    request: {
      methods: each('json parseBody formData text arrayBuffer blob query queries param header valid', { gives: 'input' }),
    },
    variables: {},
    next: {},
    error: {},
    handler: { handler: { params: handlerParams } },
    errorHandler: { handler: { params: ['error', 'context'] } },
  },
  names: {
    app: { is: 'app', evidence: 'file' },
    c: { is: 'context', evidence: 'shape' },
  },
});
