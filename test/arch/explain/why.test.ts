import { describe, expect, it } from 'vitest';
import { openProject } from '../../../src/arch/index.ts';
import { fixture, projectOf } from '../support/projects.ts';

const CODE = 'export const value = 1;\n';

/** The ways, a line each. */
function ways(root: string, from: string, to: string): string[] {
  return openProject({ root, today: new Date('2026-11-25') })
    .why(from, to)
    .ways.map((way) => way.map(({ file, line, column, to: target, verdict }) => `${file}:${line}:${column} → ${target} (${verdict})`).join(', '));
}

describe('fortress why', () => {
  it('shows every reference between two modules, with the law that decides', () => {
    const root = fixture('billing-imports-orders-internals');
    expect(ways(root, 'billing', 'orders')).toEqual([
      'src/modules/billing/invoice.ts:1:47 → src/modules/orders/contract.ts (allowed)',
      'src/modules/billing/invoice.ts:2:34 → src/modules/orders/events.ts (allowed)',
      'src/modules/billing/invoice.ts:3:30 → src/modules/orders/index.ts (error)',
      'src/modules/billing/invoice.ts:4:53 → src/modules/orders/index.ts (error)',
      'src/modules/billing/invoice.ts:5:44 → src/modules/orders/index.ts (error)',
      'src/modules/billing/invoice.ts:6:26 → src/modules/orders/logic.ts (error)',
      'src/modules/billing/invoice.ts:7:8 → src/modules/orders/db.ts (error)',
      'src/modules/billing/invoice.ts:8:25 → src/modules/orders/db.ts (error)',
      'src/modules/billing/invoice.ts:10:53 → src/modules/orders/logic.ts (error)',
      'src/modules/billing/neighbour.ts:1:32 → src/modules/orders/contract.ts (allowed)',
    ]);
    const laws = openProject({ root }).why('billing', 'orders').ways.map(([step]) => step?.law);
    expect([...new Set(laws)]).toEqual(["A module may use another module's contract.", 'A module may not use anything else of another module.']);
    expect(ways(root, 'orders', 'billing')).toEqual([]);
  });

  it('shows the shortest way on where none is straight', () => {
    const root = projectOf({
      'src/modules/billing/db.ts': CODE,
      'src/modules/orders/a.ts': "import '../../lib/facade.ts';\nimport '../shipping/contract.ts';\n",
      'src/modules/orders/b.ts': "import './a.ts';\n",
      'src/modules/shipping/contract.ts': "import '../../lib/facade.ts';\n",
      'src/lib/facade.ts': "import './deep.ts';\nimport '../modules/orders/b.ts';\n",
      'src/lib/deep.ts': "import '../modules/billing/db.ts';\n",
    });
    expect(ways(root, 'orders', 'billing')).toEqual([
      'src/modules/orders/a.ts:1:8 → src/lib/facade.ts (allowed), src/lib/facade.ts:1:8 → src/lib/deep.ts (allowed), src/lib/deep.ts:1:8 → src/modules/billing/db.ts (error)',
      'src/modules/orders/a.ts:2:8 → src/modules/shipping/contract.ts (allowed), src/modules/shipping/contract.ts:1:8 → src/lib/facade.ts (allowed), src/lib/facade.ts:1:8 → src/lib/deep.ts (allowed), src/lib/deep.ts:1:8 → src/modules/billing/db.ts (error)',
    ]);
  });

  it('takes files and folders for ends, too', () => {
    const root = fixture('billing-imports-orders-internals');
    expect(ways(root, 'src/modules/billing/neighbour.ts', 'src/modules/orders/contract.ts')).toEqual([
      'src/modules/billing/neighbour.ts:1:32 → src/modules/orders/contract.ts (allowed)',
      'src/modules/billing/neighbour.ts:2:30 → src/modules/billing/invoice.ts (allowed), src/modules/billing/invoice.ts:1:47 → src/modules/orders/contract.ts (allowed)',
    ]);
    expect(ways(root, 'src/modules', 'src/shared/')).toEqual(['src/modules/billing/neighbour.ts:4:24 → src/shared/logger.ts (allowed)']);
  });

  it('tells what is excepted', () => {
    expect(ways(fixture('exceptions-of-all-kinds'), 'orders', 'billing')).toEqual(['src/modules/orders/logic.ts:1:22 → src/modules/billing/logic.ts (excepted)']);
  });

  it('knows neither what is no module nor what is no file', () => {
    expect(() => ways(fixture('billing-imports-orders-internals'), 'biling', 'orders')).toThrow('`biling` is neither a module nor a file of the project.');
  });
});
