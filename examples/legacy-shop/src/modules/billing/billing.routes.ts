import { Router } from 'express';
import { eq } from 'drizzle-orm';
import { db } from '../../shared/db.ts';
import { mailInvoice } from '../../shared/mailer.ts';
import { invoicePage, payInvoice } from './billing.service.ts';
import { invoices } from './billing.tables.ts';
import { printReceipt } from './receipt.ts';

export const billingRouter = Router();

billingRouter.get('/', async (req, res) => {
  const rows = await invoicePage(Number(req.query.page ?? 1), 50);
  res.json(rows);
});

billingRouter.get('/of-order/:orderId', async (req, res) => {
  const [invoice] = await db.select().from(invoices).where(eq(invoices.orderId, req.params.orderId));
  res.json({ invoice });
});

billingRouter.get('/:id/receipt', async (req, res) => {
  const [invoice] = await db.select().from(invoices).where(eq(invoices.id, req.params.id));
  if (!invoice) return void res.sendStatus(404);
  const lines: string[] = [];
  printReceipt(invoice, { log: (line) => lines.push(line) });
  res.type('text/plain').send(lines.join('\n'));
});

billingRouter.post('/:id/payment', async (req, res) => {
  const invoice = await payInvoice(req.params.id);
  if (!invoice) return void res.sendStatus(404);
  await mailInvoice('customer@example.com', invoice.number);
  res.send(invoice);
});
