import { defineLibrary } from './definition.ts';
import type { Call, Export } from './definition.ts';
import { each } from './shapes.ts';

// Source: NestJS 12 documentation (Logger), @nestjs/common 12.5 `LoggerService`: `log(message, ...optional, context?)`,
// `error(message, stack?, context?)`. `Logger` has the same methods as statics.

function writes(name: string): Call {
  const level = name === 'log' ? 'info' : name;
  return { gives: 'nothing', log: { level, message: ['0', '0.message'], fields: ['0', '1'] } };
}

const logger: Export = { class: { instance: 'logger', static: 'logger' } };

export const nestjsLogger = defineLibrary({
  name: 'nestjs-logger',
  concern: 'logging',
  modules: ['@nestjs/common'],
  exports: { Logger: logger, ConsoleLogger: logger, LoggerService: { type: 'logger' } },
  types: {
    logger: { methods: { ...each('log error warn debug verbose fatal', writes), ...each('setContext localInstance', { gives: 'nothing' }) } },
  },
});
