import { defineLibrary } from './definition.ts';
import type { Call } from './definition.ts';
import { each } from './shapes.ts';

// Source: signale 1.4 README: its log types, `scope`, `new Signale()`.

const LEVELS = 'error fatal fav info star success wait warn complete pending note start pause debug await watch log';

function writes(level: string): Call {
  return { gives: 'nothing', log: { level, message: ['0', '0.message'], fields: ['0', '1'] } };
}

export const signale = defineLibrary({
  name: 'signale',
  concern: 'logging',
  modules: ['signale'],
  exports: {
    ...each('default *', { gives: 'logger', members: { Signale: { new: { gives: 'logger' }, class: { instance: 'logger' } } } }),
    Signale: { new: { gives: 'logger' }, class: { instance: 'logger' } },
    ...each(LEVELS, (level) => ({ call: writes(level) })),
  },
  types: { logger: { methods: { ...each(LEVELS, writes), ...each('scope unscope', { gives: 'logger' }) } } },
});
