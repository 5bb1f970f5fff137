import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/arch/index.ts';
import { check, projectOf } from '../support/projects.ts';

const CONTRACT = 'src/modules/billing/contract.ts';
const LISTENER = 'src/modules/orders/logic.ts';

function found(files: Readonly<Record<string, string>>, rules: object = { 'no-unused-contract-exports': 'error' }): Finding[] {
  // Two modules at least: one that nobody uses has a contract too.
  const orders = files[LISTENER] === undefined ? { [LISTENER]: 'export {};\n' } : {};
  return check(projectOf({ ...orders, ...files, 'fortress.config.json': JSON.stringify({ rules }) })).findings.filter(({ rule }) => rule === 'no-unused-contract-exports');
}

const unused = (...args: Parameters<typeof found>) => found(...args).map(({ file, line, names }) => `${file}:${line} ${names?.join() ?? ''}`);

describe('the check of what contracts export', () => {
  it('reports an export that nobody takes, at its name', () => {
    const [finding, ...others] = found({
      [CONTRACT]: 'export interface InvoicePaid {\n  readonly id: string;\n}\n\nexport interface InvoiceLost {\n  readonly id: string;\n}\n',
      [LISTENER]: "import type { InvoicePaid } from '../billing/contract.ts';\nexport const on = (event: InvoicePaid) => event.id;\n",
    });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'error',
      file: CONTRACT,
      line: 5,
      column: 18,
      endLine: 5,
      endColumn: 29,
      from: { module: 'billing' },
      message: '`InvoiceLost` stands in `billing/contract.ts`, but nobody outside `billing` uses it: a promise to no one, which still keeps `billing` from changing it. Take it out of the contract.',
    });
  });

  it('does not count what the module itself takes, nor its tests', () => {
    const own = "import { LIMIT } from './contract.ts';\nexport const isOver = (cents: number) => cents > LIMIT;\n";
    expect(unused({ [CONTRACT]: 'export const LIMIT = 100;\n', 'src/modules/billing/logic.ts': own, 'src/modules/billing/logic.test.ts': own })).toEqual([`${CONTRACT}:1 LIMIT`]);
  });

  it.each([
    ['the composition root', 'src/main.ts', "import { LIMIT } from './modules/billing/contract.ts';\nexport const limit = LIMIT;\n"],
    ['a script', 'scripts/report.ts', "import { LIMIT } from '../src/modules/billing/contract.ts';\nexport const limit = LIMIT;\n"],
    ['a test outside of the modules', 'test/billing.test.ts', "import { LIMIT } from '../src/modules/billing/contract.ts';\nexport const limit = LIMIT;\n"],
    ['all of it by name', LISTENER, "import * as billing from '../billing/contract.ts';\nexport const limit = billing.LIMIT;\n"],
    ['all of it, later', LISTENER, "export const load = async (name: string) => (await import(`../billing/${name}.ts`)) as unknown;\n"],
    ['a file that hands all of it on', 'src/contracts.ts', "export * from './modules/billing/contract.ts';\n"],
  ])('counts %s', (_, path, text) => {
    expect(unused({ [CONTRACT]: 'export const LIMIT = 100;\n', [path]: text })).toEqual([]);
  });

  it('does not count an import for its effect', () => {
    expect(unused({ [CONTRACT]: 'export const LIMIT = 100;\n', [LISTENER]: "import '../billing/contract.ts';\n" })).toEqual([`${CONTRACT}:1 LIMIT`]);
  });

  it('follows names through the front door and through other files of the contract', () => {
    expect(
      unused({
        'src/modules/billing/contracts/index.ts': "export * from './events.ts';\nexport { LIMIT as MOST } from './limits.ts';\n",
        'src/modules/billing/contracts/events.ts': 'export interface InvoicePaid { readonly id: string }\nexport interface InvoiceLost { readonly id: string }\n',
        'src/modules/billing/contracts/limits.ts': 'export const LIMIT = 100;\nexport const LEAST = 1;\n',
        'src/modules/billing/index.ts': "export { MOST } from './contracts/index.ts';\n",
        'src/main.ts': "import { MOST } from './modules/billing/index.ts';\nexport const most = MOST;\n",
        [LISTENER]: "import type { InvoicePaid } from '../billing/contracts/index.ts';\nexport const on = (event: InvoicePaid) => event.id;\n",
      }),
    ).toEqual(['src/modules/billing/contracts/events.ts:2 InvoiceLost', 'src/modules/billing/contracts/limits.ts:2 LEAST']);
  });

  it('does not report what an export that is taken is made of', () => {
    expect(
      unused({
        [CONTRACT]: "export interface Line { readonly cents: number }\nexport interface Invoice { readonly lines: readonly Line[] }\nexport interface Draft { readonly lines: readonly Line[] }\n",
        [LISTENER]: "import type { Invoice } from '../billing/contract.ts';\nexport const lines = (invoice: Invoice) => invoice.lines.length;\n",
      }),
    ).toEqual([`${CONTRACT}:3 Draft`]);
  });

  it('reports names in lists and patterns', () => {
    expect(unused({ [CONTRACT]: "type Paid = { readonly id: string };\nexport const [LEAST, MOST] = [1, 100];\nexport type { Paid as InvoicePaid };\n", [LISTENER]: "import { MOST } from '../billing/contract.ts';\nexport const most = MOST;\n" })).toEqual([
      `${CONTRACT}:2 LEAST`,
      `${CONTRACT}:3 InvoicePaid`,
    ]);
  });

  it('is off unless it is switched on', () => {
    const files = { [CONTRACT]: 'export const LIMIT = 100;\n' };
    expect(unused(files, {})).toEqual([]);
    expect(found(files, { 'no-unused-contract-exports': 'warn' }).map(({ severity }) => severity)).toEqual(['warning']);
  });
});
