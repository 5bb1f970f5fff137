import { z } from 'zod';

const cursorSchema = z
  .base64url()
  .transform((cursor) => Buffer.from(cursor, 'base64url').toString())
  .pipe(z.uuid());

/** `?cursor=…&limit=…`: the cursor is the last key of the page before, opaque to callers. */
export const pageQuery = z.object({
  cursor: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** The schema of a page of such items. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** A page from up to `limit + 1` rows: the row too many says that there is a next page. */
export function toPage<Row extends { id: string }, Item>(rows: readonly Row[], limit: number, toItem: (row: Row) => Item): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items: shown.map(toItem), nextCursor: last ? Buffer.from(last.id).toString('base64url') : null };
}
