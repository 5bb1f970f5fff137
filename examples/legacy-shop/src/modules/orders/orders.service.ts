import { desc, eq, inArray } from 'drizzle-orm';
import { v4 } from 'uuid';
import { products } from '@/models/product.model.ts';
import { db } from '@/shared/db.ts';
import { logger } from '@/shared/logger.ts';
import { TAX_RATE } from '../billing/contract.ts';
import { createInvoice } from '../billing/billing.service.ts';
import type { Invoice } from '../billing/billing.tables.ts';
import { shipments } from '@/modules/shipping/entities/shipment.entity.ts';
import { orderLines, orders, type Order } from './orders.tables.ts';

export interface Line {
  productId: string;
  quantity: number;
}

export async function placeOrder(customerId: string, lines: Line[]): Promise<Order & { invoice: Invoice | undefined }> {
  const priced = await db.select().from(products).where(inArray(products.id, lines.map((line) => line.productId)));
  const net = lines.reduce((sum, line) => sum + line.quantity * (priced.find(({ id }) => id === line.productId)?.priceCents ?? 0), 0);
  const totalCents = Math.round(net * (1 + TAX_RATE));

  const [order] = await db.insert(orders).values({ id: v4(), customerId, totalCents }).returning();
  if (!order) throw new Error('no order');
  for (const line of lines) await db.insert(orderLines).values({ orderId: order.id, ...line });

  const invoice = await createInvoice(order.id, totalCents);
  const { printLabel } = await import('@/modules/shipping/services/label.service.ts');
  printLabel(order.id).catch(console.error);
  logger.info({ event: 'order.placed', orderId: order.id, correlationId: v4() }, 'order placed');
  return { ...order, invoice };
}

export async function findOrder(id: string): Promise<Order | undefined> {
  return db.query.orders.findFirst({ where: eq(orders.id, id) });
}

export async function ordersOfCustomer(customerId: string): Promise<Order[]> {
  return db.select().from(orders).where(eq(orders.customerId, customerId)).orderBy(desc(orders.id));
}

export async function listOrders(page: number, perPage: number): Promise<Order[]> {
  const offset = page * perPage;
  return db.query.orders.findMany({ limit: perPage, offset });
}

export async function markPaid(id: string): Promise<void> {
  await db.update(orders).set({ status: 'paid' }).where(eq(orders.id, id));
}

export async function shipmentOf(orderId: string): Promise<{ trackingCode: string } | undefined> {
  const [row] = await db.select({ trackingCode: shipments.trackingCode }).from(shipments).where(eq(shipments.orderId, orderId));
  return row;
}
