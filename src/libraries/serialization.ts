import { defineLibrary } from './definition.ts';
import type { Call } from './definition.ts';
import { each } from './shapes.ts';

// Source: superjson 2, devalue 5, flatted 3, safe-stable-stringify 2, json-bigint 1, serialize-javascript 6, @msgpack/msgpack 3 READMEs:
// they write down all that they are given.

const same: Call = { gives: 'argument' };

export const serialization = defineLibrary({
  name: 'serialization',
  concern: 'other',
  modules: ['superjson', 'devalue', 'flatted', 'safe-stable-stringify', 'fast-safe-stringify', 'json-bigint', 'serialize-javascript', '@msgpack/msgpack'],
  exports: {
    ...each('serialize stringify uneval encode', { call: same }),
    ...each('SuperJSON superjson', { gives: 'writer' }),
    default: { call: same, members: each('serialize stringify uneval encode', { call: same }) },
  },
  types: { writer: { methods: each('serialize stringify uneval encode', same) } },
});
