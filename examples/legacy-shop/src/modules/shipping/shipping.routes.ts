import { Router } from 'express';
import { ORDER_STATUSES } from '../orders/contract.ts';
import { ship, shipmentPage } from './services/shipment.service.ts';

export const shippingRouter = Router();

shippingRouter.get('/statuses', (_req, res) => {
  res.json(ORDER_STATUSES);
});

shippingRouter.get('/', async (req, res) => {
  const shipments = await shipmentPage(Number(req.query.after ?? 0), 25);
  res.json(shipments.map((shipment) => ({ ...shipment, shipped: shipment.shippedAt !== null })));
});

shippingRouter.post('/:orderId', async (req, res) => {
  const shipment = await ship(req.params.orderId);
  if (!shipment) return void res.sendStatus(404);
  res.status(201).json({ id: shipment.id, trackingCode: shipment.trackingCode });
});
