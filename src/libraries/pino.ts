import { defineLibrary } from './definition.ts';
import type { Call, Export } from './definition.ts';
import { each } from './shapes.ts';

// Source: pino 10.4 API (`logger[level](mergingObject?, message?, ...values)`), pino-http 11, nestjs-pino 4.6 (`PinoLogger`, and a `Logger` with
// Nest's signature). Fields are the first argument: after a text the second one only fills a placeholder.

function writes(level: string): Call {
  return { gives: 'nothing', log: { level, message: ['0', '1'], fields: '0' } };
}

/** Bunyan's calls are the same as pino's: pino took them over. */
export const FIELDS_FIRST = each('trace debug info warn error fatal', writes);

const factory: Export = { call: { gives: 'logger' }, members: { pino: { call: { gives: 'logger' } }, default: { call: { gives: 'logger' } } } };

export const pino = defineLibrary({
  name: 'pino',
  concern: 'logging',
  modules: ['pino', 'pino-http'],
  exports: {
    ...each('default pino pinoHttp *', factory),
    ...each('Logger BaseLogger', { type: 'logger' }),
  },
  types: {
    logger: {
      methods: { ...FIELDS_FIRST, silent: { gives: 'nothing' }, child: { gives: 'this' }, ...each('setBindings bindings flush isLevelEnabled', { gives: 'nothing' }) },
      properties: { logger: 'logger' },
    },
  },
});

export const nestjsPino = defineLibrary({
  name: 'nestjs-pino',
  concern: 'logging',
  modules: ['nestjs-pino'],
  exports: {
    PinoLogger: { class: { instance: 'logger' } },
    Logger: { class: { instance: 'nestjs-logger.logger' } },
    InjectPinoLogger: { decorator: { gives: 'logger' } },
  },
  types: {
    logger: { extends: 'pino.logger', properties: { logger: 'pino.logger' }, methods: each('assign setContext', { gives: 'nothing' }) },
  },
});
