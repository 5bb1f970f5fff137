import { defineLibrary } from './definition.ts';
import type { Call } from './definition.ts';
import { each } from './shapes.ts';

// A logger of which only the name is known: `logger`, `log`, `requestLogger`, whatever made it. The first text is the message, the first value that is
// no text are the fields, wherever they stand.

function writes(level: string): Call {
  return { gives: 'nothing', log: { level, message: ['0', '1'], fields: ['0', '1', '2'] } };
}

export const logger = defineLibrary({
  name: 'logger',
  concern: 'logging',
  modules: [],
  types: {
    logger: { methods: { ...each('trace debug verbose info notice warn warning error fatal critical', writes), child: { gives: 'this' } } },
  },
  names: {
    ...each('logger log', { is: 'logger', evidence: 'shape' }),
    '*Logger': { is: 'logger', evidence: 'shape' },
    '*Log': { is: 'logger', evidence: 'shape' },
  },
});
