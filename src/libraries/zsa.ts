import { defineLibrary } from './definition.ts';
import { each } from './shapes.ts';

// Source: zsa 0.6 documentation: a chain whose `output` schema checks what the handler returns.

const actionRoute = { method: 'MUTATION', path: 'key', handlers: '0', returns: true } as const;

export const zsa = defineLibrary({
  name: 'zsa',
  concern: 'http',
  modules: ['zsa'],
  exports: { createServerAction: { call: { gives: 'builder' } }, createServerActionProcedure: { call: { gives: 'builder' } } },
  types: {
    builder: {
      methods: {
        input: { gives: 'this', schema: 'input' },
        output: { gives: 'this', schema: 'output' },
        ...each('createServerAction timeout retry onStart onSuccess onError onComplete onInputParseError experimental_shapeError', { gives: 'this' }),
        handler: { gives: 'builder', route: { ...actionRoute, params: ['options'] } },
      },
    },
    options: { properties: { input: 'input' } },
  },
});
