/** What may become of an order. */
export const ORDER_STATUSES = ['placed', 'paid'] as const;

export type OrderStatus = (typeof ORDER_STATUSES)[number];
