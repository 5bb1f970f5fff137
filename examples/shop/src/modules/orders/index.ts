import { ProductPriced } from '#modules/catalog/events.ts';
import { InvoicePaid } from '#modules/billing/events.ts';
import type { Module } from '#shared/module.ts';
import { listOrders } from './features/list-orders/handler.ts';
import { placeOrder } from './features/place-order/handler.ts';
import { settleOrder } from './features/settle-order/handler.ts';
import { trackProduct } from './features/track-product/handler.ts';

export const orders: Module = {
  name: 'orders',
  migrations: new URL('./migrations/', import.meta.url),
  routes: async (app, context) => {
    await app.register(placeOrder, context);
    await app.register(listOrders, context);
  },
  listen: ({ bus, ...context }) => {
    bus.subscribe(ProductPriced, trackProduct(context));
    bus.subscribe(InvoicePaid, settleOrder(context));
  },
};
