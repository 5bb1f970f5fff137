import { defineLibrary } from './definition.ts';
import { each } from './shapes.ts';

// Source: next-safe-action 8.7 documentation: a chain whose `outputSchema` checks what the action returns.

const actionRoute = { method: 'MUTATION', path: 'key', handlers: '0', returns: true } as const;

export const nextSafeAction = defineLibrary({
  name: 'next-safe-action',
  concern: 'http',
  modules: ['next-safe-action'],
  exports: { createSafeActionClient: { call: { gives: 'client' } } },
  types: {
    client: {
      methods: {
        ...each('schema inputSchema bindArgsSchemas', { gives: 'this', schema: 'input' }),
        outputSchema: { gives: 'this', schema: 'output' },
        ...each('use metadata', { gives: 'this' }),
        ...each('action stateAction', { gives: 'endpoint', route: { ...actionRoute, params: ['options'] } }),
      },
    },
    endpoint: {},
    options: { properties: { parsedInput: 'input', clientInput: 'input' } },
  },
  names: each('*ActionClient actionClient', { is: 'client', evidence: 'shape' }),
});
