import { defineLibrary } from './definition.ts';
import type { Call, Gives } from './definition.ts';
import { each, httpMethod } from './shapes.ts';

// Source: restify 11.1 documentation (Server API, Response API) and polka 1.0 README, which has its shape.

const handlerParams: readonly Gives[] = ['request', 'response', 'express.next'];

function verb(name: string): Call {
  return { gives: 'this', route: { method: httpMethod(name), path: ['0', '0.path'], handlers: 'rest:1', params: handlerParams, atLeast: 2 } };
}

const middleware: Call = { gives: 'this', callbacks: [{ at: 'rest:0', params: handlerParams }] };

export const restify = defineLibrary({
  name: 'restify',
  concern: 'http',
  modules: ['restify', 'polka'],
  exports: {
    default: { call: { gives: 'server' }, members: { createServer: { call: { gives: 'server' } } } },
    createServer: { call: { gives: 'server' } },
    Server: { type: 'server' },
    Request: { type: 'request' },
    Response: { type: 'response' },
    RequestHandler: { type: 'handler' },
  },
  types: {
    server: { methods: { ...each('get post put patch delete del head opts options all', verb), ...each('use pre on', middleware) } },
    request: { extends: 'express.request' },
    response: {
      extends: 'express.response',
      // `response.send(status, body)` is restify's.
      methods: { send: { gives: 'nothing', responds: 'last' }, json: { gives: 'nothing', responds: 'last' } },
    },
    handler: { handler: { params: handlerParams } },
  },
});
