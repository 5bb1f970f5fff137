export { orderLines, orders, type Order } from './orders.tables.ts';
export { findOrder, markPaid, ordersOfCustomer, placeOrder } from './orders.service.ts';
export { ordersRouter } from './orders.routes.ts';
export type { Invoice } from '../billing/billing.tables.ts';
