import { randomUUID } from 'node:crypto';
import { logger } from '../../../shared/logger.ts';

/** The header of a carrier's label: version, weight class, then the order's id from byte 4 on. */
export async function printLabel(orderId: string): Promise<Buffer> {
  const label = Buffer.alloc(4 + orderId.length);
  const offset = label.writeUInt16BE(1, 0);
  label.write(orderId, offset + 2);
  logger.info({ event: 'label.printed', eventId: randomUUID(), orderId }, 'label printed');
  return label;
}
