import { defineLibrary } from './definition.ts';
import type { Call } from './definition.ts';
import { each } from './shapes.ts';

// Source: LogTape 2.4 manual (Structured logging): `logger.info(message, properties | () => properties)`, `logger.info(properties)`, and a template tag.
// `logger.info\`…\`` has no fields.

function writes(level: string): Call {
  return { gives: 'nothing', log: { level, message: ['0', '1', 'template'], fields: ['1', '0'] } };
}

export const logtape = defineLibrary({
  name: 'logtape',
  concern: 'logging',
  modules: ['@logtape/logtape'],
  exports: { getLogger: { call: { gives: 'logger' } }, Logger: { type: 'logger' } },
  types: {
    logger: { methods: { ...each('trace debug info warn warning error fatal', writes), ...each('getChild with', { gives: 'this' }) } },
  },
});
