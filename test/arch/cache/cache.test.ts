import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openProject, type Report } from '../../../src/arch/index.ts';
import { openReadings } from '../../../src/arch/cache/index.ts';
import { copyOf, projectOf, write } from '../support/projects.ts';

const LONG_AGO = new Date('2024-05-01T08:00:00Z');
const INTERNALS = "import { total } from '../billing/db.ts';\nexport const a = total; // of all\n";
const CONTRACT = "import { total } from '../billing/contract.ts';\nexport const a = total;\n";

/** Two modules, one of which uses the other's internals. */
function shop(): string {
  return projectOf({
    'node_modules/zod/package.json': '{ "name": "zod" }',
    'src/modules/billing/db.ts': 'export const total = 1;\n',
    'src/modules/billing/contract.ts': "export { total } from './db.ts';\n",
    'src/modules/orders/place.ts': INTERNALS,
  });
}

const cacheOf = (root: string): string => join(root, 'node_modules/.cache/eslint-plugin-fortress/references');
const check = (root: string, cache = true): Report => openProject({ root, cache }).check();
const rulesIn = (root: string, cache = true): string[] => check(root, cache).findings.map(({ rule, file }) => `${file} ${rule}`);

/** What the cache says of one file, though its stamp says otherwise. */
function remembered(root: string, file: string): boolean {
  const readings = openReadings(root)?.readings;
  const path = `${root}/${file}`;
  return readings?.sameText(path, readFileSync(path, 'utf8'), readings.stampOf(path) ?? never()) !== undefined;
}

function never(): never {
  throw new Error('The file is not there.');
}

describe('a check that remembers', () => {
  test('says the same cold, warm and without a cache', () => {
    const root = shop();
    const cold = check(root);
    expect(existsSync(cacheOf(root))).toBe(true);
    expect(check(root)).toEqual(cold);
    expect(check(root, false)).toEqual(cold);
    expect(cold.findings.map(({ rule }) => rule)).toContain('no-cross-module-imports');
  });

  test('sees a change of the same length under the same date', () => {
    const root = shop();
    const file = join(root, 'src/modules/orders/place.ts');
    utimesSync(file, LONG_AGO, LONG_AGO);
    const before = rulesIn(root);
    writeFileSync(file, CONTRACT.padEnd(INTERNALS.length));
    utimesSync(file, LONG_AGO, LONG_AGO);
    expect(statSync(file).size).toBe(INTERNALS.length);
    expect(rulesIn(root)).not.toEqual(before);
    expect(rulesIn(root)).toEqual(rulesIn(root, false));
  });

  test('sees an older file put in place of a newer one', () => {
    const root = shop();
    check(root);
    const file = join(root, 'src/modules/orders/place.ts');
    writeFileSync(file, CONTRACT);
    utimesSync(file, LONG_AGO, LONG_AGO);
    expect(rulesIn(root)).toEqual(rulesIn(root, false));
  });

  test('sees what is broken, mended, added and taken away', () => {
    const root = shop();
    check(root);
    write(root, { 'src/modules/orders/place.ts': 'export const = ;\n' });
    expect(rulesIn(root)).toContain('src/modules/orders/place.ts parse-error');
    expect(check(root)).toEqual(check(root, false));
    write(root, { 'src/modules/orders/place.ts': CONTRACT, 'src/modules/orders/more.ts': INTERNALS });
    expect(check(root)).toEqual(check(root, false));
    renameSync(join(root, 'src/modules/billing/db.ts'), join(root, 'src/modules/billing/store.ts'));
    expect(check(root)).toEqual(check(root, false));
  });

  test('does not trust the dates of a file that was written just before', () => {
    const root = shop();
    check(root);
    const readings = openReadings(root)?.readings;
    const file = `${root}/src/modules/orders/place.ts`;
    expect(readings?.unchanged(file, readings.stampOf(file) ?? never())).toBeUndefined();
    expect(remembered(root, 'src/modules/orders/place.ts')).toBe(true);
  });

  test('trusts dates that are old enough, and reads nothing', async () => {
    const root = shop();
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    check(root);
    const readings = openReadings(root)?.readings;
    const file = `${root}/src/modules/orders/place.ts`;
    expect(readings?.unchanged(file, readings.stampOf(file) ?? never())?.references).toEqual([{ form: 'import', kind: 'value', specifier: '../billing/db.ts', start: 22, end: 40, names: ['total'] }]);
    expect(check(root)).toEqual(check(root, false));
  });

  test('knows a project that was moved', () => {
    const root = shop();
    check(root);
    const moved = join(projectOf({}), 'moved');
    renameSync(root, moved);
    expect(remembered(moved, 'src/modules/orders/place.ts')).toBe(true);
    expect(check(moved)).toEqual(check(moved, false));
  });

  test('follows a link that leads elsewhere than before', () => {
    const root = projectOf({ 'node_modules/zod/package.json': '{ "name": "zod" }', 'src/modules/billing/index.ts': 'export const total = 1;\n', 'src/modules/billing/db.ts': 'export const total = 2;\n', 'src/modules/orders/index.ts': '' });
    const elsewhere = projectOf({ 'a.ts': INTERNALS, 'b.ts': CONTRACT });
    symlinkSync(join(elsewhere, 'a.ts'), join(root, 'src/modules/orders/place.ts'));
    check(root);
    renameSync(join(root, 'src/modules/orders/place.ts'), join(elsewhere, 'old'));
    symlinkSync(join(elsewhere, 'b.ts'), join(root, 'src/modules/orders/place.ts'));
    expect(check(root)).toEqual(check(root, false));
  });
});

describe('a cache that is of no use is written anew', () => {
  test.each<readonly [string, (file: string, text: string) => void]>([
    ['empty', (file) => writeFileSync(file, '')],
    ['cut off', (file, text) => truncateSync(file, text.length - 40)],
    ['cut off within its head', (file) => truncateSync(file, 9)],
    ['changed by a character', (file, text) => writeFileSync(file, text.replace('billing/db', 'billing/de'))],
    ['no text', (file) => writeFileSync(file, Buffer.from([0, 255, 254, 10, 10, 200]))],
    ['of another version', (file, text) => writeFileSync(file, text.replace(/^\d+/, '0'))],
    ['JSON of somebody else', (file) => writeFileSync(file, '{ "files": [] }')],
  ])('%s', (_, damage) => {
    const root = shop();
    const whole = check(root);
    const file = cacheOf(root);
    damage(file, readFileSync(file, 'utf8'));
    expect(remembered(root, 'src/modules/orders/place.ts')).toBe(false);
    expect(check(root)).toEqual(whole);
    expect(remembered(root, 'src/modules/orders/place.ts')).toBe(true);
  });

  test('a folder in its place is no error', () => {
    const root = shop();
    mkdirSync(cacheOf(root), { recursive: true });
    expect(check(root)).toEqual(check(root, false));
    expect(readdirSync(join(cacheOf(root), '..'))).toEqual(['references']);
  });
});

describe('where the cache is', () => {
  test('without one, nothing is read or written', () => {
    const root = shop();
    check(root, false);
    expect(existsSync(join(root, 'node_modules/.cache'))).toBe(false);
  });

  test('a folder that cannot be written to is no error', () => {
    const root = shop();
    const before = check(root, false);
    writeFileSync(join(root, 'node_modules/.cache'), '');
    chmodSync(join(root, 'node_modules'), 0o555);
    expect(check(root)).toEqual(before);
    chmodSync(join(root, 'node_modules'), 0o755);
    expect(readdirSync(join(root, 'node_modules'))).toEqual(['.cache', 'zod']);
  });

  test('where there is no `node_modules`, none is made', () => {
    const root = copyOf('billing-imports-orders-internals');
    const before = readdirSync(root);
    expect(check(root)).toEqual(check(root, false));
    expect(readdirSync(root)).toEqual(before);
  });

  test('runs that write at once leave one whole cache, and nothing beside it', () => {
    const root = shop();
    const all = [1, 2, 3, 4].map(() => openReadings(root) ?? never());
    for (const { readings } of all) {
      const path = `${root}/src/modules/orders/place.ts`;
      readings.add(path, INTERNALS, readings.stampOf(path) ?? never(), { references: [], errors: [] });
    }
    for (const one of all) one.save(1);
    expect(readdirSync(join(cacheOf(root), '..'))).toEqual(['references']);
    expect(openReadings(root)?.readings.sameText(`${root}/src/modules/orders/place.ts`, INTERNALS, all[0]?.readings.stampOf(`${root}/src/modules/orders/place.ts`) ?? never())).toEqual({ hash: expect.any(String) as string, references: [], errors: [] });
  });
});

test.each(['reference-forms', 'zoo', 'kernel-knows-a-module', 'slices-of-one-module', 'paths-that-lead-nowhere', 'exceptions-of-all-kinds', 'tests-of-two-modules'])('every form of reference comes back as it was read: %s', (name) => {
  const root = copyOf(name);
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  const graph = (cache: boolean): unknown => openProject({ root, cache }).graph();
  const cold = [tried(() => check(root)), tried(() => graph(true))];
  expect(existsSync(cacheOf(root))).toBe(true);
  expect([tried(() => check(root)), tried(() => graph(true))]).toEqual(cold);
  expect([tried(() => check(root, false)), tried(() => graph(false))]).toEqual(cold);
});

test('every form of reference comes back on a monolith', () => {
  const root = projectOf({});
  const script = `import(${JSON.stringify(new URL('../../../bench/corpus.mjs', import.meta.url).href)}).then(({ writeCorpus }) => writeCorpus(process.argv[1], { files: 250 }));`;
  execFileSync(process.execPath, ['-e', script, root]);
  mkdirSync(join(root, 'node_modules'));
  const cold = JSON.stringify(check(root));
  expect(JSON.stringify(check(root))).toBe(cold);
  expect(JSON.stringify(check(root, false))).toBe(cold);
});

/** What a check gives, or why it gives nothing. */
function tried(check: () => unknown): unknown {
  try {
    return check();
  } catch (error) {
    return String(error);
  }
}
