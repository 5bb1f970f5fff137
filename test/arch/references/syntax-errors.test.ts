import { describe, expect, test } from 'vitest';
import { readFileReferences } from '../../../src/arch/references/index.ts';
import { parseModule } from '../../../src/arch/references/parse-module.ts';
import { areComplete, recordOf } from '../../../src/arch/references/quick-parse.ts';

function errorsIn(code: string, path = 'orders.ts'): string[] {
  return readFileReferences(path, code).errors.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe('an error is told with its place, in the words of the parser', () => {
  test.each([
    [`const total = ;`, '1:15 Unexpected token'],
    [`import { find from './db';`, `1:15 Expected \`,\` or \`}\` but found \`from\``],
    [`export function find( {\n  return 1;\n}`, undefined],
    [`import './db';\r\nconst a = 1;\r\n  const b = ;\r\n`, '3:13 Unexpected token'],
    [`\uFEFFconst 🧾 = 1;`, undefined],
    [`const text = '🧾'; const b = ;`, '1:30 Unexpected token'],
    [`const total: number;`, '1:7 Missing initializer in const declaration'],
    [`function f() {`, undefined],
    [`if (isPaid)`, undefined],
    [`export`, undefined],
    [`type Total = ?`, undefined],
    [`type Total = ? // later`, undefined],
    [`import './db';\nconst a = [() => {\n}]: 1, [() => {\n`, undefined],
    [`const a = \`\${b`, undefined],
    [`/* never closed`, undefined],
    [`<<<<<<< HEAD\nconst a = 1;\n=======\nconst a = 2;\n>>>>>>> main`, undefined],
  ])('%j', (code, expected) => {
    const errors = errorsIn(code);
    expect(errors.length).toBeGreaterThan(0);
    if (expected !== undefined) expect(errors[0]).toBe(expected);
  });
});

describe('no error', () => {
  test.each([
    ['orders.cjs', `if (!process.env.PORT) return;\nmodule.exports = 1;`],
    ['orders.js', `var await = 1;\nwith (a) { b }`],
    ['orders.js', `export const page = <p>{'a'}</p>;`],
    ['orders.js', `#!/usr/bin/env node\nexport {};`],
    ['orders.ts', `export const x = <T>(y: T) => y; const z = <string>y;`],
    ['orders.tsx', `export const page = <p title="a">b</p>;`],
    ['orders.mts', `await load();\nexport {};`],
    ['orders.cts', `import a = require('a');\nexport = a;`],
    ['orders.ts', `@Injectable() export class A { constructor(@Inject() private readonly b: B) {} @Input() declare c: string; }`],
    ['orders.ts', `enum A { B } declare module 'x'; namespace C { export const d = 1 } abstract class E { abstract f(): void }`],
    ['orders.d.ts', `declare module 'x' {\n  declare const a: 1;\n}`],
    ['orders.d.ts', `export const a: number;\nexport default function find(): void;`],
    ['orders.d.mts', `export declare const a: 1;`],
    ['orders.ts', ``],
    ['orders.ts', `// only a comment`],
  ])('%s: %j', (path, code) => {
    expect(errorsIn(code, path)).toEqual([]);
  });
});

test('what the parser could read around an error is still read', () => {
  const { references, errors } = readFileReferences('orders.ts', `import { find } from './db';\nconst total: number;`);
  expect(errors).toHaveLength(1);
  expect(references).toMatchObject([{ specifier: './db', names: ['find'] }]);
});

test('a tree that cannot be handed over is an error, not a crash', () => {
  expect(errorsIn('const a = <b \\ c="1" />;', 'orders.jsx').length).toBeGreaterThan(0);
});

const ZOO = `#!/usr/bin/env node
/** A bit of everything. */
import fs, { type Stats, readFileSync as read } from 'node:fs';
import type { Invoice } from './db';
import './side-effect';
export * as db from './db';
export { a as b, type C } from './c';
export type { D };
declare global { interface Window { x: 1 } }
declare module './db' { interface Invoice { y: 2 } }
enum Color { Red = 'r', Green = \`g\` }
namespace Inner { export const z = 1; }
abstract class Base<in out T extends object = {}> implements I, J {
  static #count = 0;
  static { Base.#count++; }
  declare readonly name: string;
  constructor(private readonly repo: Repo, @Inject('x') public db?: Db) { super(); }
  abstract find(id: string): Promise<T | undefined>;
  get size(): number { return this.#size ?? 0; }
  async *rows({ a, ...rest }: { a: 1 } = { a: 1 }): AsyncGenerator<T> { yield* this.all(); }
  [key: string]: unknown;
}
type F = typeof import('./f') extends { new (...args: infer A): infer R } ? [A, R?] : \`x\${string}\`;
export default async function main<const T>(this: Window, ...args: T[]): Promise<void> {
  label: for (const [i, x] of args.entries()) { if (i > 1) continue label; else break; }
  for await (const x of y) try { await x?.[0]?.call(...args); } catch { throw new Error(\`a \${\`b \${c}\`} d\`); } finally {}
  switch (args.length) { case 0: return; default: do { i--; } while (i) }
  const re = /[/\\]'"\`](?<n>x)/giu, n = 1_000n ** 2n, o = { get a() { return 1; }, async *[b]() {}, 'c': 1, ...d };
  const g = (a as unknown as B)!, h = a satisfies B, k = <T,>(x: T) => x, l = a ? b : (c, d), m = !(a && b || c);
  let lazy = await import('./lazy'); var u = new.target; using = of; delete o.a; void 0;
}
`;

/** Neither way of the quick parse may take for valid what is not. */
function quickParse(path: string, text: string): boolean {
  const isComplete = areComplete(path, [text]);
  return recordOf(path, text) !== undefined || isComplete;
}

test('a file cut anywhere is valid for the quick parse only where it is for the parser', () => {
  let valid = 0;
  for (let end = 0; end <= ZOO.length; end++) {
    const text = ZOO.slice(0, end);
    if (!quickParse('zoo.ts', text)) continue;
    valid++;
    expect(parseModule('zoo.ts', text).errors, text.slice(-60)).toEqual([]);
  }
  expect(valid).toBeGreaterThan(20);
  expect(recordOf('zoo.ts', ZOO)).toBeDefined();
});

test('a file with one character less is valid for the quick parse only where it is for the parser', () => {
  for (let at = 0; at < ZOO.length; at++) {
    const text = ZOO.slice(0, at) + ZOO.slice(at + 1);
    if (quickParse('zoo.ts', text)) expect(parseModule('zoo.ts', text).errors, text.slice(at - 30, at + 30)).toEqual([]);
  }
});

test('JSX cut anywhere is valid for the quick parse only where it is for the parser', () => {
  const code = `export const page = <a.b c="1" {...d} e={<f/>}>text {g /* } */} <></> &amp; {...h}</a.b>;\nconst x = a < b > c;\n`;
  for (let end = 0; end <= code.length; end++) {
    for (const path of ['page.tsx', 'page.js']) {
      if (quickParse(path, code.slice(0, end))) expect(parseModule(path, code.slice(0, end)).errors).toEqual([]);
    }
  }
});
