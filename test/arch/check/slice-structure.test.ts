import { describe, expect, it } from 'vitest';
import { partOf } from '../../../src/arch/check/slice-words.ts';
import type { Finding } from '../../../src/arch/index.ts';
import { check, projectOf } from '../support/projects.ts';

const SLICE = 'src/modules/orders/features/close-order';
const HANDLER = "import { closeOrder } from './logic.ts';\n\nexport const handler = closeOrder;\n";
const WHOLE = {
  [`${SLICE}/handler.ts`]: HANDLER,
  [`${SLICE}/logic.ts`]: 'export const closeOrder = (id: string) => ({ id, isClosed: true });\n',
  [`${SLICE}/schema.ts`]: 'export interface CloseOrder { readonly id: string }\n',
  [`${SLICE}/db.ts`]: 'export const orders = new Map<string, string>();\n',
};

function found(files: Readonly<Record<string, string>>, config: object = {}): Finding[] {
  const root = projectOf({ ...files, 'fortress.config.json': JSON.stringify({ rules: { 'slice-structure': 'error' }, ...config }) });
  return check(root).findings.filter(({ rule }) => rule === 'slice-structure');
}

const files = (...args: Parameters<typeof found>) => found(...args).map(({ file }) => file);
const handlerAnd = (...others: readonly string[]) => Object.fromEntries(['handler.ts', ...others].map((name) => [`${SLICE}/${name}`, 'export {};\n']));

describe('the check of the structure of slices', () => {
  it('reports a handler alone, on its first line, with the files that it lacks', () => {
    const [finding, ...others] = found(handlerAnd());
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'error',
      file: `${SLICE}/handler.ts`,
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 11,
      from: { module: 'orders' },
      message:
        'The slice `orders/features/close-order` has a handler, but neither `logic.ts` nor `db.ts`, and no `schema.ts`: what it does can be tested only through a request. Move its rules into `logic.ts`, what comes in and goes out into `schema.ts`.',
    });
  });

  it('does not report a whole slice, nor one without data, nor one that only reads', () => {
    expect(files(WHOLE)).toEqual([]);
    expect(files(handlerAnd('logic.ts', 'schema.ts'))).toEqual([]);
    expect(files(handlerAnd('db.ts', 'schema.ts'))).toEqual([]);
  });

  it('does not ask for a schema where a contract describes what comes in', () => {
    const listener = {
      'src/modules/billing/events.ts': 'export interface InvoicePaid { readonly id: string }\n',
      [`${SLICE}/handler.ts`]: "import type { InvoicePaid } from '../../../billing/events.ts';\nexport const handler = (event: InvoicePaid) => event.id;\n",
    };
    expect(files({ ...listener, [`${SLICE}/db.ts`]: 'export {};\n' })).toEqual([]);
    expect(found(listener).map(({ message }) => message)).toEqual([
      'The slice `orders/features/close-order` has a handler, but neither `logic.ts` nor `db.ts`: what it does can be tested only through a request. Move its rules into `logic.ts`.',
    ]);
  });

  it('names only what is missing', () => {
    const [finding] = found(handlerAnd('logic.ts', 'db.ts'));
    expect(finding?.message).toBe('The slice `orders/features/close-order` has a handler, but no `schema.ts`: what it does can be tested only through a request. Move what comes in and goes out into `schema.ts`.');
  });

  it('does not count tests', () => {
    expect(files(handlerAnd('logic.test.ts', 'schema.spec.ts'))).toEqual([`${SLICE}/handler.ts`]);
  });

  it('knows the words of other teams', () => {
    expect(files(Object.fromEntries(['close-order.controller.ts', 'close-order.service.ts', 'close-order.dto.ts'].map((name) => [`${SLICE}/${name}`, 'export {};\n'])))).toEqual([]);
    expect(files({ [`${SLICE}/CloseOrderController.ts`]: 'export {};\n' })).toEqual([`${SLICE}/CloseOrderController.ts`]);
  });

  it('counts what the slice uses of its module', () => {
    const shared = {
      [`${SLICE}/handler.ts`]: "import { close } from '../../logic.ts';\nimport type { CloseOrder } from '../../schema.ts';\nexport const handler = (order: CloseOrder) => close(order);\n",
      'src/modules/orders/logic.ts': 'export const close = (order: object) => order;\n',
      'src/modules/orders/schema.ts': 'export interface CloseOrder { readonly id: string }\n',
    };
    expect(files(shared)).toEqual([]);
    expect(files({ ...shared, [`${SLICE}/handler.ts`]: 'export {};\n' })).toEqual([`${SLICE}/handler.ts`]);
  });

  it('leaves slices without a handler alone', () => {
    expect(files({ [`${SLICE}/listener.ts`]: 'export {};\n', [`${SLICE}/db.ts`]: 'export {};\n' })).toEqual([]);
  });

  it('says nothing of handlers outside slices', () => {
    expect(files({ 'src/modules/orders/handler.ts': 'export {};\n' })).toEqual([]);
  });

  it('takes modules in a folder of features for slices', () => {
    expect(files({ 'src/features/close-order/handler.ts': 'export {};\n' })).toEqual(['src/features/close-order/handler.ts']);
    expect(files({ 'src/features/close-order/handler.ts': HANDLER, 'src/features/close-order/logic.ts': 'export const closeOrder = 1;\n', 'src/features/close-order/schema.ts': '' })).toEqual([]);
  });

  it('finds slices where the configuration has them', () => {
    expect(files({ 'src/modules/orders/actions/close/handler.js': 'export {};\n' }, { slices: ['actions/*'] })).toEqual(['src/modules/orders/actions/close/handler.js']);
  });

  it('is off unless it is switched on', () => {
    expect(files(handlerAnd(), { rules: {} })).toEqual([]);
    expect(found(handlerAnd(), { rules: { 'slice-structure': 'warn' } }).map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('knows a finding again when half of it is repaired', () => {
    const [before] = found(handlerAnd());
    const [after] = found(handlerAnd('logic.ts'));
    expect(after?.fingerprint).toBe(before?.fingerprint);
  });
});

describe('the part that a file is', () => {
  it.each([
    ['handler.ts', 'handler'],
    ['payment-service.handler.ts', 'handler'],
    ['routes/close.ts', 'handler'],
    ['close-order.use-case.ts', 'logic'],
    ['CloseOrderService.ts', 'logic'],
    ['schemas/request.ts', 'schema'],
    ['orders.repository.ts', 'db'],
    ['repositories/orders.ts', 'db'],
    ['index.ts', undefined],
    ['handler-names.ts', undefined],
  ])('%s: %s', (path, part) => {
    expect(partOf(path)).toBe(part);
  });
});
