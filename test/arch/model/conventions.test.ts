import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openProject } from '../../../src/arch/index.ts';
import { check, places, placesIn, projectOf } from '../support/projects.ts';

const modulesOf = (root: string): string[] => openProject({ root }).modules.map(({ name, path }) => `${name}: ${path.slice(root.length + 1)}`);

const MODULE = 'export const value = 1;\n';

describe('modules without configuration', () => {
  it.each(['src/modules', 'src/features', 'src/domains', 'src/contexts', 'modules', 'features', 'domains', 'contexts'])('are the folders in %s', (folder) => {
    const root = projectOf({
      [`${folder}/billing/db.ts`]: MODULE,
      [`${folder}/orders/deep/logic.ts`]: "import '../../billing/db.ts';\n",
      [`${folder}/readme.md`]: '# Modules\n',
      [`${folder}/empty/readme.md`]: '# No code\n',
    });
    expect(modulesOf(root)).toEqual([`billing: ${folder}/billing`, `orders: ${folder}/orders`]);
    expect(places(check(root).findings)).toEqual([`${folder}/orders/deep/logic.ts:1:8 no-cross-module-imports`]);
  });

  it('are looked for in src/modules first', () => {
    const root = projectOf({ 'src/modules/billing/a.ts': MODULE, 'src/features/search/a.ts': MODULE, 'modules/old/a.ts': MODULE });
    expect(modulesOf(root)).toEqual(['billing: src/modules/billing']);
  });

  it('are found in each package of a workspace, and are told apart by it', () => {
    const root = projectOf({
      'package.json': '{ "name": "acme", "workspaces": ["apps/*", "packages/*"] }',
      'apps/api/package.json': '{ "name": "@acme/api" }',
      'apps/api/src/modules/billing/db.ts': MODULE,
      'apps/api/src/modules/orders/logic.ts': "import '../billing/db.ts';\n",
      'apps/api/src/main.ts': "import './modules/billing/db.ts';\nimport './modules/orders/deep/entry.ts';\n",
      'apps/api/src/modules/orders/deep/entry.ts': MODULE,
      'apps/api/src/common/log.ts': "import '../modules/billing/db.ts';\n",
      'apps/api/test/flow.ts': "import '../src/modules/billing/db.ts';\n",
      'apps/worker/package.json': '{ "name": "@acme/worker" }',
      'apps/worker/src/features/billing/run.ts': "import '../../../../api/src/modules/billing/db.ts';\n",
      'packages/ui/package.json': '{ "name": "@acme/ui" }',
      'packages/ui/src/index.ts': "import '../../../apps/api/src/modules/billing/db.ts';\n",
    });
    expect(modulesOf(root)).toEqual(['api/billing: apps/api/src/modules/billing', 'orders: apps/api/src/modules/orders', 'worker/billing: apps/worker/src/features/billing']);
    expect(places(check(root).findings)).toEqual([
      'apps/api/src/common/log.ts:1:8 no-impure-shared-kernel',
      'apps/api/src/main.ts:2:8 no-cross-module-imports',
      'apps/api/src/modules/orders/logic.ts:1:8 no-cross-module-imports',
      'apps/worker/src/features/billing/run.ts:1:8 no-cross-module-imports',
      // A package's `src/index.ts` is part of the composition root: it may use what stands directly in the module.
    ]);
  });

  it.each([
    ['pnpm', { 'pnpm-workspace.yaml': "# ours\npackages:\n  - 'apps/*' # programs\n  - \"libs/**\"\n  - '!**/fixtures/**'\n\ncatalog:\n  zod: 4\n" }],
    ['pnpm, in brackets', { 'pnpm-workspace.yaml': "packages: ['apps/*',\n  \"libs/**\", '!**/fixtures/**']\n" }],
    ['lerna', { 'lerna.json': '{ "packages": ["apps/*", "libs/**", "!**/fixtures/**"] }' }],
    ['yarn', { 'package.json': '{ "workspaces": { "packages": ["apps/*", "libs/**", "!**/fixtures/**"] } }' }],
    ['npm', { 'package.json': '{ "workspaces": ["./apps/*", "libs/**/", "!**/fixtures/**"] }' }],
  ])('are found in the workspaces of %s', (_, files: Record<string, string>) => {
    const root = projectOf({
      ...files,
      'apps/api/package.json': '{}',
      'apps/api/src/modules/billing/db.ts': MODULE,
      'apps/none/src/modules/nothing/db.ts': MODULE,
      'libs/deep/down/package.json': '{}',
      'libs/deep/down/src/modules/orders/db.ts': MODULE,
      'libs/deep/fixtures/sample/package.json': '{}',
      'libs/deep/fixtures/sample/src/modules/sample/db.ts': MODULE,
    });
    expect(modulesOf(root)).toEqual(['billing: apps/api/src/modules/billing', 'orders: libs/deep/down/src/modules/orders']);
  });
});

describe('what is usual in a module', () => {
  const shop = (file: string, target: string): string[] =>
    placesIn({ 'src/modules/billing/db.ts': MODULE, [`src/modules/billing/${target}`]: 'export type Id = string;\n', [`src/modules/orders/${file}`]: `import type { Id } from '../billing/${target}';\n` });

  it.each(['contract.ts', 'contracts/invoice.ts', 'contracts/deep/invoice.ts', 'events.ts', 'events/sent.ts', 'invoice.events.ts', 'invoice.contract.ts', 'contract.d.ts', 'events.mts'])(
    '%s is contract',
    (target) => {
      expect(shop('logic.ts', target)).toEqual([]);
    },
  );

  it.each(['index.ts', 'types.ts', 'contract/index.ts', 'deep/contract.ts', 'deep/x.events.ts', 'my-contract.ts', 'contracts.ts', 'features/a/events.ts'])('%s is none', (target) => {
    expect(shop('logic.ts', target)).toEqual([`src/modules/orders/logic.ts:1:25 no-cross-module-imports`]);
  });

  it.each(['logic.test.ts', 'logic.spec.tsx', 'flow.e2e.ts', 'flow.e2e-spec.ts', '__tests__/a.ts', 'deep/__tests__/deep/a.ts'])('%s is a test', (path) => {
    const root = projectOf({ 'src/modules/orders/logic.ts': MODULE, [`src/modules/orders/${path}`]: MODULE });
    expect(openProject({ root }).placeOf(join(root, 'src/modules/orders', path)).isTest).toBe(true);
  });

  it.each(['test/a.ts', 'tests/a.ts', 'testing.ts', 'latest.ts', 'spec.ts', 'test.ts', 'e2e/a.ts'])('%s is none', (path) => {
    const root = projectOf({ [`src/modules/orders/${path}`]: MODULE });
    expect(openProject({ root }).placeOf(join(root, 'src/modules/orders', path)).isTest).toBe(false);
  });

  it.each([
    ['features/place/logic.ts', 'features/place'],
    ['slices/place/deep/logic.ts', 'slices/place'],
    ['features/shared.ts', undefined],
    ['logic.ts', undefined],
  ])('%s is of the slice %s', (path, slice) => {
    const root = projectOf({ [`src/modules/orders/${path}`]: MODULE });
    expect(openProject({ root }).placeOf(join(root, 'src/modules/orders', path)).slice).toBe(slice);
  });

  it('is a module of one slice where features are modules', () => {
    const root = projectOf({ 'src/features/place-order/features/x/logic.ts': MODULE });
    expect(openProject({ root }).placeOf(join(root, 'src/features/place-order/features/x/logic.ts'))).toMatchObject({ zone: 'module', module: { name: 'place-order' } });
    expect(openProject({ root }).placeOf(join(root, 'src/features/place-order/features/x/logic.ts')).slice).toBeUndefined();
  });
});

describe('who owns a path', () => {
  const shop = {
    'src/modules/orders/logic.ts': MODULE,
    'src/modules/orders-archive/logic.ts': "import '../orders/logic.ts';\n",
    'src/modules/build/logic.ts': "import '../dist/logic.ts';\n",
    'src/modules/dist/logic.ts': MODULE,
    'src/modules/(group) [a]+/ärger und maß.ts': "import '../orders/logic.ts';\n",
  };

  it('is told by whole names, whatever they are', () => {
    expect(placesIn(shop)).toEqual([
      'src/modules/(group) [a]+/ärger und maß.ts:1:8 no-cross-module-imports',
      'src/modules/build/logic.ts:1:8 no-cross-module-imports',
      'src/modules/orders-archive/logic.ts:1:8 no-cross-module-imports',
    ]);
  });

  it('takes a folder in brackets by its name, where it is there', () => {
    const root = projectOf({ ...shop, 'fortress.config.json': '{ "modules": ["src/modules/orders", { "path": "src/modules/(group) [a]+", "name": "group" }] }' });
    expect(modulesOf(root)).toEqual(['group: src/modules/(group) [a]+', 'orders: src/modules/orders']);
  });

  it('leaves to a configured module what is usual elsewhere', () => {
    const root = projectOf({
      'package.json': '{ "workspaces": ["packages/*"] }',
      'fortress.config.json': '{ "modules": ["packages/*"], "contract": ["src/index.ts"] }',
      'packages/billing/package.json': '{ "name": "@acme/billing" }',
      'packages/billing/src/index.ts': "export * from './shared/money.ts';\n",
      'packages/billing/src/shared/money.ts': MODULE,
      'packages/orders/package.json': '{ "name": "@acme/orders" }',
      'packages/orders/src/index.ts': "import '@acme/billing';\nimport '@acme/billing/src/shared/money';\n",
    });
    const project = openProject({ root });
    expect(project.placeOf(join(root, 'packages/billing/src/index.ts'))).toMatchObject({ zone: 'module', isContract: true, isEntry: false });
    expect(project.placeOf(join(root, 'packages/billing/src/shared/money.ts'))).toMatchObject({ zone: 'module', isContract: false });
    expect(places(check(root).findings).filter((line) => !line.includes('no-impure-contracts'))).toEqual(['packages/orders/src/index.ts:2:8 no-cross-module-imports']);
  });

  it('is decided by the deeper of two folders', () => {
    const root = projectOf({
      'fortress.config.json': '{ "modules": ["src/*"], "shared": ["src/shared", "src/billing/kernel"], "compositionRoot": ["src/orders/wire.ts"] }',
      'src/shared/log.ts': MODULE,
      'src/billing/kernel/money.ts': MODULE,
      'src/billing/db.ts': MODULE,
      'src/orders/wire.ts': MODULE,
    });
    const zones = ['src/shared/log.ts', 'src/billing/kernel/money.ts', 'src/billing/db.ts', 'src/orders/wire.ts', 'vite.config.ts'].map((path) => openProject({ root }).placeOf(join(root, path)).zone);
    expect(zones).toEqual(['shared', 'shared', 'module', 'root', 'none']);
  });
});
