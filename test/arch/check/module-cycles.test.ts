import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/arch/index.ts';
import { check, projectOf } from '../support/projects.ts';

const ORDERS = 'src/modules/orders';
const BILLING = 'src/modules/billing';

/** Orders asks billing for invoices, billing asks orders for totals. */
const BOTH_WAYS = {
  [`${ORDERS}/logic.ts`]: "import { invoiceOf } from '../billing/db.ts';\n\nexport const total = (id: string) => invoiceOf(id).amount;\n",
  [`${BILLING}/db.ts`]: "import { total } from '../orders/logic.ts';\n\nexport const invoiceOf = (id: string) => ({ amount: total(id) });\n",
};

function cycles(files: Readonly<Record<string, string>>, rules?: object): Finding[] {
  const config = rules === undefined ? {} : { 'fortress.config.json': JSON.stringify({ rules }) };
  return check(projectOf({ ...files, ...config })).findings.filter(({ rule }) => rule === 'no-module-cycles');
}

const groups = (files: Readonly<Record<string, string>>, rules?: object) => cycles(files, rules).map(({ identity }) => identity?.from);

describe('the check of cycles between modules', () => {
  it('reports a group once, on the reference where its shortest cycle begins', () => {
    const [finding, ...others] = cycles(BOTH_WAYS);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'error',
      file: `${BILLING}/db.ts`,
      line: 1,
      column: 23,
      endLine: 1,
      endColumn: 43,
      message:
        "`billing` and `orders` depend on each other (`billing` → `orders` → `billing`): neither can change, be tested or be taken out alone. Take away the 1 reference from `billing` to `orders`: let `billing` use `orders`'s contract, listen to its events, or be handed what it needs.",
      from: { module: 'billing' },
      to: { module: 'orders', file: `${ORDERS}/logic.ts` },
      kind: 'value',
      status: 'new',
    });
    expect(finding?.notes?.slice(0, 2)).toEqual([
      '`billing` → `orders`: `src/modules/billing/db.ts:1` takes `total` from `src/modules/orders/logic.ts`.',
      '`orders` → `billing`: `src/modules/orders/logic.ts:1` takes `invoiceOf` from `src/modules/billing/db.ts`.',
    ]);
  });

  it('does not report one way', () => {
    expect(groups({ ...BOTH_WAYS, [`${BILLING}/db.ts`]: 'export const invoiceOf = (id: string) => ({ id, amount: 1 });\n' })).toEqual([]);
  });

  it('does not report modules that only use the contracts of each other', () => {
    const listening = {
      [`${ORDERS}/logic.ts`]: "import type { InvoicePaid } from '../billing/events.ts';\nexport const close = (event: InvoicePaid) => event.id;\n",
      [`${ORDERS}/contract.ts`]: 'export interface OrderClosed { readonly id: string }\n',
      [`${BILLING}/events.ts`]: 'export interface InvoicePaid { readonly id: string }\n',
      [`${BILLING}/db.ts`]: "import type { OrderClosed } from '../orders/contract.ts';\nexport const bill = (event: OrderClosed) => event.id;\n",
    };
    expect(groups(listening)).toEqual([]);
  });

  it('counts types', () => {
    const byTypes = {
      [`${ORDERS}/logic.ts`]: "import type { Invoice } from '../billing/db.ts';\nexport type Order = { readonly invoices: Invoice[] };\n",
      [`${BILLING}/db.ts`]: "export interface Invoice { readonly order: import('../orders/logic.ts').Order }\n",
    };
    const [finding] = cycles(byTypes);
    expect(finding).toMatchObject({ kind: 'type', file: `${BILLING}/db.ts` });
    expect(finding?.message).toContain('depend on each other, by types alone (');
  });

  it('leaves tests out', () => {
    const { [`${BILLING}/db.ts`]: way = '', ...oneWay } = BOTH_WAYS;
    expect(groups({ ...oneWay, [`${BILLING}/db.ts`]: 'export const invoiceOf = (id: string) => ({ id, amount: 1 });\n', [`${BILLING}/db.test.ts`]: way })).toEqual([]);
  });

  it('counts what an exception tolerates', () => {
    const exceptions = [{ from: 'orders', to: 'billing', reason: 'until invoices are events', until: '2027-03-31' }];
    expect(groups({ ...BOTH_WAYS, 'fortress.config.json': JSON.stringify({ exceptions }) })).toEqual(['billing, orders']);
  });

  it('finds a way round over several modules and every form of reference', () => {
    const round = {
      [`${ORDERS}/logic.ts`]: "export const pay = async () => (await import('../billing/db.ts')).pay();\n",
      [`${BILLING}/db.ts`]: "export { ship as pay } from '../shipping/index.ts';\n",
      'src/modules/shipping/index.ts': "const { total } = require('../orders/logic.ts');\nexport const ship = () => total;\n",
      'src/modules/customers/index.ts': "import '../orders/logic.ts';\n",
    };
    expect(groups(round)).toEqual(['billing, orders, shipping']);
  });

  it('reports each group by itself', () => {
    const two = {
      ...BOTH_WAYS,
      'src/modules/stock/logic.ts': "import '../catalog/logic.ts';\n",
      'src/modules/catalog/logic.ts': "import '../stock/logic.ts';\nimport '../orders/logic.ts';\n",
    };
    expect(groups(two)).toEqual(['billing, orders', 'catalog, stock']);
  });

  it('knows a group again when lines move, and another reference closes it', () => {
    const [before] = cycles(BOTH_WAYS);
    const [after] = cycles({ ...BOTH_WAYS, [`${BILLING}/db.ts`]: "// Invoices.\n\nimport { total as sum } from '../orders/logic.ts';\nexport const invoiceOf = sum;\n" });
    expect(after?.line).toBe(3);
    expect(after?.fingerprint).toBe(before?.fingerprint);
  });

  it('is as loud as the configuration says', () => {
    expect(cycles(BOTH_WAYS, { 'no-module-cycles': 'warn' }).map(({ severity }) => severity)).toEqual(['warning']);
    expect(groups(BOTH_WAYS, { 'no-module-cycles': 'off' })).toEqual([]);
  });
});
