import { noLayerFolders } from '../../src/rules/no-layer-folders.ts';
import { shopFile } from '../support/documented-shop.ts';
import { RuleTester } from '../support/rule-tester.ts';

const code = '// The orders of a customer.\nexport const orders = [];\n';

const message = (text: string) => ({ messageId: 'layer' as const, data: { message: text }, line: 1, column: 1, endLine: 1, endColumn: 29 });

new RuleTester().run('no-layer-folders', noLayerFolders, {
  valid: [
    { name: 'a slice', code, filename: shopFile('src/modules/orders/features/list-orders/handler.ts') },
    { name: "the module's own file", code, filename: shopFile('src/modules/orders/db.ts') },
    { name: 'the shared kernel', code, filename: shopFile('src/shared/middleware/authenticate.ts') },
    { name: 'a test of a layer', code, filename: shopFile('src/services/orders.test.ts') },
    { name: 'a module that is called like a layer', code, filename: shopFile('src/modules/routes/features/plan-route/handler.ts') },
    { name: 'generated code', code: `// @generated\n${code}`, filename: shopFile('src/models/order.ts') },
    { name: 'a component', code: `'use client';\n${code}`, filename: shopFile('src/services/cart.ts') },
    { name: 'a word that the team allows', code, filename: shopFile('src/models/golf.ts'), options: [{ allow: ['models'] }] },
    { name: 'a word that only some teams forbid', code, filename: shopFile('src/guards/jwt.ts') },
    { name: 'a declaration of types for a package', code, filename: shopFile('types/routes.d.ts') },
  ],
  invalid: [
    {
      name: 'a primary folder of the source root',
      code,
      filename: shopFile('src/services/orders.ts'),
      errors: [message('`services` sorts code by technical kind, so one feature lies in as many folders as there are kinds. Move each file into a slice of the module that it serves, as its `logic.ts`.')],
    },
    {
      name: 'a primary folder of a module',
      code,
      filename: shopFile('src/modules/orders/controllers/orders.controller.ts'),
      errors: [message('`controllers` sorts code by technical kind, so one feature lies in as many folders as there are kinds. Move each file into the slice of `orders` that it serves, as its `handler.ts`.')],
    },
    {
      name: 'an empty file',
      code: '',
      filename: shopFile('src/entities/order.ts'),
      errors: [{ messageId: 'layer', line: 1, column: 1 }],
    },
    {
      name: 'a word of the team',
      code,
      filename: shopFile('src/guards/jwt.ts'),
      options: [{ additional: ['guards'] }],
      errors: [message('`guards` sorts code by technical kind, so one feature lies in as many folders as there are kinds. Move each file into a slice of the module that it serves.')],
    },
  ],
});
