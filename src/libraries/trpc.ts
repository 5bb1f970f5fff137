import { defineLibrary } from './definition.ts';
import type { Call } from './definition.ts';
import { each } from './shapes.ts';

// Source: tRPC 11.25 documentation (Define Procedures, Input & Output Validators, Middlewares, initTRPC). `.output()` checks and strips at run
// time. A procedure's path is the key it has in its router; procedures are named `publicProcedure`, `protectedProcedure` … by convention.

function operation(method: string): Call {
  return { gives: 'endpoint', route: { method, path: 'key', handlers: '0', params: ['options'], returns: true } };
}

export const trpc = defineLibrary({
  name: 'trpc',
  concern: 'http',
  modules: ['@trpc/server', '@trpc/server/unstable-core-do-not-import', 'trpc-nuxt'],
  exports: {
    initTRPC: { gives: 'builder', class: { static: 'builder' } },
  },
  types: {
    builder: { methods: { ...each('context meta', { gives: 'this' }), create: { gives: 'root' } } },
    root: {
      properties: { procedure: 'procedure' },
      methods: { router: { gives: 'router' }, mergeRouters: { gives: 'router' }, middleware: { gives: 'middleware', callbacks: [{ at: '0', params: ['options'] }] } },
    },
    procedure: {
      methods: {
        input: { gives: 'this', schema: 'input' },
        output: { gives: 'this', schema: 'output' },
        use: { gives: 'this', callbacks: [{ at: '0', params: ['options'] }] },
        ...each('meta concat unstable_concat', { gives: 'this' }),
        query: operation('QUERY'),
        mutation: operation('MUTATION'),
        subscription: operation('SUBSCRIPTION'),
      },
    },
    options: { properties: { input: 'input', ctx: 'context', signal: 'signal' } },
    router: {},
    middleware: {},
    endpoint: {},
    context: {},
    signal: {},
  },
  names: { '*[pP]rocedure*': { is: 'procedure', evidence: 'shape' } },
});
