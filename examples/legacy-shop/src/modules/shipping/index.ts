export { shippingRouter } from './shipping.routes.ts';
