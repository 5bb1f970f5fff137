import { defineLibrary } from './definition.ts';
import type { Call } from './definition.ts';
import { each } from './shapes.ts';

// Source: runtypes 7 README (check, parse).

const made: Call = { gives: 'mapped' };

export const runtypes = defineLibrary({
  name: 'runtypes',
  concern: 'validation',
  modules: ['runtypes'],
  exports: each('Object Record Array Tuple Union', { call: { gives: 'schema' } }),
  types: { schema: { methods: each('check parse', made), anyMethod: { gives: 'this' } } },
});
