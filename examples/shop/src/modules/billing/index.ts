import { OrderPlaced } from '#modules/orders/events.ts';
import type { Module } from '#shared/module.ts';
import { issueInvoice } from './features/issue-invoice/handler.ts';
import { listInvoices } from './features/list-invoices/handler.ts';
import { payInvoice } from './features/pay-invoice/handler.ts';
import { createPaymentProvider, type PaymentProviderOptions } from './payment-provider.ts';

export function billing(options: PaymentProviderOptions): Module {
  const provider = createPaymentProvider(options);
  return {
    name: 'billing',
    migrations: new URL('./migrations/', import.meta.url),
    routes: async (app, context) => {
      await app.register(listInvoices, context);
      await app.register(payInvoice, { ...context, provider });
    },
    listen: ({ bus, ...context }) => {
      bus.subscribe(OrderPlaced, issueInvoice(context));
    },
  };
}
