import { noUnresolvedImports } from '../../src/rules/no-unresolved-imports.ts';
import { shopFile } from '../support/documented-shop.ts';
import { RuleTester } from '../support/rule-tester.ts';

const filename = shopFile('src/modules/orders/features/close-order/logic.ts');

new RuleTester().run('no-unresolved-imports', noUnresolvedImports, {
  valid: [
    { name: 'a file that is there', code: `import { InvoicePaid } from '../../../billing/contract.js';`, filename },
    { name: 'a package that is not installed', code: `import stripe from 'stripe';`, filename },
    { name: 'a path outside every module', code: `import { clock } from '../../../../clock.js';`, filename },
  ],
  invalid: [
    {
      code: `import { findInvoice } from '../../../billing/invoices.js';`,
      filename,
      errors: [
        {
          messageId: 'finding',
          data: { message: '`../../../billing/invoices.js` leads into `billing`, but no file is there: what it would use cannot be judged. Correct the path, or create `billing/invoices.js`.' },
          line: 1,
          column: 29,
        },
      ],
    },
  ],
});
