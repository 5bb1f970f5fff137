import { defineLibrary } from './definition.ts';
import type { Call, Export } from './definition.ts';
import { each } from './shapes.ts';

// Source: Joi 18.3 API (any.validate, any.validateAsync, attempt): keys that a schema does not name are an error.

const made: Call = { gives: 'mapped' };

const joiValidate = {
  validate: { gives: { value: 'mapped', error: 'scalar', warning: 'scalar' } },
  validateAsync: made,
} satisfies { readonly [name: string]: Call };

const joiModule: Export = {
  gives: 'joi',
  members: { attempt: { call: made } },
};

export const joi = defineLibrary({
  name: 'joi',
  concern: 'validation',
  modules: ['joi', '@hapi/joi'],
  exports: {
    default: joiModule,
    ...each('attempt', { call: made }),
    ...each('object string number boolean array date any alternatives', { call: { gives: 'schema' } }),
    ...each('Schema ObjectSchema AnySchema', { type: 'schema' }),
  },
  types: {
    joi: { methods: each('attempt', made), anyMethod: { gives: 'schema' } },
    schema: { methods: joiValidate, anyMethod: { gives: 'this' } },
  },
});
