import { defineLibrary } from './definition.ts';
import type { Export } from './definition.ts';
import { each } from './shapes.ts';
import { FIELDS_FIRST } from './pino.ts';

// Source: bunyan 2.0 README (`log.info(fields, format, ...values)`, `log.info(error, …)`, `log.info(format, …)`); restify and others give `req.log`.

const bunyanModule: Export = { new: { gives: 'logger' }, class: { instance: 'logger' }, members: { createLogger: { call: { gives: 'logger' } } } };

export const bunyan = defineLibrary({
  name: 'bunyan',
  concern: 'logging',
  modules: ['bunyan', '@google-cloud/logging-bunyan', 'browser-bunyan'],
  exports: { ...each('default * Logger', bunyanModule), createLogger: { call: { gives: 'logger' } } },
  types: { logger: { methods: { ...FIELDS_FIRST, child: { gives: 'this' } } } },
});
