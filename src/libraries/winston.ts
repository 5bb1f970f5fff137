import { defineLibrary } from './definition.ts';
import type { Call, Export } from './definition.ts';
import { each } from './shapes.ts';

// Source: winston 3.19 README (`logger.log(level, message, ...meta)`, `logger.log(entry)`, `logger.info(message, ...meta)`), the levels of
// `winston.config` npm, syslog and cli; nest-winston 1.10 (`WINSTON_MODULE_PROVIDER`).

const LEVELS = 'error warn info http verbose debug silly emerg alert crit warning notice help data prompt input';

function writes(level: string): Call {
  return { gives: 'this', log: { level, message: ['0', '0.message'], fields: ['1', '0'] } };
}

const log: Call = { gives: 'this', log: { level: { at: ['0', '0.level'] }, message: ['1', '0.message'], fields: ['2', '1', '0'] } };

const logger: Export = { class: { instance: 'logger' } };

/** The module itself is a logger with default settings. */
const winstonModule: Export = {
  gives: 'logger',
  members: { createLogger: { call: { gives: 'logger' } }, Logger: logger, Container: { new: { gives: 'container' } }, loggers: { gives: 'container' } },
};

export const winston = defineLibrary({
  name: 'winston',
  concern: 'logging',
  modules: ['winston', 'logform', 'nest-winston'],
  exports: {
    default: winstonModule,
    '*': winstonModule,
    createLogger: { call: { gives: 'logger' } },
    Logger: logger,
    loggers: { gives: 'container' },
    Container: { new: { gives: 'container' } },
    WinstonLogger: { class: { instance: 'nestjs-logger.logger' } },
    ...each(LEVELS, (level): Export => ({ call: writes(level) })),
    log: { call: log },
  },
  types: {
    logger: {
      methods: {
        ...each(LEVELS, writes),
        log,
        createLogger: { gives: 'logger' },
        ...each('child add remove clear configure', { gives: 'this' }),
        ...each('profile startTimer', { gives: 'nothing' }),
      },
      properties: { loggers: 'container' },
    },
    container: { methods: each('get add', { gives: 'logger' }) },
  },
});
