import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#shared/db/connection.ts';
import { products, type ProductRow } from '../../tables.ts';

export async function findProduct(tx: Transaction, id: string): Promise<ProductRow | undefined> {
  const [row] = await tx.select().from(products).where(eq(products.id, id));
  return row;
}

/** Undefined when the product has another version by now. */
export async function updatePrice(tx: Transaction, seen: ProductRow, priceCents: number): Promise<ProductRow | undefined> {
  const [row] = await tx
    .update(products)
    .set({ priceCents, version: seen.version + 1 })
    .where(and(eq(products.id, seen.id), eq(products.version, seen.version)))
    .returning();
  return row;
}
