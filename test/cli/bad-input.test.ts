import { chmodSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { project } from './support/project.ts';
import { runHere } from './support/run-here.ts';
import { compliantShop, shop } from './support/shop.ts';

describe('a project that cannot be checked ends with exit code 2, the file that is to blame and the next step', () => {
  test.each([
    ['a configuration with a syntax error', { 'fortress.config.ts': 'export default {\n  modules: [\n};\n' }, 'fortress.config.ts:3:1', 'Correct it'],
    ['a configuration that throws', { 'fortress.config.ts': "\nthrow new Error('no database');\n" }, 'fortress.config.ts:2:', 'Correct it'],
    ['a configuration that exports nothing', { 'fortress.config.ts': 'export const modules = [];\n' }, '`fortress.config.ts` exports nothing by default.', 'defineConfig'],
    ['a configuration that is no JSON', { 'fortress.config.json': '{ "modules": [ }' }, 'fortress.config.json:1:16', 'Correct it'],
    ['an unknown key', { 'fortress.config.ts': 'export default { moduls: [] };\n' }, 'fortress.config.ts:1:18: `moduls` is no key of the configuration.', 'Did you mean `modules`?'],
    ['a value of the wrong type', { 'fortress.config.json': '{ "modules": "src/modules/*" }' }, '`modules` must be a list of patterns', 'Correct it'],
    ['a pattern that matches nothing', { 'fortress.config.json': '{ "modules": ["src/modules/*", "src/domains/*"] }' }, '`src/domains/*`', ''],
    ['two configurations', { 'fortress.config.json': '{}', 'fortress.config.ts': 'export default {};\n' }, '`fortress.config.ts` and `fortress.config.json`', 'Keep one of them.'],
    ['a broken tsconfig', { 'tsconfig.json': '{ "compilerOptions": { "paths": ' }, 'tsconfig.json:1:33', 'Correct it'],
    ['a tsconfig that extends itself', { 'tsconfig.json': '{ "extends": "./tsconfig.base.json" }', 'tsconfig.base.json': '{ "extends": "./tsconfig.json" }' }, 'they go round in a circle', 'Take one `extends` out.'],
    ['a tsconfig that extends what is missing', { 'tsconfig.json': '{ "extends": "./missing.json" }' }, '`tsconfig.json` extends `missing.json`, which is not there.', 'Correct `extends`'],
  ])('%s', async (_, files, message, next) => {
    const { root } = project({ ...compliantShop, ...files });
    const { code, stdout, stderr } = await runHere(['check'], root);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error: .+\n.+\n$/);
    expect(stderr).toContain(message);
    expect(stderr).toContain(next);
    expect(stderr).not.toContain(root);
  });

  test('no files at all', async () => {
    expect(await runHere(['check'], project({ 'README.md': '# Shop\n' }).root)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('no TypeScript or JavaScript file is here') as string });
  });

  test('no modules', async () => {
    expect(await runHere(['check'], project({ 'src/main.ts': 'export {};\n' }).root)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('no module was found') as string });
  });
});

describe('what is wrong with one file is a finding, and the rest is checked', () => {
  const rulesIn = (stdout: string): readonly string[] => (JSON.parse(stdout) as { readonly violations: readonly { readonly rule: string; readonly file: string }[] }).violations.map(({ rule, file }) => `${file} ${rule}`);
  const imports = 'src/modules/orders/logic.ts no-cross-module-imports';

  test('a syntax error', async () => {
    const { code, stdout } = await runHere(['check', '--format', 'json'], project({ ...shop, 'src/modules/billing/broken.ts': 'export const = 3;\n' }).root);
    expect({ code, findings: rulesIn(stdout) }).toEqual({ code: 1, findings: ['src/modules/billing/broken.ts parse-error', imports] });
  });

  test('a file that cannot be read', () => {
    const here = project({ ...shop, 'src/modules/billing/secret.ts': 'export {};\n' });
    chmodSync(`${here.root}/src/modules/billing/secret.ts`, 0o000);
    chmodSync(here.root, 0o755);
    // Root may read everything.
    const asNobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    const { code, stdout } = here.fortress(['check', '--format', 'json'], asNobody);
    expect({ code, findings: rulesIn(stdout) }).toEqual({ code: 1, findings: ['src/modules/billing/secret.ts parse-error', imports] });
  });

  test('links that lead in circles or to nothing', async () => {
    const { root } = project(shop);
    symlinkSync('..', `${root}/src/modules/orders/up`);
    symlinkSync('self', `${root}/src/modules/orders/self`);
    symlinkSync('gone.ts', `${root}/src/modules/orders/dangling.ts`);
    const { code, stdout, stderr } = await runHere(['check', '--format', 'json'], root);
    expect({ code, findings: rulesIn(stdout) }).toEqual({ code: 1, findings: [imports] });
    expect(stderr).toContain('warning: The link `src/modules/orders/dangling.ts` leads to nothing.');
  });
});
