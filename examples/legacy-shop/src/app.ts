import express from 'express';
import { customerController } from './controllers/customer.controller.ts';
import { productController } from './controllers/product.controller.ts';
import { errorMiddleware } from './middlewares/error.middleware.ts';
import { rateLimitMiddleware } from './middlewares/rate-limit.middleware.ts';
import { billingRouter } from './modules/billing/index.ts';
import { ordersRouter } from './modules/orders/index.ts';
import { shippingRouter } from './modules/shipping/index.ts';
import { requestId } from './shared/middleware/request-id.ts';

export const app = express();

app.use(express.json());
app.use(requestId);
app.use(rateLimitMiddleware);
app.get('/health', (_req, res) => {
  res.json({ status: 'ok' });
});
app.use('/customers', customerController);
app.use('/products', productController);
app.use('/orders', ordersRouter);
app.use('/invoices', billingRouter);
app.use('/shipments', shippingRouter);
app.use(errorMiddleware);
