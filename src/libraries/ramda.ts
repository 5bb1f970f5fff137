import { defineLibrary } from './definition.ts';
import type { Call } from './definition.ts';
import { each } from './shapes.ts';

// Source: Ramda 0.31 and Remeda 2 documentation: functions that choose fields.

const chooses: Call = { gives: 'mapped' };

/** The list comes last, or the function waits for it. */
export const ramda = defineLibrary({
  name: 'ramda',
  concern: 'other',
  modules: ['ramda', 'remeda'],
  exports: { ...each('pick omit project pickBy pickAll', { call: chooses }), default: { gives: 'ramda' } },
  types: { ramda: { methods: each('pick omit project pickBy pickAll', chooses) } },
});
