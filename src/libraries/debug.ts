import { defineLibrary } from './definition.ts';
import { each } from './shapes.ts';

// Source: debug 4.4 README: a message and loose values, as the console takes them.

export const debug = defineLibrary({
  name: 'debug',
  concern: 'logging',
  modules: ['debug'],
  exports: { ...each('default * debug', { call: { gives: 'logger' } }), Debugger: { type: 'logger' } },
  types: { logger: { call: { gives: 'nothing', log: { level: 'debug', message: '0', fields: '1' } }, methods: { extend: { gives: 'this' } } } },
});
