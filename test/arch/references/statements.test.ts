import { describe, expect, test } from 'vitest';
import { inShort, sitesIn } from './read.ts';

describe('names are those of the target', () => {
  test.each([
    [`import find, { Invoice as Line, default as again } from './db';`, ['import: ./db default Invoice default']],
    [`import find, * as db from './db';`, ['import: ./db default *']],
    [`import { 'find-invoice' as find } from './db';`, ['import: ./db find-invoice']],
    [`export { default as find, Invoice as Line } from './db';`, ['export: ./db default Invoice']],
    [`export { 'find-invoice' as 'find' } from './db';`, ['export: ./db find-invoice']],
    [`export * as default from './db';`, ['export: ./db *']],
  ])('%s', (code, expected) => expect(inShort(code)).toEqual(expected));
});

describe('a reference is a type when nothing of it is left at run time', () => {
  test.each([
    [`import type Invoice from './db';`, ['type import: ./db default']],
    [`import type * as db from './db';`, ['type import: ./db *']],
    [`import type {} from './db';`, ['type import: ./db']],
    [`import { type Invoice, type Line } from './db';`, ['type import: ./db Invoice Line']],
    [`export type * as db from './db';`, ['type export: ./db *']],
    [`export type {} from './db';`, ['type export: ./db']],
    [`export { type Invoice } from './db';`, ['type export: ./db Invoice']],
    [`let x: import('./db').Ledger.Entry<string>[];`, ['type import-type: ./db Ledger']],
    [`let x: Map<string, typeof import('./db').find>;`, ['type import-type: ./db find']],
    [`let x = load<import('./db').Invoice>();`, ['type import-type: ./db Invoice']],
  ])('%s', (code, expected) => expect(inShort(code)).toEqual(expected));

  test.each([
    [`import type from './db';`, ['import: ./db default']],
    [`import { type } from './db';`, ['import: ./db type']],
    [`import { type as type } from './db';`, ['import: ./db type']],
    [`import {} from './db';`, ['import: ./db']],
    [`import find, { type Invoice } from './db';`, ['import: ./db default Invoice']],
    [`export { type Invoice, find } from './db';`, ['export: ./db Invoice find']],
    [`export {} from './db';`, ['export: ./db']],
    [`export /* nothing */ {} from './db';`, ['export: ./db']],
  ])('but not: %s', (code, expected) => expect(inShort(code)).toEqual(expected));
});

describe('what names no file', () => {
  test.each([
    `import Entry = Ledger.Entry;`,
    `export {};`,
    `const find = 1; export { find }; export default find;`,
    `declare module '*.svg' { const path: string; export default path; }`,
    `declare global { interface Window {} }`,
    `namespace billing { export const db = 1; }`,
  ])('%s', (code) => expect(inShort(code)).toEqual([]));
});

test('an import that is exported further down is one reference', () => {
  expect(inShort(`import { find } from './db';\nexport { find };`)).toEqual(['import: ./db find']);
  expect(inShort(`export { find };\nimport { find } from './db';`)).toEqual(['import: ./db find']);
});

test('two imports of the same file are two references', () => {
  expect(inShort(`import { find } from './db';\nimport type { Invoice } from './db';`)).toEqual(['import: ./db find', 'type import: ./db Invoice']);
});

test('references inside an augmentation count beside it', () => {
  const code = `declare module './db' {\n  import type { Order } from './orders';\n  export interface Invoice { order: Order }\n  export const ledger: string;\n}\nexport {};`;
  expect(inShort(code)).toEqual(['type declare-module: ./db Invoice ledger', 'type import: ./orders Order']);
});

test('the reference stands on the string, quotes included', () => {
  expect(sitesIn(`/* 🧾 */ import a from "./a";\r\nexport * from './b'; type C = import('./c');`)).toEqual([`"./a"`, `'./b'`, `'./c'`]);
});

test('phases of an import change nothing', () => {
  expect(inShort(`import defer * as db from './db';`)).toEqual(['import: ./db *']);
});
