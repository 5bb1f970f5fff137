import { defineLibrary } from './definition.ts';
import type { Call, Export } from './definition.ts';
import { each } from './shapes.ts';

// Source: Node.js 20 documentation of `console` and `node:console`, every method of `console` (Node 20.20: `Object.keys(console)`).

const METHODS = 'assert count countReset debug dir dirxml error group groupCollapsed info log table time timeEnd timeLog timeStamp trace warn';

function writes(level: string): Call {
  const message = level === 'assert' || level === 'timeLog' ? '1' : '0';
  return { gives: 'nothing', log: { level, message, fields: 'last' } };
}

const console: Export = { gives: 'console', members: { Console: { new: { gives: 'console' }, class: { instance: 'console' } } } };

export const consoleLibrary = defineLibrary({
  name: 'console',
  concern: 'logging',
  modules: ['console', 'node:console'],
  exports: {
    default: console,
    '*': console,
    console,
    Console: { new: { gives: 'console' }, class: { instance: 'console' } },
    ...each(METHODS, (name): Export => ({ call: writes(name) })),
  },
  globals: {
    console,
    ...each('globalThis global', { members: { console } }),
  },
  types: {
    console: {
      methods: { ...each(METHODS, writes), ...each('clear groupEnd profile profileEnd', { gives: 'nothing' }) },
      properties: { console: 'console' },
    },
  },
});
