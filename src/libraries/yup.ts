import { defineLibrary } from './definition.ts';
import type { Call } from './definition.ts';
import { each } from './shapes.ts';

// Source: yup 1.7 README (validate, validateSync, cast).

const made: Call = { gives: 'mapped' };
const yupMethods = { ...each('validate validateSync cast', made), ...each('isValid isValidSync', { gives: 'scalar' }) };

export const yup = defineLibrary({
  name: 'yup',
  concern: 'validation',
  modules: ['yup'],
  exports: {
    default: { gives: 'yup' },
    ...each('object string number boolean array date mixed tuple lazy', { call: { gives: 'schema' } }),
    ...each('Schema AnyObjectSchema ObjectSchema', { type: 'schema' }),
  },
  types: { yup: { anyMethod: { gives: 'schema' } }, schema: { methods: yupMethods, anyMethod: { gives: 'this' } } },
});
