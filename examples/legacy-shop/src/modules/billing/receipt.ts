import type { Invoice } from './billing.tables.ts';

interface Printer {
  log(line: string): void;
}

/** Prints to whatever calls itself a console: the till, a file, a test. */
export function printReceipt(invoice: Invoice, console: Printer): void {
  console.log(`Invoice ${invoice.number}`);
  console.log(`Amount ${(invoice.amountCents / 100).toFixed(2)}`);
}
