import { defineLibrary } from './definition.ts';
import { each } from './shapes.ts';

// Source: fast-json-stringify 6 README: the stringifier writes what its schema names.

export const fastJsonStringify = defineLibrary({
  name: 'fast-json-stringify',
  concern: 'validation',
  modules: ['fast-json-stringify'],
  exports: each('default build', { call: { gives: 'stringifier' } }),
  types: { stringifier: { call: { gives: 'mapped' } } },
});
