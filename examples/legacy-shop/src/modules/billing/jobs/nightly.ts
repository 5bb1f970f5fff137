import { eq } from 'drizzle-orm';
import { db } from '../../../shared/db.ts';
import { invoices } from '../billing.tables.ts';

type Customer = import('../../../models/customer.model.ts').Customer;
type Shipment = import('../../shipping/entities/shipment.entity.ts').Shipment;

export async function remindDebtors(customers: Customer[], shipped: Shipment[]): Promise<void> {
  const open = await db.select({ number: invoices.number, orderId: invoices.orderId }).from(invoices).where(eq(invoices.paid, false));
  const late = open.filter((invoice) => shipped.some((shipment) => shipment.orderId === invoice.orderId));
  console.table(late);
  console.warn(`${late.length} of ${customers.length} customers are late`);
}
