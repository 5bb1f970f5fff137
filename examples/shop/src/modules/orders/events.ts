import { z } from 'zod';

export const orderPlaced = z.object({
  orderId: z.uuid(),
  customerId: z.uuid(),
  totalCents: z.int().positive(),
});

/** A customer owes us the total. */
export class OrderPlaced {
  static readonly type = 'orders.order-placed';
  static readonly schema = orderPlaced;
  readonly type = OrderPlaced.type;
  readonly payload: z.infer<typeof orderPlaced>;

  constructor(payload: z.infer<typeof orderPlaced>) {
    this.payload = payload;
  }
}
