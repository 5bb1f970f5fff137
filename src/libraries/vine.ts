import { defineLibrary } from './definition.ts';
import type { Call } from './definition.ts';
import { each } from './shapes.ts';

// Source: VineJS 3 documentation (compile, create, validate, tryValidate).

const made: Call = { gives: 'mapped' };

export const vine = defineLibrary({
  name: 'vine',
  concern: 'validation',
  modules: ['@vinejs/vine'],
  exports: { default: { gives: 'vine' } },
  types: {
    vine: { methods: { ...each('compile create withMetaData', { gives: 'validator' }), validate: made }, anyMethod: { gives: 'schema' } },
    schema: { anyMethod: { gives: 'this' } },
    validator: { methods: { validate: made, tryValidate: { gives: ['scalar', 'mapped'] } } },
  },
});
