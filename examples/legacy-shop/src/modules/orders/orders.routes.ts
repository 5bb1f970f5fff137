import { Router } from 'express';
import { findOrder, listOrders, placeOrder, shipmentOf, type Line } from './orders.service.ts';

export const ordersRouter = Router();

ordersRouter.post('/', async (req, res) => {
  const { customerId, lines } = req.body as { customerId: string; lines: Line[] };
  const order = await placeOrder(customerId, lines);
  globalThis.console.log('order placed', order.id, 'see src/modules/billing/billing.service.ts for the invoice');
  res.status(201).json(order);
});

ordersRouter.get('/', async (req, res) => {
  const orders = await listOrders(Number(req.query.page ?? 0), 25);
  res.json({ data: { orders } });
});

ordersRouter.get('/:id', async (req, res) => {
  const order = await findOrder(req.params.id);
  if (!order) return void res.sendStatus(404);
  const shipment = await shipmentOf(order.id);
  res.json({ id: order.id, status: order.status, totalCents: order.totalCents, tracking: shipment?.trackingCode ?? null });
});
