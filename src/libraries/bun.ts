import { defineLibrary } from './definition.ts';

// Source: Bun 1.3 documentation, utilities: Bun.randomUUIDv7([encoding[, timestamp]]) and Bun.randomUUIDv5(name, namespace).

/** UUIDs of the Bun runtime. */
export const bun = defineLibrary({
  name: 'bun',
  concern: 'id',
  modules: ['bun'],
  exports: { randomUUIDv7: { call: { uuid: 7 } }, randomUUIDv5: { call: { uuid: 5 } } },
  globals: { Bun: { members: { randomUUIDv7: { call: { uuid: 7 } }, randomUUIDv5: { call: { uuid: 5 } } } } },
});
