import { noImpureContracts } from '../../src/rules/no-impure-contracts.ts';
import { shopFile } from '../support/documented-shop.ts';
import { RuleTester } from '../support/rule-tester.ts';

const filename = shopFile('src/modules/billing/contract.ts');

new RuleTester().run('no-impure-contracts', noImpureContracts, {
  valid: [
    {
      name: 'types, constants, a schema and an event',
      code: `
        import { z } from 'zod';
        export interface InvoicePaid { readonly orderId: string }
        export type Currency = 'EUR' | 'USD';
        export enum Status { Open, Paid }
        export const CURRENCIES = Object.freeze(['EUR', 'USD']);
        export const Invoice = z.object({ id: z.string() });
        export class InvoiceClosed { constructor(readonly invoiceId: string) {} }
        export const isPaid = (status: unknown): status is Status.Paid => status === Status.Paid;
      `,
      filename,
    },
    { name: 'the same statements in no contract', code: `export async function isPaid() {}`, filename: shopFile('src/modules/billing/db.ts') },
    { name: 'types of its own module', code: `export type { InvoiceRow } from './db.js';`, filename },
  ],
  invalid: [
    { name: 'behaviour', code: `export async function isPaid() {}`, filename, errors: [{ messageId: 'finding', line: 1, column: 1 }] },
    { name: 'a re-export of the inside', code: `export { findInvoice } from './db.js';`, filename, errors: [{ messageId: 'finding', line: 1, column: 1 }] },
    { name: 'a statement with effects', code: `export const paid = await fetch('https://billing.example');`, filename, errors: [{ messageId: 'finding', line: 1 }] },
  ],
});
