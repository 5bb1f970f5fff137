import { z } from 'zod';
import { priceCents } from './contract.ts';

export const productPriced = z.object({
  productId: z.uuid(),
  name: z.string(),
  priceCents,
  /** Grows with each change: a listener that saw a higher one ignores this event. */
  version: z.int().positive(),
});

/** A product is for sale at this price: it is new, or its price has changed. */
export class ProductPriced {
  static readonly type = 'catalog.product-priced';
  static readonly schema = productPriced;
  readonly type = ProductPriced.type;
  readonly payload: z.infer<typeof productPriced>;

  constructor(payload: z.infer<typeof productPriced>) {
    this.payload = payload;
  }
}
