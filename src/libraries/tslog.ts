import { defineLibrary } from './definition.ts';
import type { Call } from './definition.ts';
import { each } from './shapes.ts';

// Source: tslog 5.1 README (`log.info(...args)`: any argument may hold fields), `getSubLogger`, `child`.

function writes(level: string): Call {
  return { gives: 'nothing', log: { level, message: ['0', '1'], fields: ['0', '1'] } };
}

export const tslog = defineLibrary({
  name: 'tslog',
  concern: 'logging',
  modules: ['tslog'],
  exports: {
    Logger: { class: { instance: 'logger' } },
    ILogObj: {},
    createLogger: { call: { gives: 'logger' } },
    log: { gives: 'logger' },
  },
  types: {
    logger: { methods: { ...each('silly trace debug info warn error fatal', writes), ...each('getSubLogger child', { gives: 'this' }) } },
  },
});
