import { defineLibrary } from './definition.ts';
import { each } from './shapes.ts';

// Source: React Router 7.18 and 8 documentation (framework mode: loader, action, data), Remix 2.17 (`json`, `defer`), remix-typedjson 0.4. Route
// modules are files in `routes/`, known by the names that they export.

const sends = { call: { gives: 'nothing', responds: '0' } } as const;
const serverFunction = { path: 'flat-file', params: ['args'], returns: true } as const;

const routeModule = {
  loader: { method: 'GET', ...serverFunction },
  action: { method: 'POST', ...serverFunction },
} as const;

export const reactRouter = defineLibrary({
  name: 'react-router',
  concern: 'http',
  modules: [
    'react-router',
    '@react-router/**',
    '@remix-run/node',
    '@remix-run/cloudflare',
    '@remix-run/deno',
    '@remix-run/server-runtime',
    '@remix-run/react',
    'remix-typedjson',
    'remix',
    '**/+types/*',
  ],
  exports: {
    ...each('json data defer typedjson typeddefer', sends),
    ...each('redirect redirectDocument replace', { call: { gives: 'nothing' } }),
    ...each('LoaderFunctionArgs ActionFunctionArgs LoaderArgs ActionArgs DataFunctionArgs', { type: 'args' }),
    ...each('LoaderFunction ActionFunction', { type: 'handler' }),
    Route: { members: each('LoaderArgs ActionArgs', { type: 'args' }) },
  },
  types: {
    args: { properties: { params: 'input', request: 'request', context: 'context' } },
    request: { methods: each('json text formData blob arrayBuffer', { gives: 'input' }), properties: { headers: 'input', url: 'input' } },
    context: {},
    handler: { handler: { params: ['args'], returns: true } },
  },
  routeFiles: [
    { files: ['routes/**/*.{ts,tsx,js,jsx}', 'app/root.{ts,tsx,js,jsx}'], exports: routeModule },
  ],
});
