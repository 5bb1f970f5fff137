import { defineLibrary } from './definition.ts';
import type { Call, Gives } from './definition.ts';
import { each, httpMethod } from './shapes.ts';

// Source: Elysia 1.4.30 documentation (Route, Handler, Validation, Plugin) and `Elysia.prototype`. `response` is checked at run time, and strips
// unknown fields for TypeBox schemas.

const params: readonly Gives[] = ['context'];
const hooks = 'onRequest onParse onTransform onBeforeHandle onAfterHandle mapResponse onAfterResponse onError derive resolve mapResolve mapDerive';

function schemasOf(options: string): string[] {
  return ['body', 'query', 'params', 'headers', 'cookie'].map((part) => `${options}.${part}`);
}

function verb(name: string): Call {
  const route = { method: httpMethod(name), path: '0', handlers: '1', params, returns: true, input: schemasOf('2'), output: '2.response', atLeast: 2 };
  return { gives: 'this', route };
}

export const elysia = defineLibrary({
  name: 'elysia',
  concern: 'http',
  modules: ['elysia'],
  exports: {
    ...each('Elysia default', { new: { gives: 'app', prefix: '0.prefix' }, class: { instance: 'app' } }),
    Context: { type: 'context' },
    Handler: { type: 'handler' },
    status: { call: { gives: 'nothing', responds: '1' } },
  },
  types: {
    app: {
      methods: {
        ...each('get post put patch delete options head all connect', verb),
        route: {
          gives: 'this',
          route: { method: { at: '0' }, path: '1', handlers: '2', params, returns: true, input: schemasOf('3'), output: '3.response', atLeast: 3 },
        },
        ws: {
          gives: 'this',
          route: { method: 'MESSAGE', path: '0', handlers: '1.message', params: ['context', 'input'], returns: true, input: '1.body', output: '1.response' },
        },
        group: {
          gives: 'this',
          callbacks: [
            { at: '1', params: ['app'], prefix: '0' },
            { at: '2', params: ['app'], prefix: '0' },
          ],
        },
        guard: { gives: 'this', callbacks: [{ at: 'last', params: ['app'] }] },
        use: { gives: 'this', callbacks: [{ at: '0', params: ['app'] }] },
        ...each(hooks, { gives: 'this', callbacks: [{ at: 'last', params }] }),
      },
      anyMethod: { gives: 'this' },
    },
    context: {
      properties: { ...each('body query params headers cookie', 'input'), request: 'request' },
      methods: {
        ...each('status error', { gives: 'nothing', responds: '1' }),
        redirect: { gives: 'nothing' },
      },
    },
    request: { methods: each('json text formData blob arrayBuffer', { gives: 'input' }) },
    handler: { handler: { params, returns: true } },
  },
  names: each('app', { is: 'app', evidence: 'file' }),
});
