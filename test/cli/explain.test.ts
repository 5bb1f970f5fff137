import { describe, expect, test } from 'vitest';
import { project } from './support/project.ts';
import { shop } from './support/shop.ts';

const withConfig = {
  ...shop,
  'fortress.config.json': '{ "modules": [{ "path": "src/modules/billing", "owner": "@shop/billing" }, "src/modules/orders"] }',
  'src/modules/billing/features/pay/handler.ts': 'export {};\n',
  'src/shared/clock.ts': 'export {};\n',
  'src/main.ts': 'export {};\n',
  'src/modules/orders/logic.test.ts': 'export {};\n',
};

describe('fortress explain', () => {
  test.each([
    ['src/modules/orders/logic.ts', ['belongs to  module `orders` (src/modules/orders)', 'contract    `orders` has none yet']],
    ['src/modules/billing/contract.ts', ['belongs to  module `billing` (src/modules/billing)', 'owner       @shop/billing', 'contract    yes, this is part of it: `src/modules/billing/contract.ts`']],
    ['src/modules/billing/features/pay/handler.ts', ['belongs to  module `billing` (src/modules/billing)', 'slice       features/pay', 'owner       @shop/billing', 'contract    `src/modules/billing/contract.ts`']],
    ['src/modules/billing', ['belongs to  module `billing` (src/modules/billing)', 'owner       @shop/billing', 'contract    `src/modules/billing/contract.ts`']],
    ['src/shared/clock.ts', ['belongs to  the shared kernel']],
    ['src/main.ts', ['belongs to  the composition root']],
    ['src/modules/orders/logic.test.ts', ['belongs to  module `orders` (src/modules/orders)', 'contract    `orders` has none yet', 'test        yes']],
  ])('%s', (file, facts) => {
    const { code, stdout, stderr } = project(withConfig).fortress(['explain', file]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [head = '', ...lists] = stdout.split('\n\n');
    expect(head).toBe([file, ...facts.map((fact) => `  ${fact}`)].join('\n'));
    expect(lists.map((list) => list.split('\n')[0])).toContain('May refer to');
  });

  test('is told of a project that cannot be opened', () => {
    expect(project({ ...shop, 'fortress.config.json': '{ "moduls": [] }' }).fortress(['explain', 'src/modules/orders/logic.ts'])).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('fortress why', () => {
  test('shows a way with its place, its names and the law', () => {
    expect(project(shop).fortress(['why', 'orders', 'billing'])).toEqual({
      code: 0,
      stdout: `One way from \`orders\` to \`billing\`

1. src/modules/orders/logic.ts:1:30 -> src/modules/billing/db.ts (type \`Invoice\`)
   error: A module may not use anything else of another module.
`,
      stderr: '',
    });
  });

  test('goes from file to file, over others', () => {
    const here = project({
      ...shop,
      'src/modules/orders/logic.ts': "import { invoiceOf } from './invoices.ts';\nexport const total = invoiceOf;\n",
      'src/modules/orders/invoices.ts': "import type { Invoice } from '../billing/contract.ts';\nexport const invoiceOf = (): Invoice => ({ cents: 1 });\n",
    });
    expect(here.fortress(['why', 'src/modules/orders/logic.ts', 'src/modules/billing/contract.ts']).stdout).toBe(`One way from \`src/modules/orders/logic.ts\` to \`src/modules/billing/contract.ts\`

1. src/modules/orders/logic.ts:1:27 -> src/modules/orders/invoices.ts (\`invoiceOf\`)
   allowed: A module may use itself.
   src/modules/orders/invoices.ts:1:30 -> src/modules/billing/contract.ts (type \`Invoice\`)
   allowed: A module may use another module's contract.
`);
  });

  test('says where there is none', () => {
    expect(project(shop).fortress(['why', 'billing', 'orders'])).toEqual({ code: 0, stdout: 'Nothing in `billing` comes to `orders`.\n', stderr: '' });
  });
});
