import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openProject, type Explanation } from '../../../src/arch/index.ts';
import { fixture } from '../support/projects.ts';

const of = (name: string, path: string): Explanation => openProject({ root: fixture(name) }).explain(path);

describe('fortress explain', () => {
  it('says what a file of a slice is', () => {
    expect(of('slices-of-one-module', 'src/modules/billing/features/create-invoice/logic.ts')).toEqual({
      file: 'src/modules/billing/features/create-invoice/logic.ts',
      zone: 'module',
      isTest: false,
      isContract: false,
      isEntry: false,
      module: expect.objectContaining({ name: 'billing', open: false }),
      slice: 'features/create-invoice',
      contract: [],
      allowed: [
        'Its own slice `features/create-invoice`, and the files of `billing` outside slices.',
        'Packages, the shared kernel, and files that belong to nothing.',
        "Other modules' contracts.",
      ],
      forbidden: ['Anything else of other modules, their `index.ts` and types included.', 'Other slices of `billing`, where `no-cross-slice-imports` is switched on.', 'Test files.'],
    });
  });

  it('says what the contract of a module is', () => {
    const explanation = of('billing-imports-orders-internals', 'src/modules/orders/events.ts');
    expect(explanation).toMatchObject({ zone: 'module', isContract: true, isEntry: true, contract: ['src/modules/orders/contract.ts', 'src/modules/orders/events.ts'] });
    expect(explanation.allowed.at(-1)).toBe('It is part of the contract of `orders`: others may import it, so it holds only types, constants, schemas and events.');
  });

  it.each([
    ['tests-of-two-modules', 'test/checkout.ts', { zone: 'none', isTest: true, allowed: ['Everything: it is a test outside every module.'], forbidden: [] }],
    ['tests-of-two-modules', 'src/main.ts', { zone: 'root', forbidden: ['Anything else of a module.', 'Test files.'] }],
    ['kernel-knows-a-module', 'src/common/auth.ts', { zone: 'shared', forbidden: ['Any module, its contract included.', 'Test files.'] }],
    ['script-enters-a-module', 'scripts/chunk.ts', { zone: 'none', allowed: ["Packages, the shared kernel, and each module's contract."] }],
    ['script-enters-a-module', 'src/modules/billing', { zone: 'module', file: 'src/modules/billing' }],
  ])('%s: %s', (name, path, expected) => {
    expect(of(name, path)).toMatchObject(expected);
    expect(of(name, join(fixture(name), path))).toMatchObject(expected);
  });

  it('does not know what is not there', () => {
    expect(() => of('script-enters-a-module', 'src/nowhere.ts')).toThrow('`src/nowhere.ts` is not there.');
  });
});
