import { defineLibrary } from './definition.ts';
import type { Gives } from './definition.ts';
import { each } from './shapes.ts';

// Source: Node.js 20 documentation of `node:http`, `node:https`, `node:http2` (createServer, IncomingMessage, ServerResponse).

const params: readonly Gives[] = ['request', 'response'];
const createServer = {
  call: {
    gives: 'server',
    callbacks: [
      { at: '0', params },
      { at: '1', params },
    ],
  },
} as const;

export const nodeHttp = defineLibrary({
  name: 'node-http',
  concern: 'http',
  modules: ['http', 'node:http', 'https', 'node:https', 'http2', 'node:http2'],
  exports: {
    ...each('createServer createSecureServer', createServer),
    default: { members: each('createServer createSecureServer', createServer) },
    ...each('IncomingMessage Http2ServerRequest', { type: 'request' }),
    ...each('ServerResponse Http2ServerResponse', { type: 'response' }),
    RequestListener: { type: 'handler' },
    Server: { type: 'server' },
  },
  types: {
    server: { methods: { on: { gives: 'this', callbacks: [{ at: '1', params }] } } },
    request: { properties: { headers: 'input', url: 'input' } },
    response: {
      methods: { ...each('write end', { gives: 'nothing', responds: '0' }), ...each('writeHead setHeader appendHeader removeHeader', { gives: 'this' }) },
    },
    handler: { handler: { params } },
  },
});
