import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigurationError, openProject } from '../../../src/arch/index.ts';
import { check, places, projectOf } from '../support/projects.ts';

const CODE = 'export const value = 1;\n';

const SHOP = {
  'src/modules/billing/db.ts': CODE,
  'src/modules/orders/logic.ts': "import '@b/db';\n",
};

const FOUND = ['src/modules/orders/logic.ts:1:8 no-cross-module-imports'];
const PATHS = '"paths": { "@b/*": ["./src/modules/billing/*"] }';

function foundWith(files: Readonly<Record<string, string>>): string[] {
  return places(check(projectOf({ ...SHOP, ...files })).findings);
}

function problemOf(files: Readonly<Record<string, string>>): { message: string; next: string; file: string | undefined } {
  try {
    check(projectOf({ ...SHOP, ...files }));
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return { message: error.message, next: error.next, file: error.file };
  }
  throw new Error('The tsconfig was taken.');
}

describe('the tsconfig of a file', () => {
  it('may hold comments, trailing commas and a byte order mark', () => {
    expect(foundWith({ 'tsconfig.json': `\uFEFF// ours\n{\n  /* all of it */ "compilerOptions": { ${PATHS}, }, // done\n}\n` })).toEqual(FOUND);
  });

  it('may be empty', () => {
    expect(foundWith({ 'tsconfig.json': '' })).toEqual([]);
  });

  it('is the nearest one', () => {
    expect(foundWith({ 'tsconfig.json': `{ "compilerOptions": { ${PATHS} } }`, 'src/modules/orders/tsconfig.json': '{}' })).toEqual([]);
    expect(foundWith({ 'tsconfig.json': '{}', 'src/modules/orders/tsconfig.json': '{ "compilerOptions": { "paths": { "@b/*": ["../billing/*"] } } }' })).toEqual(FOUND);
  });

  it('may be a jsconfig.json', () => {
    expect(foundWith({ 'jsconfig.json': `{ "compilerOptions": { ${PATHS} } }` })).toEqual(FOUND);
  });

  it.each([
    ['a file', '"./base.json"', { 'base.json': `{ "compilerOptions": { ${PATHS} } }` }],
    ['a file without extension', '"./base"', { 'base.json': `{ "compilerOptions": { ${PATHS} } }` }],
    ['a file elsewhere, whose paths are relative to itself', '"./config/base.json"', { 'config/base.json': '{ "compilerOptions": { "paths": { "@b/*": ["../src/modules/billing/*"] } } }' }],
    ['a file with a baseUrl', '"./config/base.json"', { 'config/base.json': '{ "compilerOptions": { "baseUrl": "..", "paths": { "@b/*": ["src/modules/billing/*"] } } }' }],
    ['a file that knows the folder of who extends it', '"./config/base.json"', { 'config/base.json': '{ "compilerOptions": { "paths": { "@b/*": ["${configDir}/src/modules/billing/*"] } } }' }],
    ['several, the last of which decides', '["./base.json", "./other.json"]', { 'base.json': '{ "compilerOptions": { "paths": { "@b/*": ["./nowhere/*"] } } }', 'other.json': `{ "compilerOptions": { ${PATHS} } }` }],
    ['several, of which only one has a say', '["./base.json", "./other.json"]', { 'base.json': `{ "compilerOptions": { ${PATHS} } }`, 'other.json': '{ "compilerOptions": { "strict": true } }' }],
    ['a file of a package', '"@acme/config/base.json"', { 'node_modules/@acme/config/base.json': '{ "compilerOptions": { "paths": { "@b/*": ["../../../src/modules/billing/*"] } } }' }],
    ['a package', '"@acme/config"', { 'node_modules/@acme/config/tsconfig.json': '{ "compilerOptions": { "paths": { "@b/*": ["../../../src/modules/billing/*"] } } }' }],
    ['a package with a field', '"acme"', { 'node_modules/acme/package.json': '{ "tsconfig": "deep/base.json" }', 'node_modules/acme/deep/base.json': '{ "compilerOptions": { "paths": { "@b/*": ["../../../src/modules/billing/*"] } } }' }],
    ['a package with exports', '"acme/base"', { 'node_modules/acme/package.json': '{ "exports": { "./base": "./deep/base.json" } }', 'node_modules/acme/deep/base.json': '{ "compilerOptions": { "paths": { "@b/*": ["../../../src/modules/billing/*"] } } }' }],
    ['a package of the workspace that is not installed', '"@acme/config/base.json"', { 'package.json': '{ "workspaces": ["config"] }', 'config/package.json': '{ "name": "@acme/config" }', 'config/base.json': '{ "compilerOptions": { "paths": { "@b/*": ["../src/modules/billing/*"] } } }' }],
  ])('may extend %s', (_, value, files: Record<string, string>) => {
    expect(foundWith({ ...files, 'tsconfig.json': `{ "extends": ${value} }` })).toEqual(FOUND);
  });

  it('replaces the paths of what it extends', () => {
    expect(foundWith({ 'base.json': `{ "compilerOptions": { ${PATHS} } }`, 'tsconfig.json': '{ "extends": "./base.json", "compilerOptions": { "paths": { "@c/*": ["./src/*"] } } }' })).toEqual([]);
  });

  it.each([
    ['by its list of files', '{ "files": [], "references": [{ "path": "./tsconfig.node.json" }, { "path": "./tsconfig.app.json" }] }'],
    ['by what it takes in', '{ "include": ["scripts"], "references": [{ "path": "./tsconfig.node.json" }, { "path": "./tsconfig.app.json" }] }'],
    ['through another solution', '{ "files": [], "references": [{ "path": "./solution" }] }'],
  ])('may be one that a solution refers to, told %s', (_, solution) => {
    const files = {
      'tsconfig.json': solution,
      'solution/tsconfig.json': '{ "files": [], "references": [{ "path": "../tsconfig.node.json" }, { "path": "../tsconfig.app.json" }, { "path": ".." }] }',
      'tsconfig.node.json': '{ "compilerOptions": { "paths": { "@b/*": ["./nowhere/*"] } }, "include": ["vite.config.ts", "src/**/*.test.ts"] }',
      'tsconfig.app.json': `{ "compilerOptions": { ${PATHS} }, "include": ["src/**/*"], "exclude": ["src/**/*.test.ts"] }`,
      'src/modules/orders/logic.test.ts': "import '@b/db';\n",
    };
    // The test is ruled by the other, whose alias leads nowhere.
    expect(foundWith(files)).toEqual(FOUND);
  });

  it('is asked for conditions', () => {
    const root = projectOf({
      'package.json': '{ "name": "shop", "imports": { "#db": { "acme:source": "./src/source.ts", "default": "./src/built.ts" } } }',
      'tsconfig.json': '{ "compilerOptions": { "customConditions": ["acme:source"] } }',
      'src/source.ts': CODE,
      'src/built.ts': CODE,
    });
    expect(openProject({ root }).resolve(join(root, 'src/main.ts'), '#db')).toEqual({ status: 'file', path: join(root, 'src/source.ts'), via: '#db' });
  });
});

describe('a tsconfig that cannot be used', () => {
  it('is broken: the place is named', () => {
    expect(problemOf({ 'tsconfig.json': '{\n  "compilerOptions": {\n    "strict": tru\n  }\n}\n' })).toEqual({
      message: '`tsconfig.json` is broken: a value was expected, but `t` stands here.',
      next: 'Correct it at tsconfig.json:3:15: what its `paths` lead to is unknown.',
      file: 'tsconfig.json:3:15',
    });
  });

  it.each([
    ['[]', '`tsconfig.json` is broken: it must be an object.'],
    ['{ "compilerOptions": [] }', '`tsconfig.json` is broken: `compilerOptions` must be an object.'],
    ['{ "compilerOptions": { "paths": [] } }', '`tsconfig.json` is broken: `paths` must be an object.'],
    ['{ "compilerOptions": { "paths": { "@b/*": "./src/*" } } }', '`tsconfig.json` is broken: `@b/*` in `paths` must be a list of paths.'],
  ])('has another shape than TypeScript takes: %s', (text, message) => {
    expect(problemOf({ 'tsconfig.json': text }).message).toBe(message);
  });

  it('ends too early', () => {
    expect(problemOf({ 'tsconfig.json': '{ "compilerOptions": {' }).message).toBe('`tsconfig.json` is broken: a key in double quotes was expected, but the file ends here.');
  });

  it('extends itself', () => {
    expect(problemOf({ 'tsconfig.json': '{ "extends": "./tsconfig.json" }' })).toEqual({ message: '`tsconfig.json` extends itself.', next: 'Take one `extends` out.', file: 'tsconfig.json:1:3' });
  });

  it('goes round in a circle: every file of it is named', () => {
    const files = { 'tsconfig.json': '{ "extends": "./config/base.json" }', 'config/base.json': '{ "extends": ["./more.json"] }', 'config/more.json': '{\n  "extends": "../tsconfig.json"\n}\n' };
    expect(problemOf(files)).toEqual({
      message: '`tsconfig.json` extends `config/base.json`, which extends `config/more.json`, which extends `tsconfig.json`: they go round in a circle.',
      next: 'Take one `extends` out.',
      file: 'config/more.json:2:3',
    });
  });

  it('extends what is not there', () => {
    expect(problemOf({ 'tsconfig.json': '{\n  "extends": ["./tsconfig.base.json"]\n}\n' })).toEqual({
      message: '`tsconfig.json` extends `tsconfig.base.json`, which is not there.',
      next: 'Correct `extends`, or put the file there.',
      file: 'tsconfig.json:2:15',
    });
  });

  it('extends a package that nobody asks for', () => {
    expect(problemOf({ 'package.json': '{}', 'tsconfig.json': '{ "extends": "@tsconfig/node20/tsconfig.json" }' })).toMatchObject({
      message: '`tsconfig.json` extends `@tsconfig/node20/tsconfig.json`, which is not there.',
      next: 'Install the package, or correct `extends`.',
    });
  });

  it('extends a file that its package does not have', () => {
    const files = { 'package.json': '{ "devDependencies": { "acme": "1" } }', 'node_modules/acme/package.json': '{}', 'tsconfig.json': '{ "extends": "acme/gone.json" }' };
    expect(problemOf(files).message).toBe('`tsconfig.json` extends `acme/gone.json`, which is not there.');
  });

  it('is reached through another', () => {
    expect(problemOf({ 'tsconfig.json': '{ "extends": "./base.json" }', 'base.json': '{ nonsense' }).message).toMatch(/^`base\.json` is broken/);
  });
});

describe('what a check says about a tsconfig and goes on', () => {
  it('extends a package that is asked for, but not installed', () => {
    const root = projectOf({ ...SHOP, 'package.json': '{ "devDependencies": { "@tsconfig/node20": "20" } }', 'tsconfig.json': `{ "extends": "@tsconfig/node20/tsconfig.json", "compilerOptions": { ${PATHS} } }` });
    const report = check(root);
    expect(places(report.findings)).toEqual(FOUND);
    expect(report.diagnostics).toEqual([
      { file: 'tsconfig.json', message: '`tsconfig.json` extends `@tsconfig/node20/tsconfig.json`, which is not installed.', next: 'Install the packages; aliases that it may define are unknown until then.' },
    ]);
  });

  it('has an alias to a folder that is gone', () => {
    const root = projectOf({ ...SHOP, 'tsconfig.json': `{ "compilerOptions": { "paths": { "@b/*": ["./src/modules/billing/*"], "@gone/*": ["./src/gone/*"], "@file": ["./src/gone.ts"], "@half/*": ["./gone/*", "./src/*"] } } }` });
    const report = check(root);
    expect(places(report.findings)).toEqual(FOUND);
    expect(report.diagnostics.map(({ message }) => message)).toEqual([
      'The alias `@file` in `tsconfig.json` leads to `src/gone.ts`, which is not there.',
      'The alias `@gone/*` in `tsconfig.json` leads to `src/gone/*`, which is not there.',
    ]);
  });
});
