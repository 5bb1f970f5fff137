import { noTestImports } from '../../src/rules/no-test-imports.ts';
import { shopFile } from '../support/documented-shop.ts';
import { RuleTester } from '../support/rule-tester.ts';

const code = `import { sampleOrder } from './features/close-order/close-order.test.js';`;

new RuleTester().run('no-test-imports', noTestImports, {
  valid: [
    { name: 'a test on another test', code: `import { sampleOrder } from './samples.test.js';`, filename: shopFile('src/modules/orders/features/close-order/close-order.test.ts') },
    { name: 'code on code', code: `export { loadOrder } from './db.js';`, filename: shopFile('src/modules/orders/index.ts') },
  ],
  invalid: [{ code, filename: shopFile('src/modules/orders/db.ts'), errors: [{ messageId: 'finding', line: 1, column: 29 }] }],
});
