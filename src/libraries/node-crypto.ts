import { defineLibrary } from './definition.ts';
import type { Export } from './definition.ts';

// Source: Node.js 26 documentation of node:crypto (randomUUID since v14.17, randomUUIDv7 since v26.1), W3C Web Cryptography (crypto.randomUUID is
// version 4).

const generators: { readonly [name: string]: Export } = {
  randomUUID: { call: { uuid: 4, ordered: { name: 'randomUUIDv7', since: 'Node.js 26.1' } } },
  randomUUIDv7: { call: { uuid: 7 } },
};

/** The standard of every runtime has version 4 only. */
const standard: Export = { members: { randomUUID: { call: { uuid: 4 } } } };

const crypto: Export = { members: { ...generators, webcrypto: standard } };

/** Node's own UUIDs, and those of the global `crypto` of every runtime. */
export const nodeCrypto = defineLibrary({
  name: 'node-crypto',
  concern: 'id',
  modules: ['node:crypto', 'crypto'],
  exports: { ...generators, webcrypto: standard, default: crypto },
  globals: { crypto: { members: { ...standard.members, randomUUIDv7: { call: { uuid: 7 } } } } },
});
