import { eq, sql } from 'drizzle-orm';
import { customers, type Customer } from '../models/customer.model.ts';
import { client, db } from '../shared/db.ts';

export class CustomerRepository {
  async findById(id: string): Promise<Customer | undefined> {
    const [row] = await db.select().from(customers).where(eq(customers.id, id));
    return row;
  }

  async search(name: string, limit: number, offset: number): Promise<Customer[]> {
    let query = db.select().from(customers).where(eq(customers.name, name)).$dynamic();
    if (offset > 0) query = query.offset(offset);
    return query.limit(limit);
  }

  async findEmails(page: number, size: number): Promise<{ email: string }[]> {
    const skip = page * size;
    const result = await db.execute<{ email: string }>(sql`SELECT email FROM customers ORDER BY email LIMIT ${size} OFFSET ${skip}`);
    return result.rows;
  }

  async findNewsletterBatch(limit: number, offset: number): Promise<{ id: string; email: string }[]> {
    const text = 'SELECT id, email FROM customers ORDER BY created_at LIMIT $1 OFFSET $2';
    const { rows } = await client.query<{ id: string; email: string }>(text, [limit, offset]);
    return rows;
  }

  async insert(customer: typeof customers.$inferInsert): Promise<Customer | undefined> {
    const [row] = await db.insert(customers).values(customer).returning();
    return row;
  }

  async setResetToken(id: string, resetToken: string): Promise<void> {
    await db.update(customers).set({ resetToken }).where(eq(customers.id, id));
  }
}
