import { Problem } from '#shared/http/problem.ts';
import type { RequestedLine } from './schema.ts';

export interface KnownPrice {
  readonly productId: string;
  readonly priceCents: number;
}

export interface PricedLine extends RequestedLine {
  readonly unitPriceCents: number;
}

export interface PricedOrder {
  readonly lines: readonly PricedLine[];
  readonly totalCents: number;
}

/** The order at our prices, never at the caller's. Fails, naming every product that is not for sale. */
export function priceOrder(requested: readonly RequestedLine[], prices: readonly KnownPrice[]): PricedOrder {
  const priceOf = new Map(prices.map(({ productId, priceCents }) => [productId, priceCents]));
  const unknown = requested.flatMap(({ productId }, index) =>
    priceOf.has(productId) ? [] : [{ pointer: `/lines/${index}/productId`, detail: `There is no product ${productId} for sale.` }],
  );
  if (unknown.length > 0) {
    throw new Problem(422, 'unknown-product', 'Unknown product', 'Some products are not for sale.', { errors: unknown });
  }
  const lines = requested.map((line) => ({ ...line, unitPriceCents: priceOf.get(line.productId) ?? 0 }));
  return { lines, totalCents: lines.reduce((total, line) => total + line.quantity * line.unitPriceCents, 0) };
}
