import { Router } from 'express';
import { desc, eq } from 'drizzle-orm';
import type { CustomerDto } from '../dtos/customer.dto.ts';
import { customers } from '../models/customer.model.ts';
import { ordersOfCustomer } from '../modules/orders/orders.service.ts';
import type { Order } from '../modules/orders/index.ts';
import { CustomerService, type Registration } from '../services/customer.service.ts';
import { db } from '../shared/db.ts';
import { logger } from '../shared/logger.ts';

const service = new CustomerService();

export const customerController = Router();

customerController.get('/', async (_req, res) => {
  res.json(await db.select().from(customers).orderBy(desc(customers.createdAt)).limit(50));
});

customerController.get('/search', async (req, res) => {
  const offset = Number(req.query.offset ?? 0);
  const found = await service.search(String(req.query.name), 20, offset);
  res.json({ data: found, offset });
});

customerController.get('/emails', async (req, res) => {
  res.json(await service.emails(Number(req.query.page ?? 0), 100));
});

customerController.get('/newsletter', async (req, res) => {
  const batch = await service.newsletterBatch(100, Number(req.query.from ?? 0));
  res.json({ recipients: batch.map((customer) => customer.email) });
});

customerController.get('/export', async (_req, res) => {
  const rows = await db.select({ email: customers.email, name: customers.name }).from(customers);
  res.attachment(service.exportFileName()).send(rows.map((row) => `${row.email},${row.name}`).join('\n'));
});

customerController.get('/:id', async (req, res) => {
  res.json(await loadCustomer(req.params.id));
});

customerController.get('/:id/profile', async (req, res) => {
  const [customer] = await db.select().from(customers).where(eq(customers.id, req.params.id));
  const orders: Order[] = await ordersOfCustomer(req.params.id);
  res.json({ ...customer, orderCount: orders.length });
});

customerController.post('/', async (req, res) => {
  const customer = await service.register(req.body as Registration);
  logger.info({ event: 'customer.registered', customerId: customer?.id }, 'customer registered');
  res.status(201).json({ id: customer?.id, email: customer?.email });
});

customerController.post('/:id/reset', async (req, res) => {
  await service.startReset(req.params.id);
  res.sendStatus(202);
});

async function loadCustomer(id: string): Promise<CustomerDto | undefined> {
  return service.get(id);
}
