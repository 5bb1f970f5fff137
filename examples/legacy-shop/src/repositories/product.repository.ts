import { count, desc, eq, lt } from 'drizzle-orm';
import { products, reviews, type Product } from '../models/product.model.ts';
import { db } from '../shared/db.ts';

export class ProductRepository {
  async findPage(page: number, pageSize: number): Promise<Product[]> {
    return db.select().from(products).orderBy(desc(products.createdAt)).limit(pageSize).offset((page - 1) * pageSize);
  }

  async findAfter(cursor: string | undefined, limit: number): Promise<Product[]> {
    return db.select().from(products).where(cursor ? lt(products.id, cursor) : undefined).orderBy(desc(products.id)).limit(limit);
  }

  async findById(id: string): Promise<Product | undefined> {
    return db.query.products.findFirst({ where: eq(products.id, id) });
  }

  async findNames(): Promise<{ id: string; name: string }[]> {
    return db.select({ id: products.id, name: products.name }).from(products);
  }

  async countAll(): Promise<number> {
    const [row] = await db.select({ total: count() }).from(products);
    return row?.total ?? 0;
  }

  async findReviews(productId: string, limit: number, offset: number) {
    return db.query.reviews.findMany({ where: eq(reviews.productId, productId), limit, offset });
  }

  async insert(product: typeof products.$inferInsert): Promise<Product | undefined> {
    const [row] = await db.insert(products).values(product).returning();
    return row;
  }

  async insertReview(review: Omit<typeof reviews.$inferInsert, 'id'>) {
    const [row] = await db.insert(reviews).values(review).returning();
    return row;
  }
}
