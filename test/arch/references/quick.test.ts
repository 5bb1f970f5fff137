import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readExactReferences, readFileReferences } from '../../../src/arch/references/index.ts';

/** Statements that the quick reader takes by itself, and such that make it look at the tree or at the words in comments. */
const STATEMENTS = [
  `import a1, { type B1, c1 as d1 } from './a';`,
  `import type { B2 } from './b';`,
  `import {} from './c';`,
  `export * from './d';`,
  `export * as e1 from './e';`,
  `export { f1, type F2 } from './f';`,
  `export {} from './g';`,
  `import { h1 } from './h'; export { h1 };`,
  `export const i1 = () => import('./i');`,
  `const { j1 } = await import('./j');`,
  `const k1 = await import('./k');`,
  `const l1: import('./l').L = undefined;`,
  `const m1 = require('./m');`,
  `vi.mock('./n', () => ({}));`,
  `new URL('./o', import.meta.url);`,
  `declare module './p' { interface P {} }`,
  `class Q1 { require() { return "require('./q')"; } }`,
  `send.mock.calls.length; const r1 = { required: true, module: 'x' };`,
  `// require('./s') and import('./s'), vi.mock, new Worker`,
  `/* import('./t') */ const t1 = "import('./t')" + 'require';`,
  'const u1 = `import("./u") ${x} require`;',
  `const v1 = /import\\(|require/;`,
  `const w1 = '\\u0061';`,
  `function x1() { return import(\`./x/\${y}\`); }`,
  `export default class { async load() { await import('./y'); } }`,
  `import z1 = require('./z');`,
  `const o = { ['require']: 1, 'mock': 2 }; o['require']('./no');`,
  `/** @import { A } from './jsdoc' */`,
  `const emoji = '🧾é';`,
];

test('the quick reader finds what the tree holds, whatever stands beside it', () => {
  const file = fc.record({
    statements: fc.subarray(STATEMENTS).chain((some) => fc.shuffledSubarray(some, { minLength: some.length })),
    end: fc.constantFrom('\n', '\r\n', ' '),
  });
  fc.assert(
    fc.property(file, ({ statements, end }) => {
      const text = statements.map((one) => (one.startsWith('//') ? `${one}\n` : one)).join(end);
      expect(readFileReferences('file.ts', text)).toEqual(readExactReferences('file.ts', text));
    }),
    { numRuns: 300 },
  );
});
