import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { project, type TestProject } from './support/project.ts';
import { runHere } from './support/run-here.ts';
import { shop } from './support/shop.ts';

const importing = (names: string, from = '../billing/db.ts'): string => `import type { ${names} } from '${from}';\n`;

const legacyShop = {
  'package.json': '{ "name": "shop", "type": "module" }',
  'src/modules/orders/logic.ts': importing('Invoice'),
  'src/modules/catalog/logic.ts': importing('Payment'),
  'src/modules/billing/db.ts': 'export interface Invoice {}\nexport interface Payment {}\n',
};

function filesIn(here: TestProject, folder = 'fortress-baseline'): Record<string, string> {
  const names = existsSync(join(here.root, folder)) ? readdirSync(join(here.root, folder)) : [];
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(here.root, folder, name), 'utf8')]));
}

/** The legacy shop with a baseline of what is wrong in it. */
async function adopted(): Promise<TestProject> {
  const here = project(legacyShop);
  expect(await runHere(['check', '--update-baseline'], here.root)).toMatchObject({ code: 0 });
  return here;
}

describe('--update-baseline', () => {
  test('lists what is wrong today, a file for each module, and the check passes', () => {
    const here = project(legacyShop);
    expect(here.fortress(['check', '--update-baseline'])).toEqual({
      code: 0,
      stdout: 'No violations; 2 are in the baseline.\n3 files checked, 3 of them in 3 modules; 2 references, of which 2 resolved.\n',
      stderr: 'Baseline `fortress-baseline`: 2 listed.\n',
    });
    expect(filesIn(here)).toEqual({
      'catalog.json': `{
  "schemaVersion": 1,
  "module": "catalog",
  "findings": [
    { "rule": "no-cross-module-imports", "from": "src/modules/catalog/logic.ts", "to": "src/modules/billing/db.ts", "symbol": "Payment", "count": 1 }
  ]
}
`,
      'orders.json': `{
  "schemaVersion": 1,
  "module": "orders",
  "findings": [
    { "rule": "no-cross-module-imports", "from": "src/modules/orders/logic.ts", "to": "src/modules/billing/db.ts", "symbol": "Invoice", "count": 1 }
  ]
}
`,
    });
    expect(here.fortress(['check'])).toMatchObject({ code: 0, stderr: '' });
    expect(here.fortress(['check', '--show-baselined']).stdout).toContain('  1:30  baselined  no-cross-module-imports\n');
  });

  test('changes nothing when it is said twice', async () => {
    const here = await adopted();
    const files = filesIn(here);
    expect(await runHere(['check', '--update-baseline'], here.root)).toMatchObject({ code: 0, stderr: 'Baseline `fortress-baseline`: 2 listed, 2 before.\n' });
    expect(filesIn(here)).toEqual(files);
  });

  test('writes to the folder that is named, which the check then has to be told', async () => {
    const here = project(legacyShop);
    await runHere(['check', '--baseline', 'quality/baseline', '--update-baseline'], here.root);
    expect(Object.keys(filesIn(here, 'quality/baseline'))).toEqual(['catalog.json', 'orders.json']);
    expect((await runHere(['check', '--baseline', 'quality/baseline'], here.root)).code).toBe(0);
    expect((await runHere(['check'], here.root)).code).toBe(1);
  });

  test('takes away the files of modules that are clean, but not the baseline', async () => {
    const here = await adopted();
    here.write({ 'src/modules/orders/logic.ts': 'export {};\n', 'src/modules/catalog/logic.ts': 'export {};\n', 'fortress-baseline/README.md': '# Ours\n' });
    await runHere(['check', '--update-baseline'], here.root);
    expect(Object.keys(filesIn(here))).toEqual(['README.md', '_project.json']);
    expect((await runHere(['check', '--baseline', 'fortress-baseline'], here.root)).code).toBe(0);
  });

  test('only shrinks with --shrink-only: what is new stays new', async () => {
    const here = await adopted();
    here.write({ 'src/modules/orders/logic.ts': importing('Payment'), 'src/modules/catalog/logic.ts': importing('Payment') });
    const { code, stdout, stderr } = await runHere(['check', '--update-baseline', '--shrink-only'], here.root);
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'Baseline `fortress-baseline`: 1 listed, 2 before.\n' });
    expect(stdout).toContain('\n1 error; 1 more is in the baseline.\n');
    expect(Object.keys(filesIn(here))).toEqual(['catalog.json']);
  });

  test('leaves alone what is listed for files that were not named', async () => {
    const here = await adopted();
    here.write({ 'src/modules/orders/logic.ts': 'export {};\n', 'src/modules/catalog/logic.ts': 'export {};\n' });
    await runHere(['check', '--update-baseline', '--', 'src/modules/orders'], here.root);
    expect(Object.keys(filesIn(here))).toEqual(['catalog.json']);
  });
});

describe('the ratchet', () => {
  test('lets lines move', async () => {
    const here = await adopted();
    here.write({ 'src/modules/orders/logic.ts': `// Totals of orders.\n\n${importing('Invoice')}` });
    expect((await runHere(['check'], here.root)).code).toBe(0);
  });

  test('fails on what is new', async () => {
    const here = await adopted();
    here.write({ 'src/modules/orders/db.ts': importing('Invoice') });
    const { code, stdout } = await runHere(['check'], here.root);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^src\/modules\/orders\/db\.ts\n[^]*\n1 error; 2 more are in the baseline\.\n/);
  });

  test('fails on one more of what is listed once', async () => {
    const here = await adopted();
    here.write({ 'src/modules/orders/logic.ts': importing('Invoice') + importing('Invoice') });
    expect((await runHere(['check'], here.root)).code).toBe(1);
  });

  test('fails on a listed violation that is fixed, where it is listed, with the command that takes it out', async () => {
    const here = await adopted();
    here.write({ 'src/modules/orders/logic.ts': 'export {};\n' });
    const { code, stdout } = await runHere(['check'], here.root);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^fortress-baseline\/orders\.json\n {2}5:5 {2}error {2}useless-baseline\n/);
    expect(stdout).toContain('`fortress check --update-baseline --shrink-only` takes it out.');
    expect((await runHere(['check', '--update-baseline', '--shrink-only'], here.root)).code).toBe(0);
    expect((await runHere(['check'], here.root)).code).toBe(0);
  });

  test('names the command as the check was called', async () => {
    const here = await adopted();
    here.write({ 'src/modules/orders/logic.ts': 'export {};\n', 'a b.json': '{}' });
    const { stdout } = here.fortress(['check', '.', '--config', 'a b.json', '--baseline', 'fortress-baseline']);
    expect(stdout).toContain("`fortress check . --config 'a b.json' --baseline fortress-baseline --update-baseline --shrink-only` takes it out.");
  });

  test('fails on a swap of one violation for another', async () => {
    const here = await adopted();
    here.write({ 'src/modules/orders/logic.ts': importing('Payment') });
    const { code, stdout } = await runHere(['check', '--format', 'json'], here.root);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      violations: [{ rule: 'useless-baseline' }, { rule: 'no-cross-module-imports', status: 'baselined' }, { rule: 'no-cross-module-imports', status: 'new' }],
      summary: { errors: 2, warnings: 0, baselined: 1 },
    });
  });

  test('says nothing about files that were not named', async () => {
    const here = await adopted();
    here.write({ 'src/modules/orders/logic.ts': 'export {};\n' });
    expect((await runHere(['check', '--', 'src/modules/catalog'], here.root)).code).toBe(0);
    expect((await runHere(['check', '--', 'src/modules/orders/logic.ts'], here.root)).code).toBe(1);
  });
});

describe('a renamed file keeps its entry', () => {
  const longer = { ...legacyShop, 'src/modules/orders/logic.ts': `${importing('Invoice')}\nexport const total = (invoices: readonly Invoice[]): number => invoices.length;\nexport const isEmpty = (invoices: readonly Invoice[]): boolean => invoices.length === 0;\n` };

  async function committed(): Promise<TestProject> {
    const here = project(longer);
    await runHere(['check', '--update-baseline'], here.root);
    here.commit();
    return here;
  }

  const renames: readonly (readonly [string, (here: TestProject) => void])[] = [
    ['with git mv', (here) => here.git('mv', 'src/modules/orders/logic.ts', 'src/modules/orders/totals.ts')],
    ['on disk alone', (here) => here.write({ 'src/modules/orders/logic.ts': undefined, 'src/modules/orders/totals.ts': longer['src/modules/orders/logic.ts'] })],
    ['in a commit, on the side of another change to the baseline', (here) => {
      here.git('mv', 'src/modules/orders/logic.ts', 'src/modules/orders/totals.ts');
      here.commit();
      here.write({ 'fortress-baseline/README.md': '# Ours\n' });
      here.commit();
    }],
    ['in two commits and once more on disk', (here) => {
      here.git('mv', 'src/modules/orders/logic.ts', 'src/modules/orders/a.ts');
      here.commit();
      here.git('mv', 'src/modules/orders/a.ts', 'src/modules/orders/b.ts');
      here.commit();
      here.git('mv', 'src/modules/orders/b.ts', 'src/modules/orders/totals.ts');
    }],
    ['together with the file that it refers to', (here) => {
      here.git('mv', 'src/modules/orders', 'src/modules/purchasing');
      here.git('mv', 'src/modules/billing/db.ts', 'src/modules/billing/tables.ts');
      for (const path of ['purchasing', 'catalog']) here.write({ [`src/modules/${path}/logic.ts`]: readFileSync(`${here.root}/src/modules/${path}/logic.ts`, 'utf8').replace('db.ts', 'tables.ts') });
    }],
  ];

  test.each(renames)('%s', async (_, rename) => {
    const here = await committed();
    rename(here);
    expect(await runHere(['check'], here.root)).toMatchObject({ code: 0, stdout: expect.stringContaining('No violations; 2 are in the baseline.') as string });
    expect((await runHere(['check', '--update-baseline', '--shrink-only'], here.root)).stderr).toBe('Baseline `fortress-baseline`: 2 listed, 2 before.\n');
    expect(JSON.stringify(filesIn(here))).not.toContain('orders/logic.ts');
    expect((await runHere(['check'], here.root)).code).toBe(0);
  });

  test('but not another file with the same violation', async () => {
    const here = await committed();
    here.write({ 'src/modules/orders/logic.ts': undefined, 'src/modules/orders/other.ts': importing('Invoice') + 'export const vat = 0.19;\n'.repeat(30) });
    expect(await runHere(['check'], here.root)).toMatchObject({ code: 1, stdout: expect.stringContaining('2 errors; 1 more is in the baseline.') as string });
  });

  test('in a project below the top of its repository, and inside a hook', async () => {
    const here = project(Object.fromEntries(Object.entries(longer).map(([path, text]) => [`apps/api/${path}`, text])));
    await runHere(['check', 'apps/api', '--update-baseline'], here.root);
    here.commit();
    here.git('mv', 'apps/api/src/modules/orders/logic.ts', 'apps/api/src/modules/orders/totals.ts');
    const hook = { GIT_DIR: '.git', GIT_INDEX_FILE: '.git/index', GIT_PREFIX: '' };
    expect(here.fortress(['check'], { cwd: `${here.root}/apps/api`, env: hook })).toMatchObject({ code: 0, stderr: '' });
  });

  test('where the history is cut off, a hint says how to get it', async () => {
    const here = await committed();
    here.git('mv', 'src/modules/orders/logic.ts', 'src/modules/orders/totals.ts');
    here.commit();
    here.git('clone', '-q', '--depth', '1', `file://${here.root}`, 'clone');
    const { code, stderr } = await runHere(['check'], `${here.root}/clone`);
    expect(code).toBe(1);
    expect(stderr).toBe('warning: fortress-baseline: The history of this clone is cut off, so files that were renamed cannot be followed. Fetch all of it (`git fetch --unshallow`; `fetch-depth: 0` in GitHub Actions).\n');
  });
});

describe('a baseline that cannot be used ends with exit code 2, and is not overwritten', () => {
  test.each([
    ['malformed', '{ "schemaVersion": 1, ', '`fortress-baseline/orders.json` is no baseline that can be read'],
    ['another JSON file', '{ "name": "shop" }', '`fortress-baseline/orders.json` is no baseline that can be read'],
    ['from an older fortress', '{ "schemaVersion": 0, "violations": [] }', 'was written by an older fortress'],
    ['from a newer fortress', '{ "schemaVersion": 2 }', 'was written by a newer fortress'],
    ['with an unsolved merge', '{\n<<<<<<< HEAD\n', 'has an unsolved merge conflict'],
  ])('%s', async (_, text, message) => {
    const here = project({ ...legacyShop, 'fortress-baseline/orders.json': text });
    for (const args of [['check'], ['check', '--update-baseline'], ['check', '--update-baseline', '--shrink-only']]) {
      const { code, stdout, stderr } = await runHere(args, here.root);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(message);
    }
    expect(filesIn(here)).toEqual({ 'orders.json': text });
  });

  test('a file in its place', async () => {
    const here = project({ ...legacyShop, 'baseline.json': '[]' });
    for (const args of [['check', '--baseline', 'baseline.json'], ['check', '--baseline', 'baseline.json', '--update-baseline']]) {
      expect(await runHere(args, here.root)).toMatchObject({ code: 2, stderr: expect.stringContaining('The baseline `baseline.json` is a file, but a baseline is a folder') as string });
    }
    expect(readFileSync(`${here.root}/baseline.json`, 'utf8')).toBe('[]');
  });

  test('one that is not there', async () => {
    const here = project(legacyShop);
    expect(await runHere(['check', '--baseline', 'gone'], here.root)).toMatchObject({ code: 2, stderr: expect.stringContaining('The baseline `gone` is not there.') as string });
  });
});

test('a check that cannot be run writes no baseline', async () => {
  const here = project({ ...shop, 'fortress.config.json': '{ "moduls": [] }' });
  expect((await runHere(['check', '--update-baseline'], here.root)).code).toBe(2);
  expect(existsSync(`${here.root}/fortress-baseline`)).toBe(false);
});

test('a check that is killed leaves each file as it was or as it will be', async () => {
  const before = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`src/modules/m${i}/logic.ts`, importing('Invoice')]));
  const here = project({ ...legacyShop, ...before });
  await runHere(['check', '--update-baseline'], here.root);
  const whole = new Set(Object.values(filesIn(here)));
  here.write(Object.fromEntries(Object.keys(before).map((path) => [path, importing('Invoice, Payment')])));
  const done = project({ ...legacyShop, ...before, ...Object.fromEntries(Object.keys(before).map((path) => [path, importing('Invoice, Payment')])) });
  await runHere(['check', '--update-baseline'], done.root);
  for (const text of Object.values(filesIn(done))) whole.add(text);
  for (const delay of [120, 160, 200, 240, 280, 320]) {
    const child = here.start(['check', '--update-baseline']);
    const ended = once(child, 'exit');
    setTimeout(() => child.kill('SIGKILL'), delay);
    await ended;
    const torn = Object.entries(filesIn(here)).filter(([name, text]) => name.endsWith('.json') && !whole.has(text));
    expect(torn).toEqual([]);
  }
});
