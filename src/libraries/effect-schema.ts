import { defineLibrary } from './definition.ts';
import type { Call } from './definition.ts';
import { each } from './shapes.ts';

// Source: Effect 3 documentation (Schema: decode, encode).

const PARSERS =
  'decodeSync decodeUnknownSync decodeUnknown decodePromise decodeUnknownPromise encodeSync encodeUnknownSync encodePromise encodeUnknownPromise';
const made: Call = { gives: 'mapped' };

export const effectSchema = defineLibrary({
  name: 'effect-schema',
  concern: 'validation',
  modules: ['effect', 'effect/Schema', '@effect/schema'],
  exports: {
    ...each('Schema S', {
      members: each(PARSERS, { call: { gives: 'parser' } }),
    }),
    ...each(PARSERS, { call: { gives: 'parser' } }),
  },
  types: { parser: { call: made } },
});
