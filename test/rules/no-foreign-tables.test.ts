import { noForeignTables } from '../../src/rules/no-foreign-tables.ts';
import { shopFile } from '../support/documented-shop.ts';
import { RuleTester } from '../support/rule-tester.ts';

const filename = shopFile('src/modules/orders/features/close-order/db.ts');

const client = `import { drizzle } from 'drizzle-orm/node-postgres';\nconst db = drizzle('postgres://localhost/shop');\n`;
const imported = `${client}import { invoices } from '../../../billing/schema.js';\n`;
const pool = `import { Pool } from 'pg';\nconst pool = new Pool();\n`;

new RuleTester().run('no-foreign-tables', noForeignTables, {
  valid: [
    { name: 'a table of its own', code: `${client}import { pgTable } from 'drizzle-orm/pg-core';\nconst orders = pgTable('orders', {});\nexport const all = () => db.select().from(orders);`, filename },
    { name: 'the owner', code: `${client}import { invoices } from '../../schema.js';\nexport const all = () => db.select().from(invoices);`, filename: shopFile('src/modules/billing/features/pay-invoice/db.ts') },
    { name: 'an import that is not queried', code: `import type { invoices } from '../../../billing/schema.js';\nexport type Invoices = typeof invoices;`, filename },
    { name: 'a test', code: `${imported}await db.delete(invoices);`, filename: shopFile('src/modules/orders/features/close-order/db.test.ts') },
    { name: 'a seed outside the modules', code: `${client}import { invoices } from '../src/modules/billing/schema.js';\nawait db.insert(invoices).values({});`, filename: shopFile('scripts/seed.ts') },
    { name: 'the shared kernel', code: `${pool}export const ping = () => pool.query('SELECT count(*) FROM invoices');`, filename: shopFile('src/shared/db.ts') },
    { name: 'a query that bears the name of the table', code: `${pool}export const all = () => pool.query('WITH invoices AS (SELECT 1 AS id) SELECT * FROM invoices');`, filename },
    { name: 'an alias', code: `${pool}export const all = () => pool.query('SELECT invoices.id FROM orders AS invoices');`, filename },
    { name: 'a subquery', code: `${pool}export const all = () => pool.query('SELECT * FROM (SELECT id FROM orders) invoices');`, filename },
    { name: 'a temporary table', code: `${pool}export const all = () => pool.query('CREATE TEMP TABLE invoices (id int); SELECT * FROM invoices');`, filename },
    { name: 'a column', code: `${pool}export const all = () => pool.query('SELECT invoices FROM orders WHERE invoices > 0');`, filename },
    { name: 'a comment in SQL', code: `${pool}export const all = () => pool.query('SELECT 1 -- FROM invoices');`, filename },
    { name: 'a string that only looks like SQL', code: `export const help = 'select from invoices';\nconsole.log('SELECT * FROM invoices');`, filename },
    { name: 'a log message with the name of a module', code: `import pino from 'pino';\npino().info('billing');`, filename },
    { name: 'the singular of the table', code: `${pool}export const all = () => pool.query('SELECT * FROM invoice');`, filename },
    { name: 'a name that only the program knows', code: `${pool}export const all = (table: string) => pool.query(\`SELECT * FROM \${table}\`);`, filename },
    { name: 'a file of no project', code: `${pool}export const all = () => pool.query('SELECT * FROM invoices');` },
  ],
  invalid: [
    {
      name: 'a query',
      code: `${imported}export const all = () => db.select().from(invoices);`,
      filename,
      errors: [
        {
          messageId: 'finding',
          data: {
            message:
              "`orders` may not query `billing`'s tables: `invoices` is declared in `billing/schema.ts`. Let `billing` publish an event in its contract, listen to it, and keep what you need in a table of `orders`.",
          },
          line: 4,
          column: 43,
          endLine: 4,
          endColumn: 51,
        },
      ],
    },
    { name: 'a write', code: `${imported}export const pay = () => db.update(invoices).set({ total: 0 });`, filename, errors: [{ messageId: 'finding', line: 4, column: 36 }] },
    { name: 'a table that came by a namespace', code: `${client}import * as billing from '../../../billing/schema.js';\nexport const all = () => db.select().from(billing.invoices);`, filename, errors: [{ messageId: 'finding', line: 4, column: 43 }] },
    { name: 'SQL', code: `${pool}export const all = () => pool.query('SELECT * FROM orders o JOIN "Invoices" i ON true');`, filename, errors: [{ messageId: 'finding', line: 3, column: 66, endColumn: 76 }] },
    { name: 'SQL with a schema', code: `${pool}export const all = () => pool.query('SELECT * FROM public.invoices');`, filename, errors: [{ messageId: 'finding', line: 3, column: 52, endColumn: 67 }] },
    { name: 'SQL that stands in a constant', code: `${pool}const ALL = \`\n  SELECT *\n  FROM invoices\`;\nexport const all = () => pool.query(ALL);`, filename, errors: [{ messageId: 'finding', line: 5, column: 8 }] },
    { name: 'each use is a finding', code: `${pool}export const both = () => pool.query('SELECT * FROM invoices; DELETE FROM invoices');`, filename, errors: [{ messageId: 'finding', column: 53 }, { messageId: 'finding', column: 75 }] },
    {
      name: 'a second declaration',
      code: `import { pgTable } from 'drizzle-orm/pg-core';\nexport const invoices = pgTable('invoices', {});`,
      filename,
      errors: [
        {
          messageId: 'finding',
          data: { message: '`invoices` has two owners: `orders` declares it here, and `billing` in `billing/schema.ts`. Let one of them own it and tell the other by events, or name the owner as `tables` in `fortress.config.ts`.' },
          line: 2,
        },
      ],
    },
  ],
});
