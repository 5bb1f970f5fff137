import { z } from 'zod';
import type { Product } from '../models/product.model.ts';

export const productDto = z.object({ id: z.uuid(), name: z.string(), priceCents: z.int() });
export type ProductDto = z.infer<typeof productDto>;

export function toProductDto(product: Product): ProductDto {
  return { id: product.id, name: product.name, priceCents: product.priceCents };
}
