import { defineLibrary } from './definition.ts';
import type { Call } from './definition.ts';
import { each } from './shapes.ts';

// Source: Powertools for AWS Lambda (TypeScript) 2.36 documentation of Logger: `logger.info(message | { message, …fields }, ...extra)`.

function writes(level: string): Call {
  return { gives: 'nothing', log: { level, message: ['0', '0.message'], fields: ['1', '0'] } };
}

export const powertoolsLogger = defineLibrary({
  name: 'powertools-logger',
  concern: 'logging',
  modules: ['@aws-lambda-powertools/logger'],
  exports: { Logger: { class: { instance: 'logger' } } },
  types: {
    logger: {
      methods: {
        ...each('trace debug info warn error critical', writes),
        createChild: { gives: 'this' },
        ...each('appendKeys appendPersistentKeys addContext removeKeys resetKeys', { gives: 'nothing' }),
      },
    },
  },
});
