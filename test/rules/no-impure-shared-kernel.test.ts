import { noImpureSharedKernel } from '../../src/rules/no-impure-shared-kernel.ts';
import { shopFile } from '../support/documented-shop.ts';
import { RuleTester } from '../support/rule-tester.ts';

const filename = shopFile('src/shared/logger.ts');

new RuleTester().run('no-impure-shared-kernel', noImpureSharedKernel, {
  valid: [
    { name: 'a package', code: `import pino from 'pino';`, filename },
    { name: 'the kernel itself', code: `export { logger } from './logger.js';`, filename: shopFile('src/shared/index.ts') },
    { name: 'a module on the kernel', code: `import { logger } from '../../shared/logger.js';`, filename: shopFile('src/modules/orders/db.ts') },
  ],
  invalid: [
    {
      name: 'a contract, even its types',
      code: `import type { InvoicePaid } from '../modules/billing/contract.js';`,
      filename,
      errors: [{ messageId: 'finding', line: 1, column: 34 }],
    },
    { name: 'the inside of a module', code: `import { findInvoice } from '../modules/billing/db.js';`, filename, errors: [{ messageId: 'finding', line: 1, column: 29 }] },
  ],
});
