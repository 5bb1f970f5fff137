import { describe, expect, it } from 'vitest';
import { check, places, projectOf } from '../support/projects.ts';

const CODE = 'export const value = 1;\n';

/** What a file of the module orders is told. */
function told(text: string, { file = 'src/modules/orders/logic.ts', ...files }: Readonly<Record<string, string>> = {}): string[] {
  const root = projectOf({
    'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
    'package.json': '{ "name": "shop", "imports": { "#modules/*": "./src/modules/*.ts" }, "workspaces": ["packages/*"] }',
    'src/modules/billing/db.ts': CODE,
    'src/modules/billing/contract.ts': 'export type Id = string;\n',
    'src/modules/billing/contracts/paid.ts': 'export type Paid = string;\n',
    'src/modules/billing/templates/invoice.ts': CODE,
    'src/modules/billing/templates/reminder.ts': CODE,
    'src/modules/billing/__tests__/samples.ts': CODE,
    'src/modules/shipping/label.ts': CODE,
    'src/modules/orders/own/a.ts': CODE,
    'packages/kit/package.json': '{ "name": "@acme/kit", "exports": { "./*": "./dist/*.js" } }',
    'packages/kit/src/modules/parts/deep/part.ts': CODE,
    ...files,
    [file]: text,
  });
  return check(root).findings.map(({ message, line, column }) => `${line}:${column} ${message}`);
}

describe('a static beginning', () => {
  it.each([
    ['import(`../billing/templates/${name}.ts`)', '`orders` may not use `billing`\'s internals: the path leads into `billing/templates/`. Import what you need from `billing/contract.ts`.'],
    ["import('../billing/templates/' + name)", '`orders` may not use `billing`\'s internals: the path leads into `billing/templates/`. Import what you need from `billing/contract.ts`.'],
    ['import(`../billing/db-${name}`)', '`orders` may not use `billing`\'s internals: the path leads into `billing/`. Import what you need from `billing/contract.ts`.'],
    ['import(`@/modules/billing/${name}`)', '`orders` may not use `billing`\'s internals: the path leads into `billing/` through `@/*`. Import what you need from `billing/contract.ts`.'],
    ['import(`#modules/billing/${name}`)', '`orders` may not use `billing`\'s internals: the path leads into `billing/` through `#modules/billing/`. Import what you need from `billing/contract.ts`.'],
    ['import(`@acme/kit/modules/parts/deep/${name}`)', '`orders` may not use `parts`\'s internals: the path leads into `parts/deep/` through `@acme/kit`. `parts` has no contract: create `parts/contract.ts` with what others may use.'],
    ['import(`../billing/__tests__/${name}`)', 'Code that is no test may not use a test file: the path leads into `billing/__tests__/`. Move what both need to a file that is no test.'],
    ['import(`../billing/nowhere/${name}`)', '`../billing/nowhere/` leads into `billing`, but no such folder is there: what it would use cannot be judged. Correct the path, or create `billing/nowhere`.'],
    ['import(`../billing/db.ts?v=${name}`)', '`orders` may not use `billing`\'s internals: it takes all of `billing/db.ts`. Import what you need from `billing/contract.ts`.'],
  ])('%s', (expression, message) => {
    expect(told(`export const load = (name: string): Promise<unknown> => ${expression};\n`).map((line) => line.replace(/^\d+:\d+ /, ''))).toEqual([message]);
  });

  it.each([
    'import(`../billing/contracts/${name}.ts`)',
    'import(`./own/${name}.ts`)',
    'import(`./${name}.ts`)',
    'import(`../${name}/contract.ts`)',
    'import(`..${name}`)',
    'import(`${name}/x`)',
    'import(`lodash/${name}`)',
    'import(`node:${name}`)',
    'import(name)',
  ])('%s is allowed', (expression) => {
    expect(told(`export const load = (name: string): Promise<unknown> => ${expression};\n`)).toEqual([]);
  });
});

describe('a glob', () => {
  it.each([
    ["import.meta.glob('../billing/templates/*.ts')", ['`orders` may not use `billing`\'s internals: the pattern matches `billing/templates/invoice.ts` and 1 more of its files. Import what you need from `billing/contract.ts`.']],
    [
      "import.meta.glob('../*/*.ts')",
      [
        '`orders` may not use `billing`\'s internals: the pattern matches `billing/db.ts`. Import what you need from `billing/contract.ts`.',
        '`orders` may not use `shipping`\'s internals: the pattern matches `shipping/label.ts`. `shipping` has no contract: create `shipping/contract.ts` with what others may use.',
      ],
    ],
    ["import.meta.glob('@/modules/billing/{db,none}.ts')", ['`orders` may not use `billing`\'s internals: the pattern matches `billing/db.ts`. Import what you need from `billing/contract.ts`.']],
    ["import.meta.glob('/src/modules/shipping/**')", ['`orders` may not use `shipping`\'s internals: the pattern matches `shipping/label.ts`. `shipping` has no contract: create `shipping/contract.ts` with what others may use.']],
    ["import.meta.glob('../billing/nothing/*.ts')", ['`../billing/nothing/*.ts` leads into `billing`, but no file there matches it: what it would use cannot be judged. Correct the pattern, or take it out.']],
    ["import.meta.glob('../billing/*.sql')", ['`../billing/*.sql` leads into `billing`, but no file there matches it: what it would use cannot be judged. Correct the pattern, or take it out.']],
  ])('%s', (expression, messages) => {
    expect(told(`export const found = ${expression};\n`).map((line) => line.replace(/^\d+:\d+ /, ''))).toEqual(messages);
  });

  it.each([
    "import.meta.glob('./**/*.ts')",
    "import.meta.glob('./nothing/*.ts')",
    "import.meta.glob('../billing/contracts/*.ts')",
    "import.meta.glob(['../billing/*.ts', '!../billing/db.ts'])",
    "import.meta.glob('../../lib/**')",
  ])('%s is allowed', (expression) => {
    expect(told(`export const found = ${expression};\n`)).toEqual([]);
  });
});

describe('a declaration of a module', () => {
  it('refers to the file that it adds to', () => {
    expect(told("declare module '../billing/db' {\n  interface Row {}\n}\n\ndeclare module 'express' {}\n\nexport {};\n")).toEqual([
      '1:16 `orders` may not use `billing`\'s internals, types included: `Row` comes from `billing/db.ts`. Move it to `billing/contract.ts` and import it from there.',
    ]);
  });
});

describe('a reference', () => {
  it('may be to what is no code', () => {
    const files = { 'src/modules/billing/rates.json': '{}', 'src/modules/billing/invoice.sql': 'select 1;\n' };
    expect(told("import rates from '../billing/rates.json';\n\nexport const sql = new URL('../billing/invoice.sql', import.meta.url);\nexport { rates };\n", files)).toEqual([
      '1:19 `orders` may not use `billing`\'s internals: its default export comes from `billing/rates.json`. Import what you need from `billing/contract.ts`.',
      '3:28 `orders` may not use `billing`\'s internals: it uses `billing/invoice.sql`. Import what you need from `billing/contract.ts`.',
    ]);
  });

  it('names many by the first few', () => {
    const files = { 'src/modules/billing/many.ts': 'export const a = 1, b = 2, c = 3, d = 4, e = 5;\n' };
    expect(told("import { a, b, c, d, e } from '../billing/many';\n\nexport const all = [a, b, c, d, e];\n", files)[0]).toContain('`a`, `b` and 3 more come from `billing/many.ts`.');
  });

  it('is found in JavaScript too', () => {
    const files = { file: 'src/modules/orders/legacy.cjs', 'src/modules/shipping/label.js': 'exports.label = 1;\n' };
    expect(places(check(projectOf({ 'src/modules/shipping/label.js': 'exports.label = 1;\n', 'src/modules/orders/legacy.cjs': "const { label } = require('../shipping/label');\n/** @type {import('../shipping/label').Label} */\nmodule.exports = label;\n" })).findings)).toEqual([
      'src/modules/orders/legacy.cjs:1:27 no-cross-module-imports',
      'src/modules/orders/legacy.cjs:2:19 no-cross-module-imports',
    ]);
    expect(told("const { label } = require('../shipping/label');\nmodule.exports = label;\n", files)).toEqual([
      '1:27 `orders` may not use `shipping`\'s internals: `label` comes from `shipping/label.ts`. `shipping` has no contract: create `shipping/contract.ts` with the types, constants and events that others may use.',
    ]);
  });
});
