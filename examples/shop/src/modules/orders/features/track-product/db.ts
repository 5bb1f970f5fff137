import { lt } from 'drizzle-orm';
import type { Queryable } from '#shared/db/connection.ts';
import { orderableProducts } from '../../tables.ts';

export interface OrderableProduct {
  readonly productId: string;
  readonly priceCents: number;
  readonly version: number;
}

/** An event that comes twice, or after a newer one, changes nothing. */
export async function rememberProduct(db: Queryable, product: OrderableProduct): Promise<void> {
  await db
    .insert(orderableProducts)
    .values(product)
    .onConflictDoUpdate({
      target: orderableProducts.productId,
      set: { priceCents: product.priceCents, version: product.version },
      setWhere: lt(orderableProducts.version, product.version),
    });
}
