import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openProject } from '../../../src/arch/index.ts';
import { projectOf } from '../support/projects.ts';

const CODE = 'export const value = 1;\n';

type Files = Readonly<Record<string, string>>;

const empty = (...paths: string[]): Files => Object.fromEntries(paths.map((path) => [path, CODE]));
const tsconfig = (compilerOptions: object, more: object = {}): string => JSON.stringify({ compilerOptions, ...more });

/** Where specifiers lead from `src/main.ts`: a path, `package name`, or what became of it. */
function leads(files: Files, specifiers: readonly string[], { from = 'src/main.ts', links = {} as Files } = {}): string[] {
  const root = projectOf({ 'src/main.ts': CODE, ...files }, links);
  const project = openProject({ root });
  return specifiers.map((specifier) => {
    const resolution = project.resolve(join(root, from), specifier);
    const path = 'path' in resolution ? (resolution.path ?? '').slice(root.length + 1) : '';
    if (resolution.status === 'file') return path;
    if (resolution.status === 'package') return `package ${resolution.name}`;
    return `${resolution.status} ${path}`.trim();
  });
}

describe('a relative specifier', () => {
  it('leads to the source of what it names', () => {
    const files = empty('src/a.ts', 'src/b.tsx', 'src/c.mts', 'src/d.cts', 'src/e.d.ts', 'src/f.js', 'src/g.jsx', 'src/h.d.mts', 'src/both.ts', 'src/both.js', 'src/i.json', 'src/j.test.ts');
    expect(leads(files, ['./a', './a.js', './a.ts', './b', './b.js', './b.jsx', './c.mjs', './c.mts', './d.cjs', './e', './e.js', './f', './f.js', './g.jsx', './h.mjs', './both', './both.js', './i.json', './j.test', './b.ts', './a.tsx'])).toEqual(
      ['a.ts', 'a.ts', 'a.ts', 'b.tsx', 'b.tsx', 'b.tsx', 'c.mts', 'c.mts', 'd.cts', 'e.d.ts', 'e.d.ts', 'f.js', 'f.js', 'g.jsx', 'h.d.mts', 'both.ts', 'both.ts', 'i.json', 'j.test.ts', 'b.tsx', 'a.ts'].map((name) => `src/${name}`),
    );
  });

  it('leads to the index or the main file of a folder', () => {
    const files = { ...empty('src/a/index.ts', 'src/b.ts', 'src/b/index.ts', 'src/c/lib/entry.ts', 'src/d/index.js', 'src/e/types.d.ts'), 'src/c/package.json': '{ "main": "./lib/entry.js" }', 'src/e/package.json': '{ "types": "types.d.ts", "main": "x.js" }' };
    expect(leads(files, ['./a', './a/', './a/index', './a/index.js', './b', './b/', './c', './d', './e', '.', './', '..'], { from: 'src/a/main.ts' })).toEqual(
      ['unresolved src/a/a', 'unresolved src/a/a', 'unresolved src/a/a/index', 'unresolved src/a/a/index.js', 'unresolved src/a/b', 'unresolved src/a/b', 'unresolved src/a/c', 'unresolved src/a/d', 'unresolved src/a/e', 'src/a/index.ts', 'src/a/index.ts', 'unresolved src'],
    );
    expect(leads(files, ['./a', './a/', './a/index', './a/index.js', './b', './b/', './c', './d', './e'])).toEqual(
      ['a/index.ts', 'a/index.ts', 'a/index.ts', 'a/index.ts', 'b.ts', 'b/index.ts', 'c/lib/entry.ts', 'd/index.js', 'e/types.d.ts'].map((name) => `src/${name}`),
    );
  });

  it('may have a query, a hash, escapes, the slashes of Windows, and any name', () => {
    const files = empty('src/a.ts', 'src/what?.ts', 'src/#tag.ts', 'src/with space.ts', 'src/[id].ts', 'src/a+b.ts', 'src/größe.ts', 'src/100%.ts', 'src/deep/x.ts', 'src/styles.css');
    expect(leads(files, ['./a?raw', './a.ts?v=1#x', './a.js#x', './what?', './#tag', './with space', './with%20space.js', './[id]', './a+b', './größe', './gr%C3%B6%C3%9Fe', './100%', '.\\deep\\x', './styles.css?inline'])).toEqual(
      ['a.ts', 'a.ts', 'a.ts', 'what?.ts', '#tag.ts', 'with space.ts', 'with space.ts', '[id].ts', 'a+b.ts', 'größe.ts', 'größe.ts', '100%.ts', 'deep/x.ts', 'styles.css'].map((name) => `src/${name}`),
    );
  });

  it('is exact about letters, also where the disk is not', () => {
    expect(leads(empty('src/Db.ts', 'src/orders/a.ts', 'src/orders-archive/b.ts'), ['./db', './Db', './orders/b', './orders-archive/b'])).toEqual(['unresolved src/db', 'src/Db.ts', 'unresolved src/orders/b', 'src/orders-archive/b.ts']);
  });

  it('leads to the real place of a link', () => {
    const links = { 'src/linked.ts': '../real/a.ts', 'src/folder': '../real', 'src/loop': 'loop', 'src/gone.ts': './nowhere.ts' };
    expect(leads(empty('real/a.ts', 'real/deep/b.ts'), ['./linked', './folder/a', './folder/deep/b.js', './loop', './gone'], { links })).toEqual(['real/a.ts', 'real/a.ts', 'real/deep/b.ts', 'unresolved src/loop', 'unresolved src/gone']);
  });

  it('leads back to the source of a build', () => {
    const files = {
      ...empty('packages/a/src/db.ts', 'packages/a/src/deep/x.mts', 'packages/a/lib/kept.js', 'packages/b/code/y.ts', 'packages/c/z.ts'),
      'packages/a/package.json': '{}',
      'packages/a/dist/db.js': CODE,
      'packages/a/dist/only.js': CODE,
      'packages/b/package.json': '{}',
      'packages/b/tsconfig.json': tsconfig({ outDir: 'target', rootDir: 'code' }),
    };
    const specifiers = ['a/dist/db.js', 'a/dist/db', 'a/dist/esm/deep/x.mjs', 'a/dist/src/db.js', 'a/lib/kept', 'a/dist/only', 'b/target/y.js', 'c/dist/z'].map((path) => `../packages/${path}`);
    expect(leads(files, specifiers)).toEqual(['a/src/db.ts', 'a/src/db.ts', 'a/src/deep/x.mts', 'a/src/db.ts', 'a/lib/kept.js', 'a/dist/only.js', 'b/code/y.ts', 'c/z.ts'].map((path) => `packages/${path}`));
  });

  it('may come with a loader, a scheme or from the top', () => {
    const root = projectOf({ 'package.json': '{}', ...empty('src/main.ts', 'src/a.ts') });
    const project = openProject({ root });
    const lead = (specifier: string): unknown => project.resolve(join(root, 'src/main.ts'), specifier);
    const a = { status: 'file', path: join(root, 'src/a.ts') };
    expect([lead('raw-loader!./a'), lead(join(root, 'src/a.js')), lead(`file://${root}/src/a.ts`), lead('/src/a')]).toEqual([a, a, a, a]);
  });
});

describe('a bare specifier', () => {
  it('is a package, a builtin, or nothing', () => {
    expect(leads({}, ['express', 'lodash/fp', '@nestjs/common', '@nestjs/common/decorators', 'node:fs', 'fs', 'fs/promises', 'bun:test', 'https://esm.sh/x', 'data:text/javascript,1', 'virtual:pages', ''])).toEqual([
      'package express',
      'package lodash',
      'package @nestjs/common',
      'package @nestjs/common',
      ...Array.from({ length: 7 }, () => 'builtin'),
      'unresolved',
    ]);
  });

  it('is looked up in paths: the exact one, else the longest, and each of its targets', () => {
    const paths = { '@/*': ['./src/*'], '@billing': ['./src/billing/index.ts'], '@billing/*': ['./gone/*', './src/billing/*'], '@billing/api/*': ['./src/api/*'], '*.schema': ['./src/schemas/*.ts'], '#own/*': ['./src/own/*'] };
    const files = { 'tsconfig.json': tsconfig({ paths }), ...empty('src/billing/index.ts', 'src/billing/db.ts', 'src/api/v1.ts', 'src/schemas/invoice.ts', 'src/own/x.ts') };
    expect(leads(files, ['@/billing/db', '@/billing', '@billing', '@billing/db.js', '@billing/api/v1', 'invoice.schema', '#own/x', '@/gone', '@other/x', '@/billing/db?raw'])).toEqual([
      'src/billing/db.ts',
      'src/billing/index.ts',
      'src/billing/index.ts',
      'src/billing/db.ts',
      'src/api/v1.ts',
      'src/schemas/invoice.ts',
      'src/own/x.ts',
      'unresolved src/gone',
      'package @other/x',
      'src/billing/db.ts',
    ]);
  });

  it('is looked up from baseUrl', () => {
    const files = { 'tsconfig.json': tsconfig({ baseUrl: './src' }), ...empty('src/modules/billing/db.ts', 'src/fs.ts') };
    expect(leads(files, ['modules/billing/db', 'modules/billing/gone', 'lodash/fp', 'express', 'fs'])).toEqual(['src/modules/billing/db.ts', 'unresolved src/modules/billing/gone', 'package lodash', 'package express', 'builtin']);
  });

  it('is a package where the alias for everything has nothing', () => {
    const files = { 'tsconfig.json': tsconfig({ paths: { '*': ['./src/*', './types/*'] } }), ...empty('src/modules/billing/db.ts', 'types/legacy.d.ts') };
    expect(leads(files, ['modules/billing/db', 'legacy', 'express', 'lodash/fp', 'modules/billing/gone'])).toEqual(['src/modules/billing/db.ts', 'types/legacy.d.ts', 'package express', 'package lodash', 'unresolved src/modules/billing/gone']);
  });

  it('is a package where it is asked for as one, whatever alias would fit', () => {
    const files = { 'package.json': '{ "dependencies": { "@acme/logger": "2" } }', 'tsconfig.json': tsconfig({ paths: { '@acme/*': ['./packages/*/src'] } }), ...empty('packages/billing/src/index.ts') };
    expect(leads(files, ['@acme/billing', '@acme/logger', '@acme/gone'])).toEqual(['packages/billing/src/index.ts', 'package @acme/logger', 'unresolved packages/gone/src']);
  });

  it('is an installed package, though a module is called like it', () => {
    const files = { ...empty('src/modules/billing/index.ts', 'node_modules/billing/index.js', 'node_modules/orders/index.js'), 'node_modules/billing/package.json': '{ "name": "billing" }' };
    expect(leads(files, ['billing', 'billing/db', 'orders', '../node_modules/billing/index.js'])).toEqual(['package billing', 'package billing', 'package orders', 'package billing']);
  });
});

describe('rootDirs', () => {
  it('are one folder to a relative specifier', () => {
    const files = { 'tsconfig.json': tsconfig({ rootDirs: ['./src', './generated'] }), ...empty('generated/views/order.ts', 'src/views/index.ts') };
    expect(leads(files, ['./views/order', './views', './views/gone'])).toEqual(['generated/views/order.ts', 'src/views/index.ts', 'unresolved src/views/gone']);
  });
});

describe('moduleSuffixes', () => {
  it('are tried in their order', () => {
    const files = { 'tsconfig.json': tsconfig({ moduleSuffixes: ['.server', ''] }), ...empty('src/a.server.ts', 'src/a.ts', 'src/b.ts') };
    expect(leads(files, ['./a', './b', './a.js'])).toEqual(['src/a.server.ts', 'src/b.ts', 'src/a.server.ts']);
  });
});

describe('the imports of a package', () => {
  const manifest = JSON.stringify({
    imports: {
      '#db': './src/db.ts',
      '#modules/*': './dist/modules/*.js',
      '#modules/*/index': null,
      '#env': { browser: './src/browser.ts', node: { import: './src/node.ts', default: './src/other.ts' } },
      '#either': ['./src/gone.ts', './src/db.ts'],
      '#pg': 'pg/lib',
      '#deep/*.js': './src/deep/*.ts',
    },
  });

  it('lead to sources, packages and conditions', () => {
    const files = { 'package.json': manifest, ...empty('src/db.ts', 'src/node.ts', 'src/browser.ts', 'src/other.ts', 'src/modules/billing/index.ts', 'src/deep/x.ts') };
    expect(leads(files, ['#db', '#modules/billing/index', '#env', '#either', '#pg', '#deep/x.js', '#unknown', '#modules/gone'])).toEqual([
      'src/db.ts',
      'src/modules/billing/index.ts',
      'src/node.ts',
      'src/db.ts',
      'package pg',
      'src/deep/x.ts',
      'unresolved',
      'unresolved dist/modules/gone.js',
    ]);
  });
});

describe('a package of the workspace', () => {
  const files = {
    'package.json': '{ "name": "acme", "workspaces": ["packages/*"] }',
    'packages/billing/package.json': JSON.stringify({
      name: '@acme/billing',
      exports: { '.': { types: './dist/index.d.ts', import: './dist/index.js' }, './events': './dist/events.js', './schemas/*': './dist/schemas/*.js', './internal/*': null },
    }),
    ...empty('packages/billing/src/index.ts', 'packages/billing/src/events.ts', 'packages/billing/src/schemas/invoice.ts', 'packages/billing/src/db.ts', 'packages/billing/src/internal/x.ts'),
    'packages/orders/package.json': '{ "name": "@acme/orders", "main": "lib/main.js", "types": "lib/main.d.ts" }',
    ...empty('packages/orders/src/main.ts', 'packages/orders/src/deep/x.ts', 'packages/orders/test/y.ts'),
    'packages/plain/package.json': '{ "name": "plain" }',
    ...empty('packages/plain/index.js', 'packages/plain/lib/z.js'),
  };
  const specifiers = ['@acme/billing', '@acme/billing/events', '@acme/billing/schemas/invoice', '@acme/billing/src/db', '@acme/billing/db', '@acme/billing/dist/db.js', '@acme/billing/internal/x', '@acme/billing/gone', '@acme/orders', '@acme/orders/deep/x', '@acme/orders/test/y.js', 'plain', 'plain/lib/z', '@acme/unknown', 'billing'];
  const expected = [
    'packages/billing/src/index.ts',
    'packages/billing/src/events.ts',
    'packages/billing/src/schemas/invoice.ts',
    // `exports` block what follows, but there are files behind it.
    'packages/billing/src/db.ts',
    'packages/billing/src/db.ts',
    'packages/billing/src/db.ts',
    'packages/billing/src/internal/x.ts',
    'unresolved packages/billing/gone',
    'packages/orders/src/main.ts',
    'packages/orders/src/deep/x.ts',
    'packages/orders/test/y.ts',
    'packages/plain/index.js',
    'packages/plain/lib/z.js',
    'package @acme/unknown',
    'package billing',
  ];

  it('is found without being installed', () => {
    expect(leads(files, specifiers, { from: 'packages/orders/src/main.ts' })).toEqual(expected);
    expect(leads(files, specifiers, { from: 'packages/billing/src/index.ts' })).toEqual(expected);
  });

  it('may be a linked folder without a manifest of its own', () => {
    const files = { 'package.json': '{ "name": "shop" }', ...empty('src/modules/billing/db.ts', 'src/modules/billing/index.ts') };
    const links = { 'node_modules/@acme/billing': '../../src/modules/billing' };
    expect(leads(files, ['@acme/billing/db', '@acme/billing'], { links })).toEqual(['src/modules/billing/db.ts', 'src/modules/billing/index.ts']);
  });

  it('is found through the links of an installation, at its real path', () => {
    const links = { 'node_modules/@acme/billing': '../../packages/billing', 'node_modules/@acme/orders': '../../packages/orders', 'node_modules/plain': '../packages/plain' };
    expect(leads(files, specifiers, { from: 'packages/orders/src/main.ts', links })).toEqual(expected);
  });

  it('is found through the store of pnpm', () => {
    const links = { 'packages/orders/node_modules/@acme/billing': '../../../billing', 'packages/orders/node_modules/zod': '../../../node_modules/.pnpm/zod@4/node_modules/zod' };
    const installed = { ...files, 'node_modules/.pnpm/zod@4/node_modules/zod/index.js': CODE };
    expect(leads(installed, ['@acme/billing', 'zod'], { from: 'packages/orders/src/main.ts', links })).toEqual(['packages/billing/src/index.ts', 'package zod']);
  });

  it('is not what an installed package of its name is', () => {
    const installed = { ...files, 'node_modules/@acme/billing/package.json': '{ "name": "@acme/billing", "version": "1.0.0" }' };
    expect(leads(installed, ['@acme/billing', '@acme/billing/src/db'], { from: 'packages/orders/src/main.ts' })).toEqual(['package @acme/billing', 'package @acme/billing']);
  });

  it('is not what is asked for in another version', () => {
    const asking = { ...files, 'packages/plain/package.json': '{ "name": "plain", "version": "0.1.0" }', 'packages/orders/package.json': '{ "name": "@acme/orders", "dependencies": { "plain": "^9.0.0" } }' };
    expect(leads(asking, ['plain', 'plain/test'], { from: 'packages/orders/src/main.ts' })).toEqual(['package plain', 'package plain']);
  });

  it('may be named by a path, or under another name', () => {
    const asking = {
      'package.json': '{ "dependencies": { "kit": "file:./vendor/kit", "tools": "link:vendor/kit", "money": "workspace:@acme/billing@*" }, "workspaces": ["packages/*"] }',
      'vendor/kit/package.json': '{ "name": "@vendor/kit", "main": "src/kit.ts" }',
      ...empty('vendor/kit/src/kit.ts', 'packages/billing/index.ts'),
      'packages/billing/package.json': '{ "name": "@acme/billing" }',
    };
    expect(leads(asking, ['kit', 'tools/src/kit', 'money'])).toEqual(['vendor/kit/src/kit.ts', 'vendor/kit/src/kit.ts', 'packages/billing/index.ts']);
  });

  it('may name itself', () => {
    const own = { 'package.json': '{ "name": "shop", "exports": { "./*": "./src/*.ts" } }', ...empty('src/modules/billing/db.ts') };
    expect(leads(own, ['shop/modules/billing/db', 'shop/src/modules/billing/db'])).toEqual(['src/modules/billing/db.ts', 'src/modules/billing/db.ts']);
  });
});
