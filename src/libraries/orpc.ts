import { defineLibrary } from './definition.ts';
import { each } from './shapes.ts';

// Source: oRPC 1.16 documentation (Procedure, Input/Output Validation, Contract First): `output` checks what the handler returns.

export const orpc = defineLibrary({
  name: 'orpc',
  concern: 'http',
  modules: ['@orpc/server'],
  exports: { os: { gives: 'builder' }, implement: { call: { gives: 'contract' } } },
  types: {
    builder: {
      properties: { $context: 'builder' },
      methods: {
        input: { gives: 'this', schema: 'input' },
        output: { gives: 'this', schema: 'output' },
        ...each('$context $config $meta $route $input route meta errors use tag prefix middleware lazy', { gives: 'this' }),
        handler: { gives: 'endpoint', route: { method: 'QUERY', path: 'key', handlers: '0', params: ['options'], returns: true } },
      },
    },
    // A contract holds its own schemas, and an implementation may not answer anything else.
    contract: { anyProperty: { gives: 'implementer' }, methods: each('$context use', { gives: 'this' }) },
    implementer: { anyProperty: { gives: 'implementer' }, methods: { use: { gives: 'this' }, handler: { gives: 'endpoint' } } },
    endpoint: {},
    options: { properties: { input: 'input' } },
  },
});
