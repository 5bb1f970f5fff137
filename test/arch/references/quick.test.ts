import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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

describe('the top of a file is read as the parser reads it, or left to it', () => {
  test.each([
    `import { default } from './a';`,
    `import { if } from './a';`,
    `import { a as if } from './a';`,
    `import let from './a';`,
    `import * as new from './a';`,
    `import * from './a';`,
    `import a, { b }, * as c from './a';`,
    `import { a,, b } from './a';`,
    `import { , } from './a';`,
    `import { a b } from './a';`,
    `import { a, } from './a';`,
    `import a, from './a';`,
    `import { a } from './a' with;`,
    `import { a } from './a'\n  with { type: 'json' };\nimport './b';`,
    `import { a } from './a' import './b';`,
    `import { a } from './a'; import './b'`,
    `import { a } from './a' // a comment\nimport './b' /* another */\nimport './c'`,
    `import/**/{/* a */a/* b */}/**/from/**/'./a';`,
    `import{a}from'./a';export*from'./b'`,
    `import a from\n'./a'\nimport b from './b'.c`,
    `import type A, { B } from './a';`,
    `import type { type A } from './a';`,
    `import type from './a';`,
    `import type, { a } from './a';`,
    `import type type from './a';`,
    `import type from from './a';`,
    `import { type } from './a';`,
    `import { type as } from './a';`,
    `import { type as as } from './a';`,
    `import { type as as as } from './a';`,
    `import { type type as type } from './a';`,
    `import { type a as b c } from './a';`,
    `import defer * as a from './a';`,
    `import a = require('./a');`,
    `import('./a');`,
    `import.meta.url;`,
    `export { default } from './a'; export { a as if } from './b'; export { type A, b as c, } from './c';`,
    `export * as default from './a'; export type * as a from './b';`,
    `export { a as } from './a';`,
    `export * as from './a';`,
    `export { type a } from './a'; export { type } from './b'; export type { type C } from './c';`,
    `export {}; export { b }; const b = 1;`,
    `'use client';\n"use strict"\nimport './a';`,
    `'use client' + 1; import './a';`,
    `'use client'\n.length; import './a';`,
    `#!/usr/bin/env node\nimport './a';`,
    `\n#!/usr/bin/env node\nimport './a';`,
    `/* never closed import './a';`,
    `import '\\u0061'; import './a\\'b';`,
    `import é from './a'; import b from './b';`,
    `import 'a\u2028'; import './b';`,
    `import { a } from './a';\n}`,
    `import { a } from './a';\nexport`,
    `import { a } from './a';\nconst b = '\\u';`,
    `import { a } from './a';\nlabel: for (;;) {}\nimport { b } from './b';\nexport { c } from './c'; export * from './d';`,
    `export * as a from './a'; export const a = 1;`,
  ])('%j', (code) => {
    for (const path of ['a.ts', 'a.tsx', 'a.js', 'a.d.ts', 'a.mts', 'a.cjs']) {
      expect(readFileReferences(path, code), path).toEqual(readExactReferences(path, code));
    }
  });
});
