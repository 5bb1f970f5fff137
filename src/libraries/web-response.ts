import { defineLibrary } from './definition.ts';
import { each } from './shapes.ts';

// Source: Fetch standard (Response, Response.json), as Node.js 20, Next.js, Hono, Remix, workers, Bun and Deno have it.

export const webResponse = defineLibrary({
  name: 'web-response',
  concern: 'http',
  modules: [],
  globals: {
    Response: {
      new: { gives: 'nothing', responds: '0' },
      members: { json: { call: { gives: 'nothing', responds: '0' } }, ...each('redirect error', { call: { gives: 'nothing' } }) },
    },
    Request: { type: 'request' },
  },
  types: {
    request: { methods: each('json text formData blob arrayBuffer', { gives: 'input' }), properties: each('headers url body', 'input') },
  },
});
