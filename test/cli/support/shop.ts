/** A small shop: `orders` takes `Invoice` from deep inside `billing`, whose contract exports it. */
export const shop = {
  'package.json': '{ "name": "shop", "type": "module" }',
  'src/modules/orders/logic.ts': "import type { Invoice } from '../billing/db.ts';\n\nexport const total = (invoice: Invoice): number => invoice.cents;\n",
  'src/modules/billing/db.ts': 'export interface Invoice {\n  readonly cents: number;\n}\n',
  'src/modules/billing/contract.ts': "export type { Invoice } from './db.ts';\n",
} as const;

/** The same shop, as it should be. */
export const compliantShop = {
  ...shop,
  'src/modules/orders/logic.ts': shop['src/modules/orders/logic.ts'].replace('db.ts', 'contract.ts'),
} as const;

/** A shop whose `orders` holds so many references to the internals of `billing`. */
export function shopWith(violations: number): Record<string, string> {
  const imports = Array.from({ length: violations }, (_, i) => `import type { Invoice as Invoice${i} } from '../billing/db.ts';\n`);
  return { ...compliantShop, 'src/modules/orders/many.ts': imports.join('') };
}
