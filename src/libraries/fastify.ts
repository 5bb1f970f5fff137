import { defineLibrary } from './definition.ts';
import type { Call, Gives } from './definition.ts';
import { each, httpMethod } from './shapes.ts';

// Source: Fastify 5.12 documentation (Routes, Reply, Request, Hooks, Server, Plugins) and its `fastify.d.ts`; fastify-plugin 6;
// type providers typebox 6, json-schema-to-ts 5, zod 7. `schema.response` serialises with fast-json-stringify (or the type provider's
// serializer) and leaves out what it does not name. What a handler returns is the payload.

const VERBS = 'get post put patch delete head options query trace all propfind proppatch mkcol mkcalendar copy move lock unlock search report';
const HOOKS = 'onRequest preParsing preValidation preHandler preSerialization onSend onResponse onError onTimeout';

/** Replies of @fastify/sensible 6: each throws the error that it is named after. */
const SENSIBLE =
  'badRequest unauthorized paymentRequired forbidden notFound methodNotAllowed notAcceptable conflict gone unprocessableEntity tooManyRequests ' +
  'internalServerError notImplemented badGateway serviceUnavailable gatewayTimeout';

const handlerParams: readonly Gives[] = ['request', 'reply'];

function hooksOf(options: string): NonNullable<Call['callbacks']> {
  return HOOKS.split(' ').map((hook) => ({ at: `${options}.${hook}[]`, params: handlerParams }));
}

/** A schema for errors alone says nothing of what a good answer holds. */
function responsesOf(options: string): string[] {
  return ['200', '201', '202', '203', '204', '206', '2xx', '2XX', 'default'].map((status) => `${options}.schema.response.${status}`);
}

function schemasOf(options: string): string[] {
  return ['body', 'querystring', 'query', 'params', 'headers'].map((part) => `${options}.schema.${part}`);
}

function verb(name: string): Call {
  const route = {
    method: httpMethod(name),
    path: '0',
    handlers: ['1.handler', '1', '2'],
    params: handlerParams,
    returns: true,
    input: schemasOf('1'),
    output: responsesOf('1'),
    atLeast: 2,
  };
  return { gives: 'this', route, callbacks: hooksOf('1') };
}

export const fastify = defineLibrary({
  name: 'fastify',
  concern: 'http',
  modules: [
    'fastify',
    '@fastify/type-provider-typebox',
    '@fastify/type-provider-json-schema-to-ts',
    'fastify-type-provider-zod',
    'fastify-zod-openapi',
  ],
  exports: {
    ...each('default fastify Fastify *', { call: { gives: 'server' }, members: { default: { call: { gives: 'server' } }, fastify: { call: { gives: 'server' } } } }),
    FastifyInstance: { type: 'server' },
    FastifyRequest: { type: 'request' },
    FastifyReply: { type: 'reply' },
    ...each('RouteHandlerMethod RouteHandler', { type: 'handler' }),
    ...each('preHandlerHookHandler preHandlerAsyncHookHandler onRequestHookHandler onRequestAsyncHookHandler preValidationHookHandler preValidationAsyncHookHandler', {
      type: 'hook',
    }),
    ...each(
      'FastifyPluginAsync FastifyPluginCallback FastifyPlugin FastifyPluginAsyncTypebox FastifyPluginCallbackTypebox FastifyPluginAsyncJsonSchemaToTs ' +
        'FastifyPluginCallbackJsonSchemaToTs FastifyPluginAsyncZod FastifyPluginCallbackZod FastifyPluginAsyncZodOpenApi',
      { type: 'plugin' },
    ),
  },
  types: {
    server: {
      properties: { log: 'pino.logger', server: 'node-http.server' },
      methods: {
        ...each(VERBS, verb),
        route: {
          gives: 'this',
          route: {
            method: { at: '0.method' },
            path: ['0.url', '0.path'],
            handlers: '0.handler',
            params: handlerParams,
            returns: true,
            input: schemasOf('0'),
            output: responsesOf('0'),
          },
          callbacks: hooksOf('0'),
        },
        register: { gives: 'this', callbacks: [{ at: '0', params: ['server', 'options'], prefix: '1.prefix' }] },
        addHook: { gives: 'this', callbacks: [{ at: '1', params: handlerParams }] },
        setErrorHandler: { gives: 'this', callbacks: [{ at: '0', params: ['error', 'request', 'reply'], returns: true }] },
        setNotFoundHandler: { gives: 'this', callbacks: [{ at: 'last', params: handlerParams, returns: true }] },
        after: { gives: 'this', callbacks: [{ at: '0', params: ['error'] }] },
        ...each(
          'withTypeProvider setValidatorCompiler setSerializerCompiler addSchema decorate decorateRequest decorateReply addContentTypeParser ready ' +
            'setReplySerializer setSchemaErrorFormatter addHttpMethod',
          { gives: 'this' },
        ),
      },
    },
    request: {
      properties: { ...each('body query params headers cookies', 'input'), log: 'pino.logger', server: 'server', raw: 'node-http.request' },
    },
    reply: {
      properties: { log: 'pino.logger', request: 'request', server: 'server', raw: 'node-http.response' },
      methods: {
        send: { gives: 'nothing', responds: '0' },
        ...each('redirect view viewAsync sendFile download callNotFound hijack', { gives: 'nothing' }),
        ...each(SENSIBLE, { gives: 'nothing' }),
        ...each('code status header headers type removeHeader setCookie clearCookie cookie serializer trailer', { gives: 'this' }),
      },
    },
    options: {},
    error: {},
    handler: { handler: { params: handlerParams, returns: true } },
    hook: { handler: { params: handlerParams } },
    plugin: { handler: { params: ['server', 'options'] } },
  },
  names: {
    fastify: { is: 'server', evidence: 'shape' },
    ...each('app server instance', { is: 'server', evidence: 'file' }),
    reply: { is: 'reply', evidence: 'shape' },
  },
});

export const fastifyPlugin = defineLibrary({
  name: 'fastify-plugin',
  concern: 'http',
  modules: ['fastify-plugin'],
  exports: each('default fp fastifyPlugin', { call: { gives: 'argument', callbacks: [{ at: '0', params: ['fastify.server', 'fastify.options'] }] } }),
});
