import { defineLibrary } from './definition.ts';
import type { Call } from './definition.ts';
import { each } from './shapes.ts';

// Source: ArkType 2.2 documentation (`type(…)`, `.assert`, `.from`).

const made: Call = { gives: 'mapped' };

export const arktype = defineLibrary({
  name: 'arktype',
  concern: 'validation',
  modules: ['arktype'],
  exports: { type: { call: { gives: 'schema' } }, scope: { call: { gives: 'scope' } }, Type: { type: 'schema' } },
  types: {
    schema: { call: made, methods: each('assert from', made), anyMethod: { gives: 'this' } },
    scope: { methods: each('type', { gives: 'schema' }) },
  },
});
