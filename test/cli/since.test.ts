import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { project, type TestProject } from './support/project.ts';
import { runHere } from './support/run-here.ts';

const importing = (names: string, from = '../billing/db.ts'): string => `import type { ${names} } from '${from}';\n`;

const legacyShop = {
  'package.json': '{ "name": "shop", "type": "module" }',
  'src/modules/orders/logic.ts': `${importing('Invoice')}export const total = (invoices: readonly Invoice[]): number => invoices.length;\n`,
  'src/modules/billing/db.ts': 'export interface Invoice {}\nexport interface Payment {}\n',
  'src/modules/billing/contract.ts': "export type { Invoice, Payment } from './db.ts';\n",
};

/** The legacy shop on a branch that has just left `main`. */
function branched(files: Readonly<Record<string, string>> = legacyShop): TestProject {
  const here = project(files);
  here.commit();
  here.git('switch', '-q', '-c', 'feature');
  return here;
}

async function broughtBy(here: TestProject, ...args: readonly string[]): Promise<{ readonly code: number | null; readonly found: readonly string[]; readonly stderr: string }> {
  const { code, stdout, stderr } = await runHere(['check', '--since', 'main', '--format', 'json', ...args], here.root);
  const { violations } = JSON.parse(stdout) as { readonly violations: readonly { readonly rule: string; readonly file: string; readonly line: number; readonly status: string }[] };
  return { code, stderr, found: violations.map(({ rule, file, line, status }) => `${file}:${line} ${rule}${status === 'new' ? '' : ` ${status}`}`) };
}

describe('--since reports what a branch brought', () => {
  test('nothing, where nothing was changed', async () => {
    expect(await broughtBy(branched())).toEqual({ code: 0, found: [], stderr: 'No violations.\n' });
  });

  test('a reference in a new file, committed or not', async () => {
    const here = branched();
    here.write({ 'src/modules/catalog/logic.ts': importing('Payment') });
    expect(await broughtBy(here)).toMatchObject({ code: 1, found: ['src/modules/catalog/logic.ts:1 no-cross-module-imports'] });
    here.commit();
    expect(await broughtBy(here)).toMatchObject({ code: 1, found: ['src/modules/catalog/logic.ts:1 no-cross-module-imports'] });
  });

  test('a reference more in an old file, but not the old one that moved down', async () => {
    const here = branched();
    here.write({ 'src/modules/orders/logic.ts': `${importing('Payment')}\n${legacyShop['src/modules/orders/logic.ts']}` });
    expect(await broughtBy(here)).toMatchObject({ code: 1, found: ['src/modules/orders/logic.ts:1 no-cross-module-imports'] });
  });

  test('one more of the same', async () => {
    const here = branched();
    here.write({ 'src/modules/orders/logic.ts': legacyShop['src/modules/orders/logic.ts'] + importing('Invoice') });
    expect(await broughtBy(here)).toMatchObject({ code: 1, found: ['src/modules/orders/logic.ts:3 no-cross-module-imports'] });
  });

  test('nothing, where a file was renamed', async () => {
    const here = branched();
    here.git('mv', 'src/modules/orders', 'src/modules/purchasing');
    expect(await broughtBy(here)).toMatchObject({ code: 0, found: [] });
  });

  test('a finding in an old file, where the branch is its cause', async () => {
    const here = branched({ ...legacyShop, 'src/modules/orders/logic.ts': importing('Invoice', '../billing/invoice.contract.ts'), 'src/modules/billing/invoice.contract.ts': 'export interface Invoice {}\n' });
    expect(await broughtBy(here)).toMatchObject({ code: 0, found: [] });
    here.write({ 'fortress.config.json': '{ "contract": ["contract.ts"] }' });
    expect(await broughtBy(here)).toMatchObject({ code: 1, found: ['src/modules/orders/logic.ts:1 no-cross-module-imports'] });
  });

  test('less what main has gone on with since', async () => {
    const here = branched();
    here.git('switch', '-q', 'main');
    here.write({ 'src/modules/catalog/logic.ts': importing('Payment') });
    here.commit('on main');
    here.git('switch', '-q', 'feature');
    here.write({ 'src/modules/orders/db.ts': importing('Payment') });
    expect(await broughtBy(here)).toMatchObject({ code: 1, found: ['src/modules/orders/db.ts:1 no-cross-module-imports'] });
  });

  test('everything, where the project could not be checked before', async () => {
    const here = branched({ 'package.json': '{}', 'src/main.ts': 'export {};\n' });
    here.write(legacyShop);
    expect(await broughtBy(here)).toEqual({
      code: 1,
      found: ['src/modules/orders/logic.ts:1 no-cross-module-imports'],
      stderr: 'warning: At `main` the project could not be checked, so every finding counts as new: There is nothing to check: no module was found. Nothing is to be done where the branch mends it.\n1 error.\n',
    });
  });

  test('in the files that were named', async () => {
    const here = branched();
    here.write({ 'src/modules/catalog/a.ts': importing('Payment'), 'src/modules/catalog/b.ts': importing('Payment') });
    expect(await broughtBy(here, '--', 'src/modules/catalog/b.ts')).toMatchObject({ found: ['src/modules/catalog/b.ts:1 no-cross-module-imports'] });
  });

  test('says so in its last lines', async () => {
    const here = branched();
    here.write({ 'src/modules/catalog/logic.ts': importing('Payment') });
    expect((await runHere(['check', '--since', 'main'], here.root)).stdout).toContain('\n1 error since `main`.\n');
  });
});

describe('--since beside a baseline', () => {
  test('reports no violation that is listed, before or now', async () => {
    const here = project(legacyShop);
    await runHere(['check', '--update-baseline'], here.root);
    here.commit();
    expect(await broughtBy(here)).toMatchObject({ code: 0, found: [] });
    here.write({ 'src/modules/catalog/logic.ts': importing('Payment') });
    await runHere(['check', '--update-baseline'], here.root);
    expect(await broughtBy(here)).toMatchObject({ code: 0, found: ['src/modules/catalog/logic.ts:1 no-cross-module-imports baselined'] });
  });

  test('reports an entry that the branch has made useless, and a violation that it has taken off the list', async () => {
    const here = project(legacyShop);
    await runHere(['check', '--update-baseline'], here.root);
    here.commit();
    here.git('switch', '-q', '-c', 'feature');
    here.write({ 'src/modules/orders/logic.ts': 'export {};\n' });
    expect(await broughtBy(here)).toMatchObject({ code: 1, found: ['fortress-baseline/orders.json:5 useless-baseline'] });
    here.write({ 'src/modules/orders/logic.ts': legacyShop['src/modules/orders/logic.ts'], 'fortress-baseline': undefined });
    expect(await broughtBy(here)).toMatchObject({ code: 1, found: ['src/modules/orders/logic.ts:1 no-cross-module-imports'] });
  });
});

describe('--since reads the project as it was', () => {
  test('below the top of its repository, with the settings above it', async () => {
    const here = branched({
      'tsconfig.base.json': '{ "compilerOptions": { "paths": { "@modules/*": ["./apps/api/src/modules/*"] } } }',
      '.gitignore': 'generated.ts\n',
      ...Object.fromEntries(Object.entries(legacyShop).map(([path, text]) => [`apps/api/${path}`, text])),
      'apps/api/tsconfig.json': '{ "extends": "../../tsconfig.base.json" }',
      'apps/api/src/modules/orders/logic.ts': importing('Invoice', '@modules/billing/db'),
    });
    here.write({ 'apps/api/src/modules/orders/db.ts': importing('Payment', '@modules/billing/db') });
    const { code, stdout } = await runHere(['check', 'apps/api', '--since', 'main'], here.root);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^src\/modules\/orders\/db\.ts\n[^]*\n1 error since `main`\.\n/);
  });

  test('with workspaces that are linked into node_modules', async () => {
    const here = project({
      '.gitignore': 'node_modules\n',
      'package.json': '{ "name": "shop", "private": true, "workspaces": ["packages/*"] }',
      'fortress.config.json': '{ "modules": ["packages/*"] }',
      'packages/billing/package.json': '{ "name": "@shop/billing", "exports": { "./*": "./src/*" } }',
      'packages/billing/src/db.ts': 'export interface Invoice {}\n',
      'packages/orders/package.json': '{ "name": "@shop/orders" }',
      'packages/orders/src/logic.ts': importing('Invoice', '@shop/billing/db.ts'),
    });
    mkdirSync(`${here.root}/node_modules/@shop`, { recursive: true });
    symlinkSync('../../packages/billing', `${here.root}/node_modules/@shop/billing`);
    here.commit();
    expect((await runHere(['check', '--format', 'json'], here.root)).code).toBe(1);
    expect(await broughtBy(here)).toMatchObject({ code: 0, found: [] });
    here.write({ 'packages/orders/src/db.ts': importing('Invoice', '@shop/billing/db.ts') });
    expect(await broughtBy(here)).toMatchObject({ code: 1, found: ['packages/orders/src/db.ts:1 no-cross-module-imports'] });
  });

  test('and leaves neither files nor changes behind', async () => {
    const here = branched();
    here.write({ 'src/modules/catalog/logic.ts': importing('Payment') });
    const before = here.git('status', '--porcelain');
    const left = readdirSync(tmpdir()).filter((name) => name.startsWith('fortress-since-') || name.startsWith('fortress-index-'));
    expect(here.fortress(['check', '--since', 'main']).code).toBe(1);
    expect(here.git('status', '--porcelain')).toBe(before);
    expect(readdirSync(tmpdir()).filter((name) => (name.startsWith('fortress-since-') || name.startsWith('fortress-index-')) && !left.includes(name))).toEqual([]);
  });
});

describe('--since that cannot be answered ends with exit code 2', () => {
  test.each([
    ['without a repository', () => project(legacyShop), 'main', '`--since` asks git, but the project is in no repository that git can read.'],
    ['for a revision that is not there', () => branched(), 'origin/main', 'Git knows no revision `origin/main`.'],
    ['for what looks like an option', () => branched(), '--output=x', 'Git knows no revision `--output=x`.'],
    ['without a common commit', () => {
      const here = branched();
      here.git('switch', '-q', '--orphan', 'other');
      here.write(legacyShop);
      here.commit('begun anew');
      return here;
    }, 'main', 'The branch and `main` have no commit in common.'],
  ])('%s', async (_, lay, revision, message) => {
    const here = lay();
    const { code, stdout, stderr } = await runHere(['check', `--since=${revision}`], here.root);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  test('without git', () => {
    expect(branched().fortress(['check', '--since', 'main'], { env: { PATH: '/nowhere' } })).toMatchObject({ code: 2, stderr: expect.stringContaining('in no repository that git can read') as string });
  });
});
