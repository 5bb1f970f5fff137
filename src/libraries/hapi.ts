import { defineLibrary } from './definition.ts';
import type { Call } from './definition.ts';
import { each } from './shapes.ts';

// Source: @hapi/hapi 21.4 API (server.route, `options.validate`, `options.response.schema`, the response toolkit).

const hapiRoute: Call = {
  gives: 'this',
  route: {
    method: { at: '0[].method' },
    path: '0[].path',
    handlers: ['0[].handler', '0[].options.handler'],
    params: ['request', 'toolkit'],
    returns: true,
    input: ['0[].options.validate.payload', '0[].options.validate.query', '0[].options.validate.params'],
    output: '0[].options.response.schema',
  },
};

export const hapi = defineLibrary({
  name: 'hapi',
  concern: 'http',
  modules: ['@hapi/hapi', 'hapi'],
  exports: {
    default: { members: each('server Server', { call: { gives: 'server' }, new: { gives: 'server' }, type: 'server' }) },
    ...each('server Server', { call: { gives: 'server' }, new: { gives: 'server' }, type: 'server' }),
    Request: { type: 'request' },
    ResponseToolkit: { type: 'toolkit' },
    ServerRoute: { type: 'route' },
    Lifecycle: { members: { Method: { type: 'handler' } } },
  },
  types: {
    server: {
      methods: { route: hapiRoute, ext: { gives: 'this', callbacks: [{ at: '1', params: ['request', 'toolkit'] }] } },
    },
    request: { properties: each('payload query params headers state', 'input') },
    toolkit: { methods: { response: { gives: 'response', responds: '0' }, ...each('redirect view file', { gives: 'response' }) } },
    response: { methods: each('code type header message created etag', { gives: 'this' }) },
    route: {},
    handler: { handler: { params: ['request', 'toolkit'], returns: true } },
  },
});
