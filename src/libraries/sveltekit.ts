import { defineLibrary } from './definition.ts';
import { each } from './shapes.ts';

// Source: SvelteKit 2 documentation (`+server`, `+page.server`, form actions). What a server `load` returns is sent to the browser.

const methods = 'GET POST PUT PATCH DELETE HEAD OPTIONS';

function byMethod(): { readonly [name: string]: { method: string; path: 'file'; params: ['event']; returns: true } } {
  return Object.fromEntries(methods.split(' ').map((method) => [method, { method, path: 'file', params: ['event'], returns: true }]));
}

export const sveltekit = defineLibrary({
  name: 'sveltekit',
  concern: 'http',
  modules: ['@sveltejs/kit', '**/$types'],
  exports: {
    json: { call: { gives: 'nothing', responds: '0' } },
    fail: { call: { gives: 'nothing', responds: '1' } },
    ...each('redirect error text', { call: { gives: 'nothing' } }),
    RequestEvent: { type: 'event' },
    RequestHandler: { type: 'handler' },
    ...each('PageServerLoad LayoutServerLoad', { type: 'handler' }),
  },
  types: {
    event: { properties: { params: 'input', request: 'request', url: 'input', locals: 'locals' } },
    request: { methods: each('json text formData blob arrayBuffer', { gives: 'input' }) },
    locals: {},
    handler: { handler: { params: ['event'], returns: true } },
  },
  routeFiles: [
    { files: ['routes/**/+server.{ts,js}'], exports: { ...byMethod(), fallback: { method: '*', path: 'file', params: ['event'], returns: true } } },
    {
      files: ['routes/**/+{page,layout}.server.{ts,js}'],
      exports: { load: { method: 'GET', path: 'file', params: ['event'], returns: true } },
    },
  ],
});
