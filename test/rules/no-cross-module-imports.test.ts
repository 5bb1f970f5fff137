import { noCrossModuleImports } from '../../src/rules/no-cross-module-imports.ts';
import { shopFile } from '../support/documented-shop.ts';
import { RuleTester } from '../support/rule-tester.ts';

const filename = shopFile('src/modules/orders/features/close-order/logic.ts');

new RuleTester().run('no-cross-module-imports', noCrossModuleImports, {
  valid: [
    { name: "another module's contract", code: `import type { InvoicePaid } from '../../../billing/contract.js';`, filename },
    { name: 'its own module', code: `import { loadOrder } from '../../db.js';`, filename },
    { name: 'the shared kernel', code: `import { logger } from '../../../../shared/logger.js';`, filename },
    { name: 'a package', code: `import pino from 'pino';`, filename },
    { name: 'a name that cannot be read', code: `const load = (name: string) => import(name);`, filename },
    { name: "the composition root on a module's entry", code: `import { billing } from './modules/billing/index.js';`, filename: shopFile('src/main.ts') },
    { name: 'a path in a string', code: `export const path = '../../../billing/db.js';`, filename },
    { name: 'a file of no project', code: `import { findInvoice } from '../../../billing/db.js';` },
  ],
  invalid: [
    {
      name: 'behaviour of another module',
      code: `import { findInvoice } from '../../../billing/db.js';`,
      filename,
      output: null,
      errors: [
        {
          messageId: 'finding',
          data: {
            message:
              "`orders` may not use `billing`'s internals: `findInvoice` comes from `billing/db.ts`. A contract shares no behaviour: let `billing` publish an event in `billing/contract.ts` and listen to it.",
          },
          line: 1,
          column: 29,
          endLine: 1,
          endColumn: 53,
        },
      ],
    },
    {
      name: 'a type that the contract exports already',
      code: `import type { InvoicePaid } from '../../../billing/db.js';`,
      filename,
      output: `import type { InvoicePaid } from '../../../billing/contract.js';`,
      errors: [{ messageId: 'finding', line: 1, column: 34 }],
    },
    { name: "a module's index", code: `import { billing } from '../../../billing/index.js';`, filename, output: null, errors: [{ messageId: 'finding', line: 1 }] },
    { name: 'a re-export', code: `export * from '../../../billing/db.js';`, filename, output: null, errors: [{ messageId: 'finding', line: 1, column: 15 }] },
    { name: 'a lazy import', code: `const load = () => import('../../../billing/db.js');`, filename, output: null, errors: [{ messageId: 'finding', line: 1, column: 27 }] },
    { name: 'a type query', code: `type Db = typeof import('../../../billing/db.js');`, filename, output: null, errors: [{ messageId: 'finding', line: 1, column: 25 }] },
    { name: 'a require', code: `const db = require('../../../billing/db.js');`, filename, output: null, errors: [{ messageId: 'finding', line: 1, column: 20 }] },
    { name: 'a folder by its name', code: `import { billing } from '../../../billing';`, filename, output: null, errors: [{ messageId: 'finding', line: 1 }] },
    { name: 'each reference is a finding', code: `import { findInvoice } from '../../../billing/db.js';\nimport '../../../billing/db.js';`, filename, output: null, errors: [{ messageId: 'finding', line: 1 }, { messageId: 'finding', line: 2 }] },
    { name: 'the composition root on the inside of a module', code: `import { findInvoice } from './modules/billing/features/pay-invoice/db.js';`, filename: shopFile('src/main.ts'), output: null, errors: [{ messageId: 'finding', line: 1 }] },
  ],
});
