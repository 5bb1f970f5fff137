export { billingRouter } from './billing.routes.ts';
export { createInvoice } from './billing.service.ts';
