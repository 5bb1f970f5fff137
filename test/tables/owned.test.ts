import { describe, expect, test } from 'vitest';
import { openProject } from '../../src/arch/index.ts';
import { tablesOf } from '../../src/cli/check/tables.ts';
import { fixture } from '../arch/support/projects.ts';
import { exampleFolder } from '../pictures/support/graphs.ts';

async function tablesIn(root: string): Promise<string[]> {
  const project = openProject({ root });
  project.check();
  return (await tablesOf(project)).map(({ name, owner = 'nobody', file, users }) => `${name}: ${owner}, ${file}${users.length === 0 ? '' : `, used by ${users.join(', ')}`}`);
}

describe('the tables of a project', () => {
  test('have owners and users', async () => {
    expect(await tablesIn(exampleFolder('legacy-shop'))).toEqual([
      'Coupon: nobody, prisma/schema.prisma',
      'audit_events: nobody, migrations/002_audit_events.sql',
      'customers: nobody, migrations/001_init.sql, used by orders',
      'invoices: billing, src/modules/billing/billing.tables.ts',
      'order_lines: orders, src/modules/orders/orders.tables.ts',
      'orders: orders, src/modules/orders/orders.tables.ts, used by billing, shipping',
      'products: nobody, migrations/001_init.sql, used by orders',
      'reviews: nobody, migrations/001_init.sql',
      'shipments: shipping, src/modules/shipping/entities/shipment.entity.ts, used by orders',
    ]);
  });

  test('of the kernel are its own', async () => {
    expect((await tablesIn(exampleFolder('shop'))).filter((line) => line.includes('kernel'))).toEqual([
      'idempotency_keys: shared kernel, src/shared/db/migrations/20260105090000_outbox_and_idempotency.sql',
      'outbox: shared kernel, src/shared/db/migrations/20260105090000_outbox_and_idempotency.sql',
    ]);
  });

  test('are none where there is no database', async () => {
    expect(await tablesIn(fixture('slices-of-one-module'))).toEqual([]);
  });
});
