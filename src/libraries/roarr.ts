import { defineLibrary } from './definition.ts';
import { each } from './shapes.ts';
import { FIELDS_FIRST } from './pino.ts';

// Source: Roarr 7.21 README: `log(context, message, ...values)` or `log(message, …)`, the same for each level (and its `Once` form), `child`, `adopt`.

const levels = 'trace debug info warn error fatal';

export const roarr = defineLibrary({
  name: 'roarr',
  concern: 'logging',
  modules: ['roarr'],
  exports: {
    ...each('Roarr ROARR default', { gives: 'logger', type: 'logger' }),
    Logger: { type: 'logger' },
  },
  types: {
    logger: {
      call: { gives: 'nothing', log: { level: 'info', message: ['0', '1'], fields: '0' } },
      methods: {
        ...FIELDS_FIRST,
        ...Object.fromEntries(levels.split(' ').map((level) => [`${level}Once`, { gives: 'nothing', log: { level, message: ['0', '1'], fields: '0' } }])),
        child: { gives: 'this' },
        adopt: { gives: 'callback', callbacks: [{ at: '0', params: [] }] },
      },
    },
  },
});
