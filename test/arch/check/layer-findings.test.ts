import { describe, expect, it } from 'vitest';
import { openProject } from '../../../src/arch/index.ts';
import { projectOf } from '../support/projects.ts';

const SHOP = {
  'package.json': '{ "name": "shop", "dependencies": { "express": "5" } }',
  'src/main.ts': "import { orders } from './modules/orders/index.ts';\norders.start();\n",
  'src/modules/orders/index.ts': 'export const orders = { start() {} };\n',
  'src/modules/orders/services/close-order.ts': '// Closes an order.\nexport const closeOrder = 1;\n',
  'src/modules/orders/services/cancel-order.ts': '// Cancels an order.\r\nexport const cancelOrder = 1;\n',
  'src/modules/orders/features/list-orders/handler.ts': 'export const handler = 1;\n',
  'src/models/order.ts': 'export const order = 1;\n',
  'src/models/order.test.ts': 'export const test = 1;\n',
  'src/shared/middleware/auth.ts': 'export const auth = 1;\n',
};

function layers(root: string) {
  const { findings } = openProject({ root }).check();
  return findings.filter(({ rule }) => rule === 'no-layer-folders');
}

describe('the check of layer folders', () => {
  it('reports each folder once, on the first line of its first file', () => {
    expect(layers(projectOf(SHOP)).map(({ file, line, column, endLine, endColumn, severity, from }) => ({ file, place: [line, column, endLine, endColumn], severity, from }))).toEqual([
      { file: 'src/models/order.ts', place: [1, 1, 1, 24], severity: 'error', from: undefined },
      { file: 'src/modules/orders/services/cancel-order.ts', place: [1, 1, 1, 21], severity: 'error', from: { module: 'orders' } },
    ]);
  });

  it('knows a finding again when the folder has another first file', () => {
    const [, before] = layers(projectOf(SHOP));
    const { 'src/modules/orders/services/cancel-order.ts': _, ...rest } = SHOP;
    const [, after] = layers(projectOf(rest));
    expect(after?.file).toBe('src/modules/orders/services/close-order.ts');
    expect(after?.fingerprint).toBe(before?.fingerprint);
  });

  it('is silent where the configuration says so', () => {
    expect(layers(projectOf({ ...SHOP, 'fortress.config.json': '{ "rules": { "no-layer-folders": "off" } }' }))).toEqual([]);
  });

  it('is silent where the framework chose the folder', () => {
    expect(layers(projectOf({ ...SHOP, 'package.json': '{ "dependencies": { "@feathersjs/feathers": "5" } }' }))).toEqual([]);
  });
});
