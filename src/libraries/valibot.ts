import { defineLibrary } from './definition.ts';
import type { Call } from './definition.ts';
import { each } from './shapes.ts';

// Source: valibot 1.5 API reference: `v.parse(schema, value)`, `v.safeParse`, `v.parser(schema)(value)`.

const parsing = {
  ...each('parse parseAsync', { gives: 'mapped' } satisfies Call),
  ...each('safeParse safeParseAsync', { gives: { output: 'mapped', success: 'scalar', issues: 'scalar' } } satisfies Call),
  ...each('parser parserAsync', { gives: 'parser' } satisfies Call),
  ...each('safeParser safeParserAsync', { gives: 'safeParser' } satisfies Call),
  is: { gives: 'scalar' } satisfies Call,
};

const functions = Object.fromEntries(Object.entries(parsing).map(([name, call]) => [name, { call }]));

export const valibot = defineLibrary({
  name: 'valibot',
  concern: 'validation',
  modules: ['valibot'],
  exports: functions,
  types: {
    parser: { call: { gives: 'mapped' } },
    safeParser: { call: { gives: { output: 'mapped', success: 'scalar', issues: 'scalar' } } },
  },
});
