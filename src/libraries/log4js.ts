import { defineLibrary } from './definition.ts';
import type { Call, Export } from './definition.ts';
import { each } from './shapes.ts';

// Source: log4js 6.9 documentation (Logger): a message and loose values, as the console takes them.

function writes(level: string): Call {
  return { gives: 'nothing', log: { level, message: '0', fields: '1' } };
}

const log4jsModule: Export = { gives: 'module', members: { getLogger: { call: { gives: 'logger' } } } };

export const log4js = defineLibrary({
  name: 'log4js',
  concern: 'logging',
  modules: ['log4js'],
  exports: { default: log4jsModule, '*': log4jsModule, getLogger: { call: { gives: 'logger' } }, Logger: { type: 'logger' } },
  types: {
    module: { methods: { configure: { gives: 'this' }, getLogger: { gives: 'logger' } } },
    logger: {
      methods: {
        ...each('trace debug info warn error fatal mark', writes),
        log: { gives: 'nothing', log: { level: { at: '0' }, message: ['1', '0'], fields: ['2', '1'] } },
      },
    },
  },
});
