import { z } from 'zod';

export const ORDER_STATUSES = ['placed', 'paid', 'shipped'] as const;

export const orderPlaced = z.object({ orderId: z.uuid(), totalCents: z.int() });
export type OrderPlaced = z.infer<typeof orderPlaced>;
