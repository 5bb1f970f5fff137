import { defineLibrary } from './definition.ts';
import type { Call } from './definition.ts';
import { each } from './shapes.ts';

// Source: npmlog 8 README: `log.info(prefix, message, ...values)`.

export const npmlog = defineLibrary({
  name: 'npmlog',
  concern: 'logging',
  modules: ['npmlog'],
  exports: each('default *', { gives: 'logger' }),
  types: {
    logger: {
      methods: each('silly verbose info timing http notice warn error', (level): Call => ({ gives: 'nothing', log: { level, message: '1', fields: '2' } })),
    },
  },
});
