import { readFileSync, symlinkSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { project } from './support/project.ts';
import { compliantShop, shop, shopWith } from './support/shop.ts';

const schema = JSON.parse(readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8')) as object;
const isReport = new Ajv().compile(schema);

interface JsonReport {
  readonly violations: readonly { readonly rule: string; readonly file: string; readonly line: number; readonly column: number; readonly severity: string; readonly status: string }[];
  readonly summary: { readonly errors: number; readonly warnings: number; readonly baselined: number };
}

function placesIn(stdout: string): readonly string[] {
  return (JSON.parse(stdout) as JsonReport).violations.map(({ rule, file, line, column }) => `${file}:${line}:${column} ${rule}`);
}

describe('fortress check', () => {
  test('passes a compliant project with exit code 0', () => {
    expect(project(compliantShop).fortress(['check'])).toEqual({
      code: 0,
      stdout: 'No violations.\n3 files checked, 3 of them in 2 modules; 2 references, of which 2 resolved.\n',
      stderr: '',
    });
  });

  test('shows a violation with its code and its way out, and fails with exit code 1', () => {
    expect(project(shop).fortress(['check'])).toEqual({
      code: 1,
      stdout: `src/modules/orders/logic.ts
  1:30  error  no-cross-module-imports
    1 | import type { Invoice } from '../billing/db.ts';
      |                              ^^^^^^^^^^^^^^^^^^
    \`orders\` may not use \`billing\`'s internals, types included: \`Invoice\` comes from \`billing/db.ts\`. \`billing/contract.ts\` exports it: import it from there.

1 error.
3 files checked, 3 of them in 2 modules; 2 references, of which 2 resolved.
`,
      stderr: '',
    });
  });

  test('prints JSON that passes its schema, the same bytes each time', () => {
    const here = project(shop);
    const { code, stdout, stderr } = here.fortress(['check', '--format', 'json']);
    const report: unknown = JSON.parse(stdout);
    isReport(report);
    expect(isReport.errors).toBeNull();
    expect({ code, stderr, places: placesIn(stdout) }).toEqual({ code: 1, stderr: '1 error.\n', places: ['src/modules/orders/logic.ts:1:30 no-cross-module-imports'] });
    expect(here.fortress(['check', '--format', 'json']).stdout).toBe(stdout);
  });

  test.each([1, 255, 256, 1000])('ends with exit code 1 for %i violations, and prints all of them into a pipe', (count) => {
    const { code, stdout } = project(shopWith(count)).fortress(['check', '--format=json']);
    expect({ code, count: placesIn(stdout).length }).toEqual({ code: 1, count });
  });

  test('takes the folder of the project', () => {
    const { root, fortress } = project(Object.fromEntries(Object.entries(shop).map(([path, text]) => [`apps/api/${path}`, text])));
    const named = fortress(['check', 'apps/api', '--format', 'json']);
    expect(placesIn(named.stdout)).toEqual(['src/modules/orders/logic.ts:1:30 no-cross-module-imports']);
    expect(fortress(['check', `${root}/apps/api/`, '--format', 'json'])).toEqual(named);
    expect(fortress(['check', '--format', 'json'], { cwd: `${root}/apps/api` })).toEqual(named);
  });

  test('follows a link to the folder, and reports on files by way of links', () => {
    const here = project(Object.fromEntries(Object.entries(shop).map(([path, text]) => [`apps/api/${path}`, text])));
    here.git('init', '-q');
    symlinkSync('apps/api', `${here.root}/api`);
    symlinkSync('apps/api/src/modules/orders', `${here.root}/orders`);
    expect(here.fortress(['check', 'api', '--format', 'github', '--', 'orders/logic.ts'])).toMatchObject({ code: 1, stdout: expect.stringContaining('file=apps/api/src/modules/orders/logic.ts,') as string });
  });

  test('reads all of the project and reports on the files after `--`', () => {
    const here = project({ ...shop, 'src/modules/catalog/logic.ts': shop['src/modules/orders/logic.ts'] });
    const { code, stdout } = here.fortress(['check', '--', 'src/modules/catalog/logic.ts', `${here.root}/src/modules/billing`]);
    expect({ code, report: stdout.split('\n').filter((line) => !line.startsWith('  ')) }).toEqual({
      code: 1,
      report: ['src/modules/catalog/logic.ts', '', '1 error in the files that were named.', '4 files checked, 4 of them in 3 modules; 3 references, of which 3 resolved.', ''],
    });
    expect(here.fortress(['check', '--', 'src/modules/billing/db.ts']).code).toBe(0);
  });

  test('reads the configuration of the folder, or the one that is named', () => {
    const here = project({ ...shop, 'fortress.config.json': '{ "rules": { "no-cross-module-imports": "off" } }', 'strict.json': '{}' });
    expect(here.fortress(['check']).code).toBe(0);
    expect(here.fortress(['check', '--config', 'strict.json']).code).toBe(1);
  });

  test('lets warnings pass up to --max-warnings', () => {
    const here = project({ ...shop, 'fortress.config.json': '{ "rules": { "no-cross-module-imports": "warn" } }' });
    expect(here.fortress(['check'])).toMatchObject({ code: 0, stdout: expect.stringContaining('\n1 warning.\n') as string, stderr: '' });
    expect(here.fortress(['check', '--max-warnings', '1'])).toMatchObject({ code: 0, stderr: '' });
    expect(here.fortress(['check', '--max-warnings=0'])).toMatchObject({ code: 1, stderr: '`--max-warnings` allows 0.\n' });
  });

  test('gives the same verdict with --no-cache', () => {
    const here = project(shop);
    expect(here.fortress(['check', '--no-cache'])).toEqual(here.fortress(['check']));
  });
});

describe('the report', () => {
  test('goes to a file with --output, whose folder is made, and stdout stays empty', () => {
    const here = project(shop);
    const printed = here.fortress(['check', '--format', 'json']).stdout;
    expect(here.fortress(['check', '--format', 'json', '--output', 'reports/fortress.json'])).toEqual({ code: 1, stdout: '', stderr: '1 error.\n' });
    expect(readFileSync(`${here.root}/reports/fortress.json`, 'utf8')).toBe(printed);
  });

  test.each([
    ['github', /^::error file=apps\/api\/src\/modules\/orders\/logic\.ts,line=1,/],
    ['gitlab', /"path": "apps\/api\/src\/modules\/orders\/logic\.ts"/],
    ['sarif', /"uri": "apps\/api\/src\/modules\/orders\/logic\.ts"/],
    ['junit', /<testsuite name="src\/modules\/orders\/logic\.ts"/],
  ])('counts paths as its reader does: %s', (format, expected) => {
    const here = project(Object.fromEntries(Object.entries(shop).map(([path, text]) => [`apps/api/${path}`, text])));
    here.git('init', '-q');
    const { code, stdout, stderr } = here.fortress(['check', 'apps/api', '--format', format]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '1 error.\n' });
    expect(stdout).toMatch(expected);
  });

  test('says the same words in each format', () => {
    const here = project(shop);
    const words = "`orders` may not use `billing`'s internals, types included: `Invoice` comes from `billing/db.ts`. `billing/contract.ts` exports it: import it from there.";
    for (const format of ['text', 'json', 'sarif', 'github', 'gitlab', 'junit']) expect(here.fortress(['check', '--format', format]).stdout).toContain(words);
  });
});
