import { defineLibrary } from './definition.ts';
import type { Call } from './definition.ts';
import { each } from './shapes.ts';

// Source: superstruct 2.0 documentation (create, mask, validate, is).

const made: Call = { gives: 'mapped' };

/** `create(value, Struct)` and `mask(value, Struct)` give what the struct names. `assert` and `is` leave the value as it came. */
export const superstruct = defineLibrary({
  name: 'superstruct',
  concern: 'validation',
  modules: ['superstruct'],
  exports: {
    ...each('create mask', { call: made }),
    validate: { call: { gives: ['scalar', 'mapped'] } },
    is: { call: { gives: 'scalar' } },
    ...each('object type', { call: { gives: 'struct' } }),
  },
  types: { struct: { methods: { ...each('create mask', made), is: { gives: 'scalar' } } } },
});
