import { noCrossSliceImports } from '../../src/rules/no-cross-slice-imports.ts';
import { shopFile } from '../support/documented-shop.ts';
import { RuleTester } from '../support/rule-tester.ts';

const filename = shopFile('src/modules/orders/features/close-order/handler.ts');

new RuleTester().run('no-cross-slice-imports', noCrossSliceImports, {
  valid: [
    { name: 'its own slice', code: `import { order } from './samples.test.js';`, filename },
    { name: "the module's own file", code: `import { loadOrder } from '../../db.js';`, filename },
    { name: "the module's own file on a slice", code: `export { loadOrder } from './features/cancel-order/db.js';`, filename: shopFile('src/modules/orders/db.ts') },
    { name: "another module's slice, which is another rule's finding", code: `import { findInvoice } from '../../../billing/features/pay-invoice/db.js';`, filename },
  ],
  invalid: [
    {
      code: `import { loadOrder } from '../cancel-order/db.js';`,
      filename,
      errors: [
        {
          messageId: 'finding',
          data: {
            message:
              "The slice `features/close-order` may not use another slice of `orders`: `loadOrder` comes from `orders/db.ts` through `orders/features/cancel-order/db.ts`. Move what both need to a file of `orders` outside its slices, or let one listen to the other's event.",
          },
          line: 1,
          column: 27,
        },
      ],
    },
  ],
});
