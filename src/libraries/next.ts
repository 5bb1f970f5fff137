import { defineLibrary } from './definition.ts';
import { each } from './shapes.ts';

// Source: Next.js 16 documentation (Route Handlers, API Routes, Server Actions, getServerSideProps). Names of files and of their exports make the endpoint.
// What a server action returns, and the props of a page, are sent to the browser.

export const next = defineLibrary({
  name: 'next',
  concern: 'http',
  modules: ['next', 'next/server', 'next/navigation', 'next/types', 'next/dist/**'],
  exports: {
    NextRequest: { type: 'request', new: { gives: 'request' } },
    NextResponse: {
      new: { gives: 'nothing', responds: '0' },
      members: {
        json: { call: { gives: 'nothing', responds: '0' } },
        ...each('redirect rewrite next error', { call: { gives: 'nothing' } }),
      },
    },
    ...each('redirect permanentRedirect notFound forbidden unauthorized', { call: { gives: 'nothing' } }),
    NextApiRequest: { type: 'apiRequest' },
    NextApiResponse: { type: 'apiResponse' },
    NextApiHandler: { type: 'apiHandler' },
    GetServerSideProps: { type: 'pageData' },
    GetStaticProps: { type: 'pageData' },
  },
  types: {
    request: {
      properties: each('body nextUrl cookies headers', 'input'),
      methods: each('json text formData blob arrayBuffer', { gives: 'input' }),
    },
    apiRequest: { properties: each('body query cookies headers', 'input') },
    apiResponse: { extends: 'express.response', methods: each('revalidate setPreviewData clearPreviewData', { gives: 'this' }) },
    apiHandler: { handler: { params: ['apiRequest', 'apiResponse'] } },
    pageData: { handler: { params: ['pageContext'], returns: true } },
    pageContext: { properties: { req: 'apiRequest', res: 'apiResponse', ...each('params query', 'input') } },
    routeContext: { properties: { params: 'input' } },
  },
  routeFiles: [
    {
      files: ['app/**/route.{ts,js,tsx,jsx,mts,mjs}'],
      exports: Object.fromEntries(
        'GET POST PUT PATCH DELETE HEAD OPTIONS'.split(' ').map((method) => [method, { method, path: 'file', params: ['request', 'routeContext'], returns: true }]),
      ),
    },
    {
      files: ['pages/api/**/*.{ts,js,tsx,jsx,mts,mjs}'],
      roots: ['pages'],
      exports: { default: { method: '*', path: 'file', params: ['apiRequest', 'apiResponse'] } },
    },
    {
      files: ['pages/**/*.{ts,tsx,js,jsx}'],
      exports: { getServerSideProps: { method: 'GET', path: 'file', params: ['pageContext'], returns: true } },
    },
    {
      files: ['**/*.{ts,tsx,js,jsx,mts,mjs}'],
      directive: 'use server',
      exports: { '*': { method: 'MUTATION', path: 'key', params: [], returns: true } },
    },
  ],
});
