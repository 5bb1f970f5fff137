import { describe, expect, test } from 'vitest';
import { readFileReferences } from '../../../src/arch/references/index.ts';
import { inShort, sitesIn } from './read.ts';

describe('a specifier that the file spells out', () => {
  test.each([
    [`import('./a/' + 'b' + '/c');`, './a/b/c'],
    ["import(`./a/${'b'}`);", './a/b'],
    [`const path = './a'; import(path);`, './a'],
    [`const path = './a' as const; import(path as string);`, './a'],
    [`let path = './a'; import(path!);`, './a'],
    [`import(path); var path = './a';`, './a'],
    ["const folder = './a'; const path = `${folder}/b`; import(path + '.ts');", './a/b.ts'],
    [`const paths = { a: { b: './c' } } as const; import(paths.a['b']);`, './c'],
    [`const paths = Object.freeze({ a: './a' }); import(paths.a);`, './a'],
    [`const { a: path } = { a: './a' }; import(path);`, './a'],
    [`enum Paths { A = './a' } import(Paths.A);`, './a'],
    [`const path = './a'; function load() { const path = './b'; return import(path); }`, './b'],
    [`const a = './a'; const b = a; const c = b; import(c);`, './a'],
    [`import(('./a'));`, './a'],
  ])('%s', (code, specifier) => expect(inShort(code)[0]).toMatch(new RegExp(`^dynamic-import: ${specifier.replaceAll('.', '\\.')}(?: |$)`)));
});

describe('a specifier with a static beginning', () => {
  test.each([
    ["import(`./locales/${language}.ts`);", './locales/'],
    [`import('./locales/' + language + '.ts');`, './locales/'],
    ["const folder = './locales'; import(`${folder}/${language}`);", './locales/'],
    ["import(`./page-${name}`);", './page-'],
  ])('%s', (code, specifier) => expect(inShort(code)).toEqual([`dynamic-import prefix: ${specifier}`]));
});

test('a file whose query alone is dynamic', () => {
  expect(inShort("await import(`./db.js?t=${Date.now()}`);")).toEqual(['dynamic-import: ./db.js?t=']);
});

describe('a specifier that cannot be read', () => {
  test.each([
    `import(path);`,
    `import(path + '/a');`,
    "import(`${folder}/a`);",
    `let path = './a'; path = './b'; import(path);`,
    `let path = './a'; for (path of paths) import(path);`,
    `function load(path = './a') { return import(path); }`,
    `const path = './a'; function load(path) { return import(path); }`,
    `const paths = { a: './a', ...more }; import(paths.a);`,
    `import(paths.a); function f() { const paths = { a: './a' }; }`,
    `const a = b; const b = a; import(a);`,
    `const a = a + './a'; import(a);`,
    `import(process.cwd() + '/a');`,
    `import(find('./a'));`,
  ])('%s', (code) => expect(inShort(code).at(0)).toMatch(/^dynamic-import: \?/));
});

describe('both ways of a condition', () => {
  test.each([
    [`import(isNew ? './a' : './b');`, ['dynamic-import: ./a', 'dynamic-import: ./b']],
    [`require(process.env.DB ?? './db');`, ['require: ?', 'require: ./db']],
  ])('%s', (code, expected) => expect(inShort(code)).toEqual(expected));
});

describe('a path from the folder of the file', () => {
  const path = `const path = require('node:path');`;
  test.each([
    [`require(__dirname + '/../billing/db');`, 'require: ../billing/db'],
    ["require(`${__dirname}/db`);", 'require: ./db'],
    [`${path} require(path.join(__dirname, '..', 'billing', 'db'));`, 'require: ../billing/db'],
    [`${path} require(path.resolve(__dirname, '../billing', name));`, 'require prefix: ../billing/'],
    [`${path} require(path.join(path.dirname(__filename), '.config'));`, 'require: ./.config'],
  ])('%s', (code, expected) => expect(inShort(code, 'a.cjs')).toContain(expected));

  test('in a module', () => {
    const code = [
      `import { dirname, join } from 'node:path';`,
      `import { fileURLToPath, pathToFileURL } from 'node:url';`,
      `const here = dirname(fileURLToPath(import.meta.url));`,
      `await import(join(here, '../billing/db'));`,
      `await import(pathToFileURL(join(import.meta.dirname, 'db')).href);`,
    ].join('\n');
    expect(inShort(code).slice(2)).toEqual(['dynamic-import: ../billing/db', 'dynamic-import: ./db']);
    expect(sitesIn(code).slice(2)).toEqual([`join(here, '../billing/db')`, `join(import.meta.dirname, 'db')`]);
  });

  test('from somewhere else cannot be read', () => {
    expect(inShort(`${path} require(path.resolve('db')); require(path.join(root, 'db'));`, 'a.cjs').slice(1)).toEqual(['require: ?', 'require: ?']);
  });
});

test('a constant is found where it is used', () => {
  expect(sitesIn(`const path = './a'; import(path); require(paths.a);`)).toEqual(['path', 'paths.a']);
  expect(sitesIn("import(`./a`); import('./a/' + 'b'); import(`./a/${b}`);")).toEqual(['`./a`', `'./a/' + 'b'`, '`./a/${b}`']);
});

test('constants that double do not explode', () => {
  const lines = Array.from({ length: 60 }, (_, index) => `const x${index + 1} = x${index} + x${index};`);
  expect(inShort(`const x0 = '';\n${lines.join('\n')}\nimport(x60);`)).toEqual(['dynamic-import: ?']);
});

test('a sum of ten thousand terms is read', () => {
  const sum = Array.from({ length: 10_000 }, () => `'a'`).join(' + ');
  const { references } = readFileReferences('a.js', `import('./' + ${sum});`);
  expect(references[0]?.specifier).toBe(`./${'a'.repeat(10_000)}`);
});
