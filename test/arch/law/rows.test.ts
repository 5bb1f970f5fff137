import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check, copyOf, fixture, places } from '../support/projects.ts';

/** Every row of the law: what breaks it, and beside it what does not. */
const ROWS: Readonly<Record<string, readonly string[]>> = {
  'billing-imports-orders-internals': [
    'src/modules/billing/invoice.ts:3:30 no-cross-module-imports',
    'src/modules/billing/invoice.ts:4:53 no-cross-module-imports',
    'src/modules/billing/invoice.ts:5:44 no-cross-module-imports',
    'src/modules/billing/invoice.ts:6:26 no-cross-module-imports',
    'src/modules/billing/invoice.ts:7:8 no-cross-module-imports',
    'src/modules/billing/invoice.ts:8:25 no-cross-module-imports',
    'src/modules/billing/invoice.ts:10:53 no-cross-module-imports',
  ],
  'main-wires-modules': [
    'src/main.ts:5:29 no-cross-module-imports',
    'src/main.ts:6:26 no-cross-module-imports',
    'src/main.ts:7:22 no-test-imports',
  ],
  'kernel-knows-a-module': [
    'src/common/auth.ts:1:23 no-impure-shared-kernel',
    'src/common/auth.ts:2:37 no-impure-shared-kernel',
  ],
  'script-enters-a-module': [
    'scripts/backfill.ts:1:26 no-cross-module-imports',
    'scripts/backfill.ts:2:25 no-cross-module-imports',
  ],
  'tests-of-two-modules': [
    'src/main.ts:1:22 no-test-imports',
    'src/modules/orders/__tests__/place.ts:4:24 no-cross-module-imports',
    'src/modules/orders/__tests__/place.ts:6:22 no-cross-module-imports',
    'src/modules/orders/logic.ts:1:28 no-test-imports',
    'src/modules/orders/logic.ts:2:23 no-test-imports',
  ],
  'slices-of-one-module': [
    'src/modules/billing/features/create-invoice/logic.ts:1:24 no-cross-slice-imports',
    'src/modules/billing/features/create-invoice/logic.ts:2:29 no-cross-slice-imports',
  ],
  'paths-that-lead-nowhere': [
    'src/modules/orders/logic.ts:1:25 no-unresolved-imports',
    'src/modules/orders/logic.ts:2:26 no-unresolved-imports',
    'src/modules/orders/logic.ts:3:25 no-unresolved-imports',
    'src/modules/orders/logic.ts:4:24 no-unresolved-imports',
    'src/modules/orders/logic.ts:5:23 no-unresolved-imports',
    'src/modules/orders/logic.ts:13:68 no-unresolved-imports',
  ],
  'module-inside-a-module': [
    'src/main.ts:2:24 no-cross-module-imports',
    'src/main.ts:3:31 no-cross-module-imports',
    'src/modules/billing/logic.ts:2:24 no-cross-module-imports',
    'src/modules/billing/logic.ts:2:24 no-module-cycles',
    'src/modules/billing/parts/dunning/logic.ts:2:22 no-cross-module-imports',
    'src/modules/billing/parts/dunning/logic.ts:3:21 no-cross-module-imports',
    'src/modules/orders/logic.ts:2:31 no-cross-module-imports',
  ],
  'legacy-module-is-open': [
    'src/main.ts:1:22 no-cross-module-imports (warning)',
    'src/modules/legacy/everything.ts:1:23 no-cross-module-imports',
    'src/modules/legacy/everything.ts:1:23 no-module-cycles',
    'src/modules/orders/logic.ts:1:28 no-cross-module-imports (warning)',
    'src/shared/report.ts:1:28 no-impure-shared-kernel',
  ],
  'exceptions-of-all-kinds': [
    'fortress.config.ts:6:5 expired-exception',
    'fortress.config.ts:7:5 useless-exception',
    'scripts/monthly.ts:1:22 no-cross-module-imports',
    'src/modules/orders/logic.ts:2:22 no-unresolved-imports',
    'src/modules/shipping/logic.ts:1:22 no-cross-module-imports',
  ],
  'contract-with-behaviour': [
    'src/modules/billing/events.ts:2:1 no-impure-contracts',
    'src/modules/billing/events.ts:3:1 no-impure-contracts',
    'src/modules/billing/events.ts:5:1 no-impure-contracts',
    'src/modules/billing/events.ts:6:1 no-impure-contracts',
    'src/modules/billing/events.ts:7:1 no-impure-contracts',
    'src/modules/billing/events.ts:9:1 no-impure-contracts',
    'src/modules/billing/events.ts:13:1 no-impure-contracts',
    'src/modules/billing/events.ts:15:1 no-impure-contracts',
    'src/modules/billing/events.ts:19:1 no-impure-contracts',
    'src/modules/billing/events.ts:20:1 no-impure-contracts',
    'src/modules/billing/events.ts:22:1 no-impure-contracts',
    'src/modules/billing/events.ts:24:1 no-impure-contracts',
  ],
  'contract-shows-entities': [
    'src/modules/billing/contract.ts:6:1 no-impure-contracts',
    'src/modules/billing/contract.ts:7:1 no-impure-contracts',
    'src/modules/billing/contract.ts:8:1 no-impure-contracts',
    'src/modules/billing/contract.ts:9:1 no-impure-contracts',
    'src/modules/billing/contract.ts:10:1 no-impure-contracts',
  ],
};

describe('the law of references', () => {
  it.each(Object.entries(ROWS))('%s', (name, expected) => {
    expect(places(check(fixture(name)).findings)).toEqual(expected);
  });

  it('is silent about slices unless it is told to speak', () => {
    const root = copyOf('slices-of-one-module');
    rmSync(join(root, 'fortress.config.json'));
    expect(check(root).findings).toEqual([]);
  });
});
