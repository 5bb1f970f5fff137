import { defineLibrary } from './definition.ts';
import type { Call } from './definition.ts';
import { each } from './shapes.ts';

// Source: Ajv 8.20 documentation (compile, compileParser, compileSerializer, validate).

const made: Call = { gives: 'mapped' };

/** What `ajv.compile(schema)` gives only says yes or no; the value stays what it was. */
export const ajv = defineLibrary({
  name: 'ajv',
  concern: 'validation',
  modules: ['ajv', 'ajv/**'],
  exports: { ...each('default Ajv', { class: { instance: 'ajv' }, new: { gives: 'ajv' } }) },
  types: {
    ajv: {
      methods: {
        ...each('compile compileAsync', { gives: 'validator' }),
        compileParser: { gives: 'parser' },
        compileSerializer: { gives: 'parser' },
        validate: { gives: 'scalar' },
        ...each('addSchema addKeyword addFormat', { gives: 'this' }),
      },
    },
    validator: { call: { gives: 'scalar' } },
    parser: { call: made },
  },
});
