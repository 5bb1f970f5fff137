import { notFound, Problem, staleObject } from '#shared/http/problem.ts';
import type { ProductRow } from '../../tables.ts';

/** A price that jumps by more than this is nearly always a slip of the decimal point. */
const MAX_FACTOR = 3;

export interface PriceChange {
  readonly productId: string;
  readonly priceCents: number;
  readonly version: number;
}

/**
 * The product whose price may change so.
 * Fails when there is no such product, when the caller saw another version of it, and when the price jumps.
 */
export function changeable(product: ProductRow | undefined, change: PriceChange): ProductRow {
  if (!product) throw notFound('product', change.productId);
  if (product.version !== change.version) throw staleObject('product', product.id);
  const factor = change.priceCents / product.priceCents;
  if (factor > MAX_FACTOR || factor < 1 / MAX_FACTOR) {
    throw new Problem(422, 'price-jump', 'Price jump', `A price changes by a factor of ${MAX_FACTOR} at most. Go in steps.`);
  }
  return product;
}
