import { defineLibrary } from './definition.ts';
import type { Call } from './definition.ts';
import { each } from './shapes.ts';

// Source: consola 3.4 README (`consola.info(message | { message, …fields }, ...args)`) and its `LogTypes`.

const LEVELS = 'silent fatal error warn log info success fail ready start box debug trace verbose';

function writes(level: string): Call {
  return { gives: 'nothing', log: { level, message: ['0', '0.message'], fields: ['0', '1'] } };
}

export const consola = defineLibrary({
  name: 'consola',
  concern: 'logging',
  modules: ['consola', 'consola/**'],
  exports: {
    ...each('default consola', { gives: 'logger', members: { consola: { gives: 'logger' }, create: { call: { gives: 'logger' } } } }),
    createConsola: { call: { gives: 'logger' } },
    useLogger: { call: { gives: 'logger' } },
    ...each('ConsolaInstance Consola', { type: 'logger' }),
  },
  types: {
    logger: { methods: { ...each(LEVELS, writes), ...each('withTag withScope withDefaults create', { gives: 'logger' }) } },
  },
});
