import { defineLibrary } from './definition.ts';
import type { Call, Export } from './definition.ts';
import { each } from './shapes.ts';

// Source: loglevel 1.9 README: a message and loose values, as the console takes them.

function writes(level: string): Call {
  return { gives: 'nothing', log: { level, message: '0', fields: '1' } };
}

export const loglevel = defineLibrary({
  name: 'loglevel',
  concern: 'logging',
  modules: ['loglevel'],
  exports: {
    ...each('default *', { gives: 'logger' }),
    ...each('trace debug info warn error', (level): Export => ({ call: writes(level) })),
    getLogger: { call: { gives: 'logger' } },
  },
  types: { logger: { methods: { ...each('trace debug info log warn error', writes), getLogger: { gives: 'logger' } } } },
});
