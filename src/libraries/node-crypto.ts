import { defineLibrary } from './definition.ts';
import type { Export } from './definition.ts';

// Source: Node.js 26 documentation of node:crypto (randomUUID since v14.17, randomUUIDv7 since v26.1), W3C Web Cryptography (crypto.randomUUID is
// version 4).

const generators: { readonly [name: string]: Export } = {
  randomUUID: { call: { uuid: 4 } },
  randomUUIDv7: { call: { uuid: 7 } },
};

const crypto: Export = { members: { ...generators, webcrypto: { members: generators } } };

/** Node's own UUIDs, and those of the global `crypto` of every runtime. */
export const nodeCrypto = defineLibrary({
  name: 'node-crypto',
  concern: 'id',
  modules: ['node:crypto', 'crypto'],
  exports: { ...generators, webcrypto: { members: generators }, default: crypto },
  globals: { crypto },
  uuid7: { value: 'randomUUIDv7()' },
});
