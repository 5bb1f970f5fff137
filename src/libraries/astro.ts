import { defineLibrary } from './definition.ts';
import { each } from './shapes.ts';

// Source: Astro 5 documentation (Endpoints) and SolidStart 1 documentation (API routes): files whose exports are named after methods.

const methods = 'GET POST PUT PATCH DELETE HEAD OPTIONS';

function byMethod(): { readonly [name: string]: { method: string; path: 'file'; params: ['event']; returns: true } } {
  return Object.fromEntries(methods.split(' ').map((method) => [method, { method, path: 'file', params: ['event'], returns: true }]));
}

export const astro = defineLibrary({
  name: 'astro',
  concern: 'http',
  modules: ['astro'],
  exports: { APIRoute: { type: 'handler' }, APIContext: { type: 'event' } },
  types: {
    event: { properties: { params: 'input', request: 'request', url: 'input' } },
    request: { methods: each('json text formData blob arrayBuffer', { gives: 'input' }) },
    handler: { handler: { params: ['event'], returns: true } },
  },
  routeFiles: [{ files: ['src/pages/**/*.{ts,js}'], exports: { ...byMethod(), ALL: { method: '*', path: 'file', params: ['event'], returns: true } } }],
});

export const solidStart = defineLibrary({
  name: 'solid-start',
  concern: 'http',
  modules: ['@solidjs/start', '@solidjs/start/server'],
  exports: { APIEvent: { type: 'event' } },
  types: {
    event: { properties: { params: 'input', request: 'request' } },
    request: { methods: each('json text formData blob arrayBuffer', { gives: 'input' }) },
  },
  routeFiles: [{ files: ['src/routes/api/**/[!+]*.{ts,js}'], roots: ['src/routes'], exports: byMethod() }],
});
