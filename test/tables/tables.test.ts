import { describe, expect, it } from 'vitest';
import { fixture } from '../arch/support/projects.ts';
import { checkedTables, lineOf, linted, placed } from './checked.ts';

const OF_BILLING = "`billing`'s tables";

/** `orders/db.ts:10 invoice: join` of billing's tables, as the report says it. */
const says = (file: string, on: string, does: string, whose = OF_BILLING): string => `${file} ${on} | \`orders\` may not ${does} ${whose}`;

const PROJECTS: Readonly<Record<string, readonly string[]>> = {
  'tables-of-drizzle': [
    says('src/modules/orders/db.ts:10', 'invoice', 'join'),
    says('src/modules/orders/db.ts:19', 'billing.invoices', 'write to'),
    says('src/modules/orders/db.ts:20', '"invoice_lines"', 'write to'),
    says('src/modules/orders/db.ts:21', '${invoices}', 'join'),
    says('src/modules/orders/db.ts:22', 'invoice', 'join'),
    says('src/modules/orders/db.ts:22', 'lines', 'join'),
    says('src/modules/orders/schema.ts:5', 'invoices', 'have foreign keys on'),
    says('src/modules/orders/schema.ts:6', 'invoices', 'have relations with'),
  ],
  'tables-of-typeorm': [
    says('src/modules/orders/migrations/1700000000000-orders.ts:6', 'invoice', 'have foreign keys on'),
    says('src/modules/orders/migrations/1700000000000-orders.ts:7', '"invoice"', 'change'),
    says('src/modules/orders/order.entity.ts:9', 'Invoice', 'have relations with'),
    says('src/modules/orders/order.entity.ts:12', "'InvoiceLine'", 'have relations with'),
    says('src/modules/orders/orders.service.ts:18', 'invoice', 'join'),
    says('src/modules/orders/orders.service.ts:18', 'lines', 'join'),
    says('src/modules/orders/orders.service.ts:19', "'o.invoice'", 'join'),
    says('src/modules/orders/orders.service.ts:20', 'Invoice', 'join'),
    says('src/modules/orders/orders.service.ts:24', 'findOneBy', 'query'),
    says('src/modules/orders/orders.service.ts:25', 'delete', 'write to'),
    says('src/modules/orders/orders.service.ts:26', '"billing"."invoice_lines"', 'write to'),
  ],
  'tables-of-prisma': [
    says('prisma/schema.prisma:24', 'Invoice?', 'have foreign keys on'),
    says('src/modules/orders/db.ts:8', 'invoice', 'join'),
    says('src/modules/orders/db.ts:10', 'invoice', 'write to'),
    says('src/modules/orders/db.ts:13', 'public.invoices', 'join'),
  ],
  'tables-of-sql': [
    says('src/modules/orders/db.ts:12', 'Open_Invoices', 'query'),
    says('src/modules/orders/db.ts:17', "'billing.invoices as i'", 'join'),
    says('src/modules/orders/db.ts:20', "'audit.entries'", 'write to'),
    says('src/modules/orders/db.ts:21', "'countries'", 'write to', '`countries`'),
    says('src/modules/orders/db.ts:22', '"invoices"', 'join'),
    says('src/modules/orders/migrations/0001_orders.sql:4', 'billing.invoices', 'have foreign keys on'),
    says('src/modules/orders/migrations/0001_orders.sql:8', '"Invoices"', 'change'),
    says('src/modules/orders/migrations/0001_orders.sql:9', 'countries', 'write to', '`countries`'),
    says('src/modules/orders/migrations/20250101000000_lines.js:5', "'invoices.id'", 'have foreign keys on'),
    says('src/modules/orders/migrations/20250101000000_lines.js:7', "'invoices'", 'change'),
  ],
  'tables-of-other-libraries': [
    says('src/modules/orders/kysely.ts:17', "'payments as p'", 'join'),
    says('src/modules/orders/kysely.ts:18', "'payments'", 'write to'),
    says('src/modules/orders/kysely.ts:19', "'payments'", 'join'),
    says('src/modules/orders/kysely.ts:20', "'payments.id'", 'have foreign keys on'),
    says('src/modules/orders/mikro-orm.ts:6', 'CreditNote', 'have relations with'),
    says('src/modules/orders/mikro-orm.ts:10', 'CreditNote', 'have relations with'),
    says('src/modules/orders/mikro-orm.ts:14', "'note'", 'join'),
    says('src/modules/orders/mikro-orm.ts:15', "'CreditNote'", 'write to'),
    says('src/modules/orders/mikro-orm.ts:16', 'credit_note', 'query'),
    says('src/modules/orders/mongoose.ts:6', "'Receipt'", 'have relations with'),
    says('src/modules/orders/mongoose.ts:13', "'receipt'", 'join'),
    says('src/modules/orders/mongoose.ts:14', "'receipts'", 'join'),
    says('src/modules/orders/mongoose.ts:15', 'find', 'query'),
    says('src/modules/orders/objection.ts:8', 'Refund', 'have relations with'),
    says('src/modules/orders/objection.ts:13', "'refund'", 'join'),
    says('src/modules/orders/objection.ts:14', "'refunds as r'", 'join'),
    says('src/modules/orders/sequelize.ts:6', "'Vouchers'", 'have foreign keys on'),
    says('src/modules/orders/sequelize.ts:7', 'Voucher', 'have relations with'),
    says('src/modules/orders/sequelize.ts:11', 'destroy', 'write to'),
    says('src/modules/orders/sequelize.ts:12', 'Voucher', 'join'),
  ],
  'tables-of-two-owners': [
    says('src/modules/orders/db.ts:10', 'billing.outbox', 'query'),
    '`invoices` has two owners',
    says('src/modules/orders/schema.ts:6', "'parcels'", 'declare', "`shipping`'s tables"),
    "src/modules/shipping/db.ts:8 invoices | `shipping` may not query `billing`'s tables",
  ],
};

describe.each(Object.entries(PROJECTS))('%s', (name, expected) => {
  const root = fixture(name);

  it('has these findings, and no others', async () => {
    const { findings, others } = await checkedTables(root);
    expect(findings.map((finding) => (finding.message.includes('two owners') ? finding.message.slice(0, finding.message.indexOf(':')) : lineOf(root, finding)))).toEqual(expected);
    expect(others).toEqual([]);
  });

  it('is judged by ESLint as by the command', async () => {
    const { findings } = await checkedTables(root);
    expect(linted(root)).toEqual(findings.map(placed));
  });
});

describe('what cannot be judged', () => {
  it('is said once, with the way out', async () => {
    const { diagnostics } = await checkedTables(fixture('tables-of-two-owners'));
    expect(diagnostics.map(({ message, next }) => `${message} ${next}`)).toEqual([
      '`customers` is declared outside every module, in `src/shared/schema.ts`: nobody owns it, so who may use it cannot be judged. Declare each table in the module that owns it, or name the owners as `tables` in `fortress.config.json`.',
      'Nothing in the project declares `legacy_prices`, which `orders` and `shipping` use: whose it is cannot be judged. Name the owner as `tables` in `fortress.config.json`.',
      'The names of tables are known only at run time in one place (`orders/db.ts:9`): whose it is cannot be judged. Write the name where it is used, or keep the code in the module that owns the tables.',
    ]);
  });

  it('is no error', async () => {
    const { findings, diagnostics } = await checkedTables(fixture('tables-of-prisma'));
    expect(findings.filter(({ message }) => message.includes('ountry'))).toEqual([]);
    expect(diagnostics.map(({ message }) => message)).toEqual(['`Country` is declared outside every module, in `prisma/schema.prisma`: nobody owns it, so who may use it cannot be judged.']);
  });
});

describe('a finding on a table', () => {
  it('is a warning where the owner is open', async () => {
    const { findings } = await checkedTables(fixture('tables-of-two-owners'));
    expect(findings.map(({ to, severity }) => `${to?.module ?? ''} ${severity}`)).toEqual(['billing warning', 'billing warning', 'shipping error', 'billing warning']);
  });

  it('names both modules, the file that declares the table, and what is the same when lines move', async () => {
    const { findings } = await checkedTables(fixture('tables-of-drizzle'));
    expect(findings[1]).toMatchObject({
      from: { module: 'orders' },
      to: { module: 'billing', file: 'src/modules/billing/schema.ts' },
      identity: { symbol: 'invoices, write' },
      message: "`orders` may not write to `billing`'s tables: `invoices` is declared in `billing/schema.ts`. Only `billing` writes to them: publish an event that it listens to.",
    });
    expect(findings[0]?.message).toBe(
      "`orders` may not join `billing`'s tables: `invoices` is declared in `billing/schema.ts`. Listen to `InvoicePaid` from `billing/events.ts`, and keep what you need in a table of `orders`.",
    );
  });
});
