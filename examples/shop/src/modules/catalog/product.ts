import { z } from 'zod';
import { priceCents } from './contract.ts';
import { ProductPriced } from './events.ts';
import type { ProductRow } from './tables.ts';

/** A product as callers see it. */
export const productResponse = z.object({
  id: z.uuid(),
  sku: z.string(),
  name: z.string(),
  priceCents,
  version: z.int(),
});
export type ProductResponse = z.infer<typeof productResponse>;

export function toProductResponse(row: ProductRow): ProductResponse {
  return { id: row.id, sku: row.sku, name: row.name, priceCents: row.priceCents, version: row.version };
}

/** A product as the other modules learn of it. */
export function toProductPriced(row: ProductRow): ProductPriced {
  return new ProductPriced({ productId: row.id, name: row.name, priceCents: row.priceCents, version: row.version });
}
