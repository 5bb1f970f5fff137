import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import { currentTrace } from './trace.ts';

/** Lines of JSON with service, trace and event; never a secret. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: { service: 'shop' },
    mixin: () => ({ ...currentTrace() }),
    redact: ['req.headers.authorization', 'req.headers.cookie', '*.token'],
  };
  return destination ? pino(options, destination) : pino(options);
}
