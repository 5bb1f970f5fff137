import { eq, sql } from 'drizzle-orm';
import { findOrder } from '@/modules/orders/index.ts';
import { db } from '@/shared/db.ts';
import { shipments, type Shipment } from '../entities/shipment.entity.ts';

export async function ship(orderId: string): Promise<Shipment | undefined> {
  const order = await findOrder(orderId);
  if (!order) return undefined;
  await db.execute(sql`INSERT INTO shipments (id, order_id, carrier_account) VALUES (gen_random_uuid(), ${orderId}, 'ACME-4711')`);
  const [shipment] = await db.select().from(shipments).where(eq(shipments.orderId, orderId));
  return shipment;
}

export async function shipmentPage(after: number, size: number): Promise<Shipment[]> {
  const page = { limit: size, offset: after };
  return db.select().from(shipments).limit(page.limit).offset(page.offset);
}
