import { describe, expect, it } from 'vitest';
import { ConfigurationError, openProject } from '../../../src/arch/index.ts';
import { check, projectOf } from '../support/projects.ts';

const SHOP = {
  'src/main.ts': "import './modules/billing/index.ts';\n",
  'src/modules/billing/index.ts': 'export const billing = 1;\n',
  'src/modules/orders/index.ts': 'export const orders = 1;\n',
  'src/shared/clock.ts': 'export const clock = 1;\n',
};

/** What the check of a small shop with this configuration stumbles over. */
function problemOf(files: Readonly<Record<string, string>>): { message: string; next: string; file: string | undefined } {
  try {
    check(projectOf({ ...SHOP, ...files }));
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return { message: error.message, next: error.next, file: error.file };
  }
  throw new Error('The configuration was taken.');
}

const config = (text: string): Record<string, string> => ({ 'fortress.config.ts': text });
const json = (value: unknown): Record<string, string> => ({ 'fortress.config.json': JSON.stringify(value, undefined, 2) });

describe('a configuration that cannot be used', () => {
  it('has a key that nobody knows: the nearest is named', () => {
    expect(problemOf(config("export default {\n  compositionRoots: ['src/*.ts'],\n};\n"))).toEqual({
      message: '`compositionRoots` is no key of the configuration.',
      next: 'Did you mean `compositionRoot`?',
      file: 'fortress.config.ts:2:3',
    });
  });

  it('has a key that resembles none: all are named', () => {
    expect(problemOf(json({ plugins: [] }))).toMatchObject({
      message: '`plugins` is no key of the configuration.',
      next: 'Known keys are `modules`, `slices`, `shared`, `compositionRoot`, `tests`, `contract`, `tables`, `exceptions`, `libraries`, `rules`.',
    });
  });

  it('has an unknown key in a module', () => {
    expect(problemOf(json({ modules: ['src/modules/*', { path: 'src/modules/billing', opn: true }] }))).toEqual({
      message: '`modules[1].opn` is no key of the configuration.',
      next: 'Did you mean `open`?',
      file: 'fortress.config.json:6:7',
    });
  });

  it('has an unknown key where a key is missing', () => {
    expect(problemOf(json({ modules: [{ pth: 'src/modules/billing' }] }))).toMatchObject({
      message: '`modules[0].pth` is no key of the configuration.',
      next: 'Did you mean `path`?',
    });
  });

  it('has an unknown key in an exception', () => {
    expect(problemOf(json({ exceptions: [{ from: 'orders', to: 'billing', reason: 'soon', untill: '2027-01-01' }] }))).toMatchObject({
      message: '`exceptions[0].untill` is no key of the configuration.',
      next: 'Did you mean `until`?',
    });
  });

  it('names a rule that is none', () => {
    expect(problemOf(json({ rules: { 'no-cross-modules-imports': 'error' } }))).toEqual({
      message: '`rules` names `no-cross-modules-imports`, which is no rule.',
      next: 'Did you mean `no-cross-module-imports`?',
      file: 'fortress.config.json:3:5',
    });
  });

  it.each([
    [{ modules: 'src/modules/*' }, '`modules` must be a list of patterns, but is `"src/modules/*"`.'],
    [{ modules: [3] }, '`modules[0]` must be a pattern of folders or an object with `path`, but is `3`.'],
    [{ modules: [{ path: 7 }] }, '`modules[0].path` must be a text, but is `7`.'],
    [{ modules: [{ name: 'billing' }] }, '`modules[0].path` is missing.'],
    [{ modules: [{ path: 'src/modules/billing', open: 'yes' }] }, '`modules[0].open` must be `true` or `false`, but is `"yes"`.'],
    [{ modules: [{ path: 'src/modules/billing', contract: 'index.ts' }] }, '`modules[0].contract` must be a list of patterns, but is `"index.ts"`.'],
    [{ modules: [''] }, '`modules[0]` must be a text that is not empty, but is `""`.'],
    [{ shared: [null] }, '`shared[0]` must be a pattern, but is `null`.'],
    [{ tests: {} }, '`tests` must be a list of patterns, but is an object.'],
    [{ tables: ['invoices'] }, '`tables` must be an object, but is a list.'],
    [{ tables: { invoices: 1 } }, '`tables.invoices` must be the name of a module, but is `1`.'],
    [{ exceptions: [{ from: 'orders', to: 'billing' }] }, '`exceptions[0].reason` is missing.'],
    [{ exceptions: [{ from: 'orders', to: 'billing', reason: '' }] }, '`exceptions[0].reason` must be a text that is not empty, but is `""`.'],
    [{ exceptions: ['orders'] }, '`exceptions[0]` must be an object, but is `"orders"`.'],
    [{ rules: { 'no-module-cycles': 'fatal' } }, '`rules[\'no-module-cycles\']` must be `off`, `warn` or `error`, but is `"fatal"`.'],
    [{ libraries: ['knex'] }, '`libraries[0]` must be an object, but is `"knex"`.'],
    [[], 'The configuration must be an object, but is a list.'],
  ])('%j', (value, message) => {
    expect(problemOf(json(value)).message).toBe(message);
  });

  it.each(['2027-13-01', '2027-02-30', 'next year', '31.03.2027', '2027-3-1'])('holds an exception until %s', (until) => {
    expect(problemOf(json({ exceptions: [{ from: 'orders', to: 'billing', reason: 'soon', until }] }))).toMatchObject({
      message: `\`exceptions[0].until\` must be a day of the calendar like \`2027-03-31\`, but is \`"${until}"\`.`,
      file: 'fortress.config.json:7:7',
    });
  });

  it.each([
    ['modules', '`modules` names `src/modles/*`, but no folder with source files is there.'],
    ['shared', '`shared` names `src/modles/*`, but nothing is there.'],
    ['compositionRoot', '`compositionRoot` names `src/modles/*`, but nothing is there.'],
  ])('has a pattern in %s that matches nothing', (key, message) => {
    expect(problemOf(json({ [key]: ['src/*', 'src/modles/*'] })).message).toBe(message);
  });

  it('takes a folder without source files for a module', () => {
    expect(problemOf({ ...json({ modules: ['src/modules/*', 'src/modules/docs'] }), 'src/modules/docs/readme.md': '# Docs\n' }).message).toBe(
      '`modules` names `src/modules/docs`, but no folder with source files is there.',
    );
  });

  it.each([
    [{ modules: ['src/modules/*', 'src/{modules,contexts}/*'] }, '`src/modules/billing` is claimed by `src/modules/*` and by `src/{modules,contexts}/*` in `modules`.'],
    [{ modules: ['src/modules/billing', { path: 'src/modules/billing', open: true }] }, '`src/modules/billing` is claimed by `src/modules/billing` and by `src/modules/billing` in `modules`.'],
    [{ modules: ['src/*/billing'], shared: ['src/modules/*'] }, '`src/modules/billing` is claimed by `src/modules/*` in `shared` and by `src/*/billing` in `modules`.'],
    [{ shared: ['src/shared'], compositionRoot: ['src/shared/**'] }, '`src/shared` is claimed by `src/shared` in `shared` and by `src/shared/**` in `compositionRoot`.'],
    [{ shared: ['src/*.ts'], compositionRoot: ['src/ma*.ts'] }, '`src/main.ts` is claimed by `src/*.ts` in `shared` and by `src/ma*.ts` in `compositionRoot`.'],
  ])('has two patterns that claim one path equally: %j', (value, message) => {
    expect(problemOf(json(value)).message).toBe(message);
  });

  it('gives two modules one name', () => {
    const modules = [{ path: 'src/modules/billing', name: 'money' }, { path: 'src/modules/orders', name: 'money' }];
    expect(problemOf(json({ modules })).message).toBe('Two modules are called `money`; one of them is `src/modules/orders`.');
  });

  it('makes a module of every folder', () => {
    expect(problemOf(json({ modules: ['src/modules/**'] }))).toMatchObject({
      message: '`modules` names `src/modules/**`, which makes a module of every folder at any depth.',
      next: 'Write `src/modules/*`.',
    });
  });

  it.each(['/srv/shop/src/modules/*', '../other/src/modules/*', 'C:\\shop\\src\\modules\\*'])('has a pattern that leads out of the project: %s', (pattern) => {
    expect(problemOf(json({ modules: [pattern] })).message).toBe(`\`modules[0]\` is \`${pattern}\`, but patterns are relative to the project's root and stay inside it.`);
  });

  it('gives a table to a module that is not there', () => {
    expect(problemOf(json({ tables: { invoices: 'biling', countries: 'shared' } }))).toEqual({
      message: '`tables` gives `invoices` to `biling`, which is no module.',
      next: 'Did you mean `billing`?',
      file: 'fortress.config.json:3:5',
    });
  });

  it('is no JSON', () => {
    expect(problemOf({ 'fortress.config.json': '{\n  "modules": ["src/modules/*"],\n}\n' })).toEqual({
      message: '`fortress.config.json` is no JSON: a key in double quotes was expected, but `}` stands here.',
      next: 'Correct it at fortress.config.json:3:1; comments and trailing commas are for `fortress.config.ts`.',
      file: 'fortress.config.json:3:1',
    });
  });

  it('has a syntax error', () => {
    const { message, file } = problemOf(config('export default {\n  modules: [,,\n};\n'));
    expect(message).toMatch(/^`fortress\.config\.ts` has a syntax error: .+\.$/);
    expect(file).toBe('fortress.config.ts:3:1');
  });

  it('throws', () => {
    expect(problemOf(config("const modules = ['a'];\n\nthrow new Error('no modules today');\n\nexport default { modules };\n"))).toEqual({
      message: '`fortress.config.ts` cannot be run: no modules today.',
      next: 'Correct it at fortress.config.ts:3:7.',
      file: 'fortress.config.ts:3:7',
    });
  });

  it('throws in its first line: no column that is not there', () => {
    expect(problemOf(config("throw new Error('no modules today');\n")).file).toMatch(/^fortress\.config\.ts:1:(?:1|7)$/);
  });

  it('imports what is not there', () => {
    const { message } = problemOf(config("import { modules } from './modules.ts';\n\nexport default { modules };\n"));
    expect(message).toMatch(/^`fortress\.config\.ts` cannot be run: Cannot find module/);
    expect(message).not.toMatch(/\/fortress-/);
  });

  it.each([
    ['export const modules = [];\n', '`fortress.config.ts` exports nothing by default.'],
    ['export default Promise.resolve({});\n', '`fortress.config.ts` exports a promise.'],
    ['export default () => ({});\n', '`fortress.config.ts` exports a function.'],
    ['', '`fortress.config.ts` exports nothing by default.'],
  ])('exports no object: %j', (text, message) => {
    expect(problemOf(config(text)).message).toBe(message);
  });

  it('is there twice', () => {
    expect(problemOf({ ...config('export default {};\n'), ...json({}) }).message).toBe('There are two configurations: `fortress.config.ts` and `fortress.config.json`.');
  });

  it('is named, but not there', () => {
    expect(() => openProject({ root: projectOf(SHOP), configFile: 'no/such/fortress.config.ts' })).toThrow('The configuration `no/such/fortress.config.ts` is not there.');
  });
});
