export * from './audit-event.model.ts';
export * from './customer.model.ts';
export * from './product.model.ts';
export * from '../modules/billing/billing.tables.ts';
export * from '../modules/orders/orders.tables.ts';
export { shipments } from '../modules/shipping/entities/shipment.entity.ts';
