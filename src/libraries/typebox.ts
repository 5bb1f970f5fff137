import { defineLibrary } from './definition.ts';
import type { Call } from './definition.ts';
import { each } from './shapes.ts';

// Source: TypeBox 0.34 (@sinclair/typebox) and 1 (typebox) documentation: Value and TypeCompiler. `Check` leaves the value as it came.

const made: Call = { gives: 'mapped' };
const valueMethods = {
  ...each('Parse Decode Encode Clean Cast Convert Default', made),
  Check: { gives: 'scalar' },
} satisfies { readonly [name: string]: Call };
const validatorMethods = { ...each('Decode Encode Parse', made), Check: { gives: 'scalar' } } satisfies { readonly [name: string]: Call };

export const typebox = defineLibrary({
  name: 'typebox',
  concern: 'validation',
  modules: ['@sinclair/typebox', '@sinclair/typebox/**', 'typebox', 'typebox/**'],
  exports: {
    Value: { gives: 'value' },
    default: { gives: 'value' },
    TypeCompiler: { gives: 'compiler' },
    Compile: { call: { gives: 'validator' } },
    ...each('Parse Decode Encode Clean Cast', { call: made }),
  },
  types: {
    value: { methods: valueMethods },
    compiler: { methods: { Compile: { gives: 'validator' } } },
    validator: { methods: validatorMethods },
  },
});
