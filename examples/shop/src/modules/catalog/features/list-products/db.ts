import { desc, lt } from 'drizzle-orm';
import type { Queryable } from '#shared/db/connection.ts';
import { products, type ProductRow } from '../../tables.ts';

/** The newest first, from the cursor on; one more than asked for, if there is one. */
export async function productsBefore(db: Queryable, cursor: string | undefined, limit: number): Promise<ProductRow[]> {
  return db
    .select()
    .from(products)
    .where(cursor ? lt(products.id, cursor) : undefined)
    .orderBy(desc(products.id))
    .limit(limit + 1);
}
