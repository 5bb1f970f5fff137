import { describe, expect, it } from 'vitest';
import { reading } from './reading.ts';

function logs(code: string, more: Readonly<Record<string, string>> = {}): readonly string[] {
  return reading({ 'src/file.ts': code, ...more }).logs;
}

describe('console', () => {
  it('is known by every name', () => {
    expect(
      logs(`
        import con from 'node:console';
        import { log as print, Console } from 'console';
        import * as all from 'node:console';
        console.log('a', { id: 1 });
        console['warn']('b');
        globalThis.console.error(error);
        global.console.table(rows);
        con.info('c');
        print('d');
        all.debug('e');
        const { trace, dir: show } = console;
        trace('f');
        show(object);
        const out = console;
        out.log('g');
        const write = console.log;
        write('h');
        new Console(process.stdout).log('i');
        console?.log?.('j');
        items.forEach(console.log);
        promise.catch(console.error);
      `),
    ).toEqual([
      "console log, message 'a', fields { id: 1 }",
      "console warn, message 'b'",
      'console error, fields error',
      'console table, fields rows',
      "console info, message 'c'",
      "console log, message 'd'",
      "console debug, message 'e'",
      "console trace, message 'f'",
      'console dir, fields object',
      "console log, message 'g'",
      "console log, message 'h'",
      "console log, message 'i'",
      "console log, message 'j'",
      'console log',
      'console error',
    ]);
  });

  it('is no name that somebody else gave to something else', () => {
    expect(
      logs(`
        import { devConsole } from './dev-console';
        devConsole.log('a');
        ctx.console.info('b');
        export function run(console: Reporter) { console.log('c'); }
        const log = Math.log;
        log(10);
        console.clear();
        console.groupEnd();
      `),
    ).toEqual([]);
  });
});

describe('loggers that take fields first', () => {
  it('pino: by its module, children, Fastify and a file of the project', () => {
    expect(
      logs(
        `
          import pino, { type Logger } from 'pino';
          import { logger as shared } from './logger';
          const log = pino({ level: 'info' });
          const child = log.child({ module: 'orders' });
          log.info('started');
          child.warn({ orderId }, 'slow');
          child.error(error);
          shared.fatal({ err: error }, \`lost \${orderId}\`);
          export class Orders { constructor(private readonly logger: Logger) {} run() { this.logger.debug({ orderId }); } }
        `,
        { 'src/logger.ts': `import { pino } from 'pino'; export const logger = pino(pino.destination(1));` },
      ),
    ).toEqual([
      "pino info, message 'started'",
      "pino warn, message 'slow', fields { orderId }",
      'pino error, fields error',
      'pino fatal, message `lost ${orderId}`, fields { err: error }',
      'pino debug, fields { orderId }',
    ]);
  });

  it('bunyan and roarr', () => {
    expect(
      logs(`
        import bunyan from 'bunyan';
        import { Roarr } from 'roarr';
        const log = bunyan.createLogger({ name: 'orders' });
        log.info({ orderId }, 'paid');
        const other = new bunyan({ name: 'orders' });
        other.error(error, 'lost');
        const roarr = Roarr.child({ package: 'orders' });
        roarr.warn({ orderId }, 'slow');
        roarr('plain');
      `),
    ).toEqual([
      "bunyan info, message 'paid', fields { orderId }",
      "bunyan error, message 'lost', fields error",
      "roarr warn, message 'slow', fields { orderId }",
      "roarr info, message 'plain'",
    ]);
  });
});

describe('loggers that take the message first', () => {
  it('winston: default logger, created, child, log with a level, entry objects', () => {
    expect(
      logs(`
        import winston, { createLogger } from 'winston';
        import * as all from 'winston';
        const logger = createLogger({ format: winston.format.json() });
        logger.info('paid', { orderId });
        logger.child({ module: 'orders' }).error('lost', error);
        logger.log('warn', 'slow', { orderId });
        logger.log({ level: 'info', message: 'entry', orderId });
        winston.debug('default');
        all.createLogger().http('request');
      `),
    ).toEqual([
      "winston info, message 'paid', fields { orderId }",
      "winston error, message 'lost', fields error",
      "winston warn, message 'slow', fields { orderId }",
      "winston info, message 'entry', fields { level: 'info', message: 'entry', orderId }",
      "winston debug, message 'default'",
      "winston http, message 'request'",
    ]);
  });

  it('nest: instances, statics, injected, and the pino one', () => {
    expect(
      logs(`
        import { ConsoleLogger, Injectable, Logger } from '@nestjs/common';
        import { InjectPinoLogger, PinoLogger, Logger as NestPino } from 'nestjs-pino';
        @Injectable()
        export class Orders {
          private readonly logger = new Logger(Orders.name);
          constructor(private readonly injected: Logger, @InjectPinoLogger(Orders.name) private readonly pino: PinoLogger, private readonly nest: NestPino) {}
          run() {
            this.logger.log('paid');
            this.logger.error(\`lost \${id}\`, error.stack);
            this.injected.warn({ orderId }, 'Orders');
            Logger.verbose('static', 'Orders');
            this.pino.info({ orderId }, 'paid');
            this.nest.log('paid');
          }
        }
      `),
    ).toEqual([
      "nestjs-logger info, message 'paid'",
      'nestjs-logger error, message `lost ${id}`',
      'nestjs-logger warn, fields { orderId }',
      "nestjs-logger verbose, message 'static'",
      "nestjs-pino info, message 'paid', fields { orderId }",
      "nestjs-logger info, message 'paid'",
    ]);
  });

  it('the others', () => {
    expect(
      logs(`
        import { consola, createConsola } from 'consola';
        import signale from 'signale';
        import { Logger as TsLog } from 'tslog';
        import { getLogger } from '@logtape/logtape';
        import log4js from 'log4js';
        import loglevel from 'loglevel';
        import npmlog from 'npmlog';
        import createDebug from 'debug';
        import { Logger as Powertools } from '@aws-lambda-powertools/logger';
        consola.success('a');
        createConsola().withTag('orders').warn({ message: 'b', orderId });
        signale.await('c');
        new TsLog({ type: 'json' }).getSubLogger({ name: 'orders' }).fatal({ orderId }, 'd');
        getLogger(['orders']).info('e {orderId}', { orderId });
        getLogger('orders').warn\`f \${orderId}\`;
        log4js.getLogger('orders').mark('g');
        loglevel.error('h');
        npmlog.verbose('orders', 'i');
        createDebug('orders')('j');
        new Powertools().critical('k', { orderId });
      `),
    ).toEqual([
      "consola success, message 'a'",
      "consola warn, message 'b', fields { message: 'b', orderId }",
      "signale await, message 'c'",
      "tslog fatal, message 'd', fields { orderId }",
      "logtape info, message 'e {orderId}', fields { orderId }",
      'logtape warn, message `f ${orderId}`',
      "log4js mark, message 'g'",
      "loglevel error, message 'h'",
      "npmlog verbose, message 'i'",
      "debug debug, message 'j'",
      "powertools-logger critical, message 'k', fields { orderId }",
    ]);
  });
});

describe('a logger of which only the name is known', () => {
  it('is one where it logs, and none where it does something else', () => {
    expect(
      logs(`
        import { logger } from '@acme/logging';
        import { auditLogger } from './audit';
        logger.info('paid', { orderId });
        auditLogger.error(\`lost \${orderId}\`);
        export function run(log) { log.warn({ orderId }, 'slow'); }
        export class Orders { run() { this.logger.debug('seen'); this.logger.level = 'info'; } }
        const log = Math.log2;
        log.toString();
      `),
    ).toEqual([
      "logger info, message 'paid', fields { orderId }, likely",
      'logger error, message `lost ${orderId}`, likely',
      "logger warn, message 'slow', fields { orderId }, likely",
      "logger debug, message 'seen', likely",
    ]);
  });
});
