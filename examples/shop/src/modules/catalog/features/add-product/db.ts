import type { Transaction } from '#shared/db/connection.ts';
import { products, type ProductRow } from '../../tables.ts';
import type { NewProduct } from './schema.ts';

export async function insertProduct(tx: Transaction, product: NewProduct): Promise<ProductRow> {
  const [row] = await tx.insert(products).values(product).returning();
  if (!row) throw new Error('INSERT … RETURNING gave no row');
  return row;
}
