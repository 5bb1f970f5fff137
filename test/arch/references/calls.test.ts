import { describe, expect, test } from 'vitest';
import { inShort, sitesIn } from './read.ts';

describe('names taken from an import()', () => {
  test.each([
    [`const { find, Invoice: Line } = await import('./db');`, 'find Invoice'],
    [`const { find, ...rest } = await import('./db');`, '*'],
    [`const { [name]: find } = await import('./db');`, '*'],
    [`({ find } = await import('./db'));`, 'find'],
    [`const db = await import('./db');`, '*'],
    [`const db = import('./db');`, '*'],
    [`export const find = (await import('./db')).find;`, 'find'],
    [`export const rows = await (await import('./db'))['find']('1');`, 'find'],
    [`import('./db').then(({ find }) => find('1'));`, 'find'],
    [`import('./db').then((db) => db.find);`, 'find'],
    [`import('./db').then((db) => use(db));`, '*'],
    [`import('./db').catch(() => undefined);`, '*'],
    [`const { find } = (await import('./db')) as typeof import('./db');`, 'find'],
  ])('%s', (code, names) => expect(inShort(code)[0]).toBe(`dynamic-import: ./db ${names}`));

  test.each([`await import('./db');`, `import('./db');`, `void import('./db');`, `import('./db').then(() => done());`])('none: %s', (code) => {
    expect(inShort(code)).toEqual(['dynamic-import: ./db']);
  });
});

describe('require under every name', () => {
  test.each([
    [`const { find } = require('./db');`, ['require: ./db find']],
    [`require('./db').find('1');`, ['require: ./db find']],
    [`require('./db');`, ['require: ./db']],
    [`(0, require)('./db'); require?.('./db'); globalThis.require('./db'); module['require']('./db');`, Array(4).fill('require: ./db')],
    [`require('./db' as string);`, ['require: ./db']],
    [`declare const require: (path: string) => unknown; require('./db');`, ['require: ./db']],
    [`const load = require; load('./db');`, ['require: ./db']],
    [`const { resolve } = require; resolve('./db');`, ['require-resolve: ./db']],
    [`require.resolve('./db', { paths: [] });`, ['require-resolve: ./db']],
    [`const load = typeof require === 'function' ? require : undefined; load('./db');`, ['require: ./db']],
    [`if (isOld) { const require = stub; require('./a'); } require('./b');`, ['require: ./b']],
    [`require.ensure(['./a', './b'], () => {});`, ['require: ./a', 'require: ./b']],
    [`r\\u0065quire('./db');`, ['require: ./db']],
  ])('%s', (code, expected) => expect(inShort(code)).toEqual(expected));

  test.each([
    `function load(require) { return require('./db'); }`,
    `const load = (require = stub) => require('./db');`,
    `function load({ require }) { return require('./db'); }`,
    `const require = (path) => path; require('./db');`,
    `function f() { require('./db'); var require; }`,
    `function f() { require('./db'); if (x) { for (var require of all) use(); } }`,
    `class Require { m() { function require() {} require('./db'); } }`,
    `try { use(); } catch (require) { require('./db'); }`,
    `import { require } from 'amd'; require('./db');`,
    `this.require('./db'); loader.require('./db'); new Loader().require.resolve('./db');`,
    `require.cache['./db']; typeof require('x').db;`,
    `require(); require(...paths);`,
  ])('not what the code declares itself: %s', (code) => {
    expect(inShort(code).filter((one) => one.includes('./db'))).toEqual([]);
  });
});

describe('a created require', () => {
  const made = `import { createRequire as make } from 'node:module';\n`;
  test.each([
    [`${made}const require = make(import.meta.url); require('./db').find(); require.resolve('./db');`, ['require: ./db find', 'require-resolve: ./db']],
    [`${made}make(__filename)('./db');`, ['require: ./db']],
    [`${made}import { fileURLToPath } from 'node:url'; const load = make(fileURLToPath(import.meta.url)); load('./db');`, ['require: ./db']],
    [`const { createRequire } = require('module'); const load = createRequire(__filename); load('./db');`, ['require: ./db']],
    [`const { createRequire } = await import('node:module'); createRequire(import.meta.url)('./db');`, ['require: ./db']],
    [`const load = process.getBuiltinModule('module').createRequire(import.meta.url); load('./db');`, ['require: ./db']],
    [`import * as m from 'module'; const load = m.default.createRequire(import.meta.url); load('./db');`, ['require: ./db']],
  ])('%s', (code, expected) => expect(inShort(code).filter((one) => /\.\/db/.test(one))).toEqual(expected));

  test('for another file leads nowhere that can be read, packages excepted', () => {
    const code = `${made}const load = make('/srv/app/index.js'); load('./db'); load('pg');`;
    expect(inShort(code).slice(1)).toEqual(['require: ?', 'require: pg']);
  });

  test('by a function of the same name of its own is none', () => {
    expect(inShort(`const createRequire = (url) => (path) => path; createRequire(import.meta.url)('./db');`)).toEqual([]);
  });
});

describe('mocks', () => {
  test.each([
    [`jest.mock('./a').mock('./b', () => ({})).unmock('./c');`, ['mock: ./a', 'mock: ./b', 'mock: ./c']],
    [`import { jest as j } from '@jest/globals'; j.mock('./db');`, ['mock: ./db']],
    [`import.meta.jest.mock('./db');`, ['mock: ./db']],
    [`if (import.meta.vitest) { const { vi } = import.meta.vitest; vi.mock('./db'); }`, ['mock: ./db']],
    [`import { vi } from '../helpers'; vi.mock('./db');`, ['mock: ./db']],
    [`const { mock } = jest; mock('./db');`, ['mock: ./db']],
    [`jest.mock<typeof import('./db')>('./db');`, ['type import-type: ./db *', 'mock: ./db']],
    [`jest.mock('./db', () => ({ ...jest.requireActual('./db') }));`, ['mock: ./db', 'mock: ./db *']],
    [`import * as node from 'node:test'; node.mock.module('./db');`, ['mock: ./db']],
    [`import esmock from 'esmock'; const { run } = await esmock('./db', {});`, ['mock: ./db run']],
    [`import { replaceEsm } from 'testdouble'; await replaceEsm('./db');`, ['mock: ./db']],
    [`import td from 'testdouble'; td.replace('./db'); td.replace(billing, 'find');`, ['mock: ./db']],
  ])('%s', (code, expected) => expect(inShort(code).filter((one) => /\.\/[abcd]/.test(one))).toEqual(expected));

  test.each([
    `const jest = { mock: (path) => path }; jest.mock('./db');`,
    `function run(vi) { vi.mock('./db'); }`,
    `sinon.mock('./db'); fetchMock.mock('./db'); send.mock.calls.module('./db');`,
  ])('not: %s', (code) => expect(inShort(code)).toEqual([]));

  test('an import() inside a mock is the mock', () => {
    expect(inShort(`vi.mock(import('./db'), () => ({}));`)).toEqual(['mock: ./db']);
    expect(sitesIn(`vi.mock(import('./db'), () => ({}));`)).toEqual([`'./db'`]);
  });
});

describe('globs', () => {
  test.each([
    [`import.meta.glob('./locales/*.ts', { eager: true });`, ['glob glob: ./locales/*.ts *']],
    [`import.meta.glob(['./a/*.ts', './b/*.ts', '!./a/x.ts']);`, ['glob glob: ./a/*.ts !./a/x.ts *', 'glob glob: ./b/*.ts !./a/x.ts *']],
    [`import.meta.glob('./*.ts', { base: '../billing' });`, ['glob glob: ../billing/*.ts *']],
    ["import.meta.glob<Locale>(`/src/locales/*.ts`);", ['glob glob: /src/locales/*.ts *']],
    [`require.context('./locales', false);`, ['glob prefix: ./locales/']],
    [`import.meta.webpackContext('./locales/');`, ['glob prefix: ./locales/']],
    [`import.meta.glob(pattern);`, ['glob: ? *']],
  ])('%s', (code, expected) => expect(inShort(code)).toEqual(expected));
});

describe('URLs and workers', () => {
  test.each([
    [`new URL('./worker.ts', import.meta.url);`, ['url: ./worker.ts']],
    [`new URL('worker.ts', import.meta.url).href;`, ['url: ./worker.ts']],
    ["new URL(`./locales/${language}.json`, import.meta.url);", ['url prefix: ./locales/']],
    [`new URL('..', import.meta.url); new URL('./locales/', import.meta.url);`, ['url prefix: ..', 'url prefix: ./locales/']],
    [`const here = import.meta.url; new URL('./a', here);`, ['url: ./a']],
    [`import { URL as Url, pathToFileURL } from 'node:url'; new Url('./a', pathToFileURL(__filename));`, ['import: node:url URL pathToFileURL', 'url: ./a']],
    [`new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });`, ['worker: ./worker.ts']],
    [`const url = new URL('./worker.ts', import.meta.url); new Worker(url);`, ['url: ./worker.ts']],
    [`new SharedWorker('worker.js'); new window.Worker('./worker.js');`, ['worker: ./worker.js', 'worker: ./worker.js']],
    [`import threads from 'worker_threads'; new threads.Worker('./worker.js');`, ['import: worker_threads default', 'worker: ./worker.js']],
    [`import { Worker } from 'worker_threads'; new Worker(source, { eval: true });`, ['import: worker_threads Worker']],
    [`import { Worker } from 'bullmq'; new Worker('invoices', async () => {}); new Worker('invoices', './job.js');`, ['import: bullmq Worker', 'worker: ./job.js']],
    [`import cp from 'child_process'; cp.fork('./job.js', ['--once']);`, ['import: child_process default', 'worker: ./job.js']],
    [`import Piscina from 'piscina'; new Piscina({ filename: new URL('./job.js', import.meta.url).href });`, ['import: piscina default', 'worker: ./job.js']],
    [`import { register } from 'node:module'; register('./hooks.mjs', import.meta.url);`, ['import: node:module register', 'require-resolve: ./hooks.mjs']],
    [`await import(import.meta.resolve('./db'));`, ['dynamic-import: ./db']],
  ])('%s', (code, expected) => expect(inShort(code)).toEqual(expected));

  test.each([
    `new URL('./a', 'https://example.com'); new URL('./a', base); new URL('./a');`,
    `new URL('https://example.com/a', import.meta.url); new URL('//example.com', import.meta.url); new URL('?a=1', import.meta.url);`,
    `new Worker('https://example.com/worker.js'); new Worker('data:text/javascript,1');`,
    `class Worker { constructor(path) {} } new Worker('./worker.js');`,
    `class URL { constructor(path, base) {} } new URL('./a', import.meta.url);`,
    `fork('./job.js'); repository.fork('./job.js');`,
    `import.meta.url; import.meta.env.MODE; import.meta.dirname;`,
  ])('not: %s', (code) => expect(inShort(code)).toEqual([]));
});

test('text that looks like code is none', () => {
  const code = [
    "// import './a'; require('./a')",
    `/* vi.mock('./a') */ /** @type {import('./a').A} */`,
    `const text = "import('./a')" + 'require(\\'./a\\')';`,
    "const template = `import x from './a'; ${text} require('./a')`;",
    `const pattern = /require\\('.\\/a'\\)/;`,
    `const object = { require: './a', 'import': './a', mock() {} };`,
    `object.mock('./a'); object.require('./a');`,
  ].join('\n');
  expect(inShort(code)).toEqual([]);
  expect(inShort(`export const a = <p title="require('./a')">import('./a') {'jest.mock("./a")'}</p>;`, 'a.tsx')).toEqual([]);
});

test('code inside a template is code', () => {
  expect(inShort("const text = `a ${require('./db').name} b`;")).toEqual(['require: ./db name']);
});
