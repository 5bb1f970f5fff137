import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baselineText, parseBaseline } from '../../../src/arch/baseline/format.ts';
import { fileNames } from '../../../src/arch/baseline/file-names.ts';
import { fingerprintOf, identityOf, marked, ratcheted, updatedBaseline, uselessEntry, type Finding, type ListedEntry } from '../../../src/arch/index.ts';

interface Told {
  readonly rule?: string;
  readonly file?: string;
  readonly to?: string;
  readonly symbol?: string;
  readonly line?: number;
  readonly module?: string;
}

function found({ rule = 'no-cross-module-imports', file = 'src/modules/orders/logic.ts', to = 'src/modules/billing/db.ts', symbol = 'Invoice', line = 3, module = 'orders' }: Told = {}): Finding {
  return marked({ rule, severity: 'error', file, line, column: 1, endLine: line, endColumn: 2, message: 'No.', from: { module }, to: { file: to }, identity: { symbol } });
}

/** What a baseline lists after these findings. */
function listed(findings: readonly Finding[]): readonly ListedEntry[] {
  return entriesIn(updatedBaseline([], findings, { shrinkOnly: false, isChecked: () => true }));
}

function entriesIn(files: ReadonlyMap<string, string>): readonly ListedEntry[] {
  return [...files].flatMap(([name, text]) => parseBaseline(text, name));
}

function statuses(findings: readonly Finding[], entries: readonly ListedEntry[], renames?: ReadonlyMap<string, string>): readonly string[] {
  return ratcheted(findings, entries, renames).findings.map(({ status }) => status);
}

describe('the identity of a finding', () => {
  test('is the same when lines move', () => {
    expect(found({ line: 3 }).fingerprint).toBe(found({ line: 300 }).fingerprint);
  });

  test.each([{ rule: 'no-test-imports' }, { file: 'src/modules/orders/db.ts' }, { to: 'src/modules/billing/logic.ts' }, { symbol: 'Payment' }])('is another one with %o', (other) => {
    expect(found(other).fingerprint).not.toBe(found().fingerprint);
  });

  test('does not mix up where one part ends and the next begins', () => {
    expect(fingerprintOf({ rule: 'r', from: 'a', to: 'bc', symbol: '' })).not.toBe(fingerprintOf({ rule: 'r', from: 'ab', to: 'c', symbol: '' }));
  });

  test('takes what the finding tells of itself before its place', () => {
    expect(identityOf({ ...found(), identity: { from: 'billing, orders', to: '' } })).toEqual({ rule: 'no-cross-module-imports', from: 'billing, orders', to: '', symbol: '' });
  });
});

describe('findings against a baseline', () => {
  test('that lists them are tolerated, wherever their lines have gone', () => {
    expect(statuses([found({ line: 40 })], listed([found()]))).toEqual(['baselined']);
  });

  test('that does not list them are new', () => {
    expect(statuses([found(), found({ symbol: 'Payment' })], listed([found()]))).toEqual(['baselined', 'new']);
  });

  test('are tolerated as often as they are listed', () => {
    expect(statuses([found({ line: 1 }), found({ line: 2 }), found({ line: 3 })], listed([found(), found()]))).toEqual(['baselined', 'baselined', 'new']);
  });

  test('cannot be swapped one for another: the new one is new, the listed one is useless', () => {
    const { findings, unused } = ratcheted([found({ symbol: 'Payment' })], listed([found()]));
    expect(findings.map(({ status }) => status)).toEqual(['new']);
    expect(unused.map(({ symbol, count }) => ({ symbol, count }))).toEqual([{ symbol: 'Invoice', count: 1 }]);
  });

  test('leave over what is fixed, as many times as it is', () => {
    expect(ratcheted([found()], listed([found(), found(), found()])).unused.map(({ count }) => count)).toEqual([2]);
  });

  test('keep their entry when the file that refers or the file that is referred to was renamed', () => {
    const renames = new Map([
      ['src/modules/orders/logic.ts', 'src/modules/orders/place-order.ts'],
      ['src/modules/billing/db.ts', 'src/modules/billing/tables.ts'],
    ]);
    const now = [found({ file: 'src/modules/orders/place-order.ts', to: 'src/modules/billing/tables.ts' })];
    expect(ratcheted(now, listed([found()]), renames)).toMatchObject({ findings: [{ status: 'baselined' }], unused: [] });
    expect(statuses(now, listed([found()]))).toEqual(['new']);
  });

  test('follow a folder that was renamed', () => {
    const prefixed = (to: string): Finding => found({ to, symbol: '' });
    const renames = new Map([['src/modules/billing/rates/eu.ts', 'src/modules/invoicing/rates/eu.ts']]);
    expect(statuses([prefixed('src/modules/invoicing/rates')], listed([prefixed('src/modules/billing/rates')]), renames)).toEqual(['baselined']);
  });

  test('are never tolerated where they speak of the configuration or the baseline itself', () => {
    const findings = ['expired-exception', 'useless-exception', 'useless-baseline'].map((rule) => found({ rule }));
    expect(listed(findings)).toEqual([]);
  });
});

describe('a baseline brought up to date', () => {
  const both = listed([found(), found({ module: 'catalog', file: 'src/modules/catalog/logic.ts' })]);
  const all = { shrinkOnly: false, isChecked: () => true };

  test('has a file for each module, with an entry a line, sorted', () => {
    const files = updatedBaseline([], [found({ symbol: 'Payment' }), found(), found({ line: 9 }), marked({ ...found({ file: 'scripts/run.ts' }), from: {} })], all);
    expect(Object.fromEntries(files)).toEqual({
      'orders.json': `{
  "schemaVersion": 1,
  "module": "orders",
  "findings": [
    { "rule": "no-cross-module-imports", "from": "src/modules/orders/logic.ts", "to": "src/modules/billing/db.ts", "symbol": "Invoice", "count": 2 },
    { "rule": "no-cross-module-imports", "from": "src/modules/orders/logic.ts", "to": "src/modules/billing/db.ts", "symbol": "Payment", "count": 1 }
  ]
}
`,
      '_project.json': `{
  "schemaVersion": 1,
  "module": null,
  "findings": [
    { "rule": "no-cross-module-imports", "from": "scripts/run.ts", "to": "src/modules/billing/db.ts", "symbol": "Invoice", "count": 1 }
  ]
}
`,
    });
  });

  test('is there also where nothing is found, so that the project keeps its ratchet', () => {
    expect(Object.fromEntries(updatedBaseline(both, [], all))).toEqual({ '_project.json': '{\n  "schemaVersion": 1,\n  "module": null,\n  "findings": []\n}\n' });
  });

  test('keeps what is listed for files that a run has not looked at', () => {
    const files = updatedBaseline(both, [], { shrinkOnly: false, isChecked: (file) => file.startsWith('src/modules/orders/') });
    expect(entriesIn(files).map(({ from }) => from)).toEqual(['src/modules/catalog/logic.ts']);
  });

  test('only loses entries where it may only shrink', () => {
    const { findings } = ratcheted([found(), found({ symbol: 'Payment' })], both);
    expect(entriesIn(updatedBaseline(both, findings, { ...all, shrinkOnly: true })).map(({ from, symbol }) => `${from} ${symbol}`)).toEqual(['src/modules/orders/logic.ts Invoice']);
  });

  const finding = fc.record({ rule: fc.constantFrom('a', 'b'), file: fc.constantFrom('x.ts', 'Y.ts', 'ä.ts', 'z/"q".ts'), to: fc.constantFrom('', 't.ts'), symbol: fc.string(), module: fc.constantFrom('orders', 'Orders', 'con', 'a b') }).map(found);

  test('has the same bytes whatever order findings come in', () => {
    fc.assert(
      fc.property(fc.array(finding).chain((findings) => fc.tuple(fc.constant(findings), fc.shuffledSubarray(findings, { minLength: findings.length }))), ([findings, shuffled]) => {
        const bytes = (these: readonly Finding[]): unknown => Object.fromEntries([...updatedBaseline([], these, all)]);
        expect(bytes(shuffled)).toEqual(bytes(findings));
      }),
    );
  });

  test('tolerates exactly what it was made of, and changes nothing when it is made again', () => {
    fc.assert(
      fc.property(fc.array(finding), (findings) => {
        const files = updatedBaseline([], findings, all);
        const { findings: held, unused } = ratcheted(findings, entriesIn(files));
        expect(held.every(({ status }) => status === 'baselined')).toBe(true);
        expect(unused).toEqual([]);
        expect(updatedBaseline(entriesIn(files), held, { ...all, shrinkOnly: true })).toEqual(files);
      }),
    );
  });
});

describe('the files of modules', () => {
  test('are called after them', () => {
    expect([...fileNames(['orders', 'user-accounts', null])]).toEqual([['orders', 'orders.json'], ['user-accounts', 'user-accounts.json'], [null, '_project.json']]);
  });

  test('can stand beside each other on every system', () => {
    const names = [...fileNames(['orders', 'Orders', 'con', 'a/b', 'a b', '.hidden', '_project', 'überweisung', null]).values()];
    expect(names.every((name) => /^[\w-][\w.-]*\.json$/.test(name))).toBe(true);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(9);
    expect(names).not.toContain('con.json');
  });
});

describe('a file that is no baseline', () => {
  const refused = (text: string): { readonly message: string; readonly next: string; readonly file: string } => {
    try {
      parseBaseline(text, 'fortress-baseline/orders.json');
    } catch (error) {
      return error as ReturnType<typeof refused>;
    }
    throw new Error('It was taken for one.');
  };

  test.each([
    ['cut off', '{ "schemaVersion": 1, "findings": [', 'fortress-baseline/orders.json:1:36'],
    ['another kind of JSON', '{ "name": "shop" }', 'fortress-baseline/orders.json:1:1'],
    ['a list', '[]', 'fortress-baseline/orders.json:1:1'],
    ['null', 'null', 'fortress-baseline/orders.json:1:1'],
    ['empty', '', 'fortress-baseline/orders.json:1:1'],
    ['a count of none', baselineText('orders', [{ rule: 'r', from: 'f', to: '', symbol: '', count: 0 }]), 'fortress-baseline/orders.json:5:57'],
  ])('is refused with its place: %s', (_, text, place) => {
    expect(refused(text)).toMatchObject({ file: place, next: expect.stringContaining('fortress check --update-baseline') as string });
  });

  test('is told by its version where another fortress wrote it', () => {
    expect(refused('{ "schemaVersion": 2 }').message).toBe('`fortress-baseline/orders.json` was written by a newer fortress (schemaVersion 2; this one reads 1).');
    expect(refused('{ "schemaVersion": 0 }').message).toBe('`fortress-baseline/orders.json` was written by an older fortress (schemaVersion 0; this one reads 1).');
  });

  test('is told where a merge was left unsolved', () => {
    expect(refused('{\n<<<<<<< HEAD\n=======\n>>>>>>> main\n}\n')).toMatchObject({ message: '`fortress-baseline/orders.json` has an unsolved merge conflict.', file: 'fortress-baseline/orders.json:2:1' });
  });
});

test('an entry that covers nothing is a finding where it is listed, with the command that takes it out', () => {
  const [entry] = parseBaseline(baselineText('orders', [{ ...identityOf(found()), count: 2 }]), 'fortress-baseline/orders.json');
  expect(uselessEntry(entry as ListedEntry, 'fortress check --update-baseline --shrink-only')).toMatchObject({
    rule: 'useless-baseline',
    severity: 'error',
    file: 'fortress-baseline/orders.json',
    line: 5,
    column: 5,
    status: 'new',
    message:
      'The baseline lists `no-cross-module-imports` in `src/modules/orders/logic.ts` on `src/modules/billing/db.ts` (2 times), which is fixed: while it is listed, it could come back unseen. `fortress check --update-baseline --shrink-only` takes it out.',
  });
});
