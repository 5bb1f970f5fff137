import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestOrder } from '../../../src/arch/graph/best-order.ts';
import { goodOrder } from '../../../src/arch/graph/good-order.ts';
import { cycleFinding, cyclesOf } from '../../../src/arch/graph/index.ts';
import type { Cycle, ModuleReference } from '../../../src/arch/graph/index.ts';

/** `orders > billing` is a reference by value, `orders ~ billing` by a type; each stands on a line of its own. */
function references(...lines: readonly string[]): ModuleReference[] {
  return lines.map((text, i) => {
    const [from = '', mark, to = ''] = text.split(' ');
    return {
      from,
      to,
      file: `src/modules/${from}/logic.ts`,
      line: i + 1,
      column: 20,
      endLine: i + 1,
      endColumn: 40,
      kind: mark === '~' ? 'type' : 'value',
      target: `src/modules/${to}/db.ts`,
      names: ['find'],
    };
  });
}

function way({ steps }: Pick<Cycle, 'steps'>): string {
  return steps.map(({ from, to }, i) => (i === 0 ? `${from} > ${to}` : to)).join(' > ');
}

function cut({ cut: { edges } }: Cycle): string[] {
  return edges.flatMap(({ from, to, references: all }) => all.map(({ line }) => `${from} > ${to} :${line}`));
}

describe('groups', () => {
  test('no reference is no cycle, nor is one way', () => {
    expect(cyclesOf([])).toEqual([]);
    expect(cyclesOf(references('orders > billing', 'orders > shipping', 'billing > shipping'))).toEqual([]);
  });

  test('what a module uses of itself is no cycle', () => {
    expect(cyclesOf(references('orders > orders'))).toEqual([]);
  });

  test('two modules that use each other are one', () => {
    const [cycle, ...others] = cyclesOf(references('orders > billing', 'billing > orders'));
    expect(others).toEqual([]);
    expect(cycle).toMatchObject({ modules: ['billing', 'orders'], kind: 'value', cut: { size: 1, isSmallest: true } });
    expect(cycle && way(cycle)).toBe('billing > orders > billing');
  });

  test('two cycles with a module in common are one group, found by the shorter', () => {
    const cycles = cyclesOf(references('a > b', 'b > c', 'c > a', 'c > d', 'd > c'));
    expect(cycles.map(({ modules }) => modules)).toEqual([['a', 'b', 'c', 'd']]);
    expect(cycles.map(way)).toEqual(['c > d > c']);
  });

  test('two cycles with a way from one to the other are two groups', () => {
    const cycles = cyclesOf(references('a > b', 'b > a', 'b > c', 'c > d', 'd > c'));
    expect(cycles.map(way)).toEqual(['a > b > a', 'c > d > c']);
  });

  test('a cycle begins at its first name, wherever it was entered', () => {
    const lines = ['b > c', 'c > a', 'a > b'];
    for (const rotated of [lines, [...lines.slice(1), ...lines.slice(0, 1)], lines.toReversed()]) {
      expect(cyclesOf(references(...rotated)).map(way)).toEqual(['a > b > c > a']);
    }
  });

  test('of cycles of the same length, the first by name is shown', () => {
    expect(cyclesOf(references('a > c', 'c > b', 'b > a', 'a > b', 'b > c')).map(way)).toEqual(['a > b > a']);
    expect(cyclesOf(references('a > d', 'd > e', 'e > a', 'a > b', 'b > e')).map(way)).toEqual(['a > b > e > a']);
  });
});

describe('kinds', () => {
  test('a cycle that only types close is one of types', () => {
    expect(cyclesOf(references('orders > billing', 'billing ~ orders'))).toMatchObject([{ kind: 'type' }]);
  });

  test('a step shows its first value, where there is one', () => {
    const [cycle] = cyclesOf(references('a ~ b', 'b > a', 'a > b', 'a > b'));
    expect(cycle).toMatchObject({ kind: 'value', steps: [{ reference: { line: 3, kind: 'value' }, count: 3 }, { reference: { line: 2 }, count: 1 }] });
  });

  test('among the shortest cycles, one of values comes first', () => {
    const [cycle] = cyclesOf(references('a > b', 'b ~ a', 'c > d', 'd > c', 'b > c', 'd > a'));
    expect(cycle && way(cycle)).toBe('c > d > c');
  });

  test('a longer cycle of values is told beside a shorter one of types', () => {
    const [cycle] = cyclesOf(references('a > b', 'b ~ a', 'b > c', 'c > a'));
    expect(cycle && way(cycle)).toBe('a > b > a');
    expect(cycle && way({ steps: cycle.valueSteps ?? [] })).toBe('a > b > c > a');
    expect(cycle?.kind).toBe('value');
  });
});

describe('the smallest cut', () => {
  test('takes the way back with fewer references', () => {
    expect(cyclesOf(references('a > b', 'a > b', 'a > b', 'b > a', 'b > a')).map(cut)).toEqual([['b > a :4', 'b > a :5']]);
  });

  test('takes one reference that is in every cycle', () => {
    expect(cyclesOf(references('a > b', 'b > c', 'c > a', 'b > d', 'd > a', 'a > c')).map((cycle) => cycle.cut.size)).toEqual([2]);
    expect(cyclesOf(references('a > b', 'b > c', 'c > a', 'b > d', 'd > a')).map(cut)).toEqual([['a > b :1']]);
  });

  test('breaks two cycles that share nothing in two places', () => {
    expect(cyclesOf(references('a > b', 'b > a', 'b > c', 'c > b')).map((cycle) => cycle.cut)).toMatchObject([{ size: 2, isSmallest: true }]);
  });

  test('counts a pattern that matches several files once', () => {
    const [one] = references('a > b');
    const glob = one ? [one, { ...one, target: 'src/modules/b/other.ts' }] : [];
    expect(cyclesOf([...glob, ...references('b > a', 'b > a')]).map((cycle) => cycle.cut.size)).toEqual([1]);
  });
});

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];
const graphs = fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom('>', '~'), fc.constantFrom(...NAMES)), { maxLength: 24 });

function hasCycle(all: readonly ModuleReference[]): boolean {
  const left = new Set(all.filter(({ from, to }) => from !== to));
  for (;;) {
    const ends = [...left].filter(({ to }) => ![...left].some(({ from }) => from === to));
    if (ends.length === 0) return left.size > 0;
    for (const end of ends) left.delete(end);
  }
}

/** The number of references that must go, by trying every set of them. */
function fewest(all: readonly ModuleReference[]): number {
  for (let size = 0; ; size++) if (subsets(all.length, size).some((gone) => !hasCycle(all.filter((_, i) => !gone.includes(i))))) return size;
}

function subsets(count: number, size: number, from = 0): number[][] {
  if (size === 0) return [[]];
  const all: number[][] = [];
  for (let i = from; i < count; i++) for (const rest of subsets(count, size - 1, i + 1)) all.push([i, ...rest]);
  return all;
}

describe('any graph', () => {
  test('gives the same, whatever the order of its references', () => {
    fc.assert(
      fc.property(
        graphs.chain((edges) => fc.tuple(fc.constant(references(...edges.map((edge) => edge.join(' ')))), fc.shuffledSubarray([...edges.keys()], { minLength: edges.length }))),
        ([all, order]) => {
          const shuffled = order.flatMap((i) => all[i] ?? []);
          expect(JSON.stringify(cyclesOf(shuffled))).toBe(JSON.stringify(cyclesOf(all)));
        },
      ),
    );
  });

  test('has no cycle without the cuts, and one where there was one', () => {
    fc.assert(
      fc.property(graphs, (edges) => {
        const all = references(...edges.map((edge) => edge.join(' ')));
        const cycles = cyclesOf(all);
        const gone = new Set(cycles.flatMap((cycle) => cycle.cut.edges.flatMap((edge) => edge.references)));
        expect(cycles.length > 0).toBe(hasCycle(all));
        expect(hasCycle(all.filter((one) => !gone.has(one)))).toBe(false);
        expect(gone.size).toBe(cycles.reduce((sum, cycle) => sum + cycle.cut.size, 0));
      }),
    );
  });

  test('is cut with as few references as there can be', () => {
    const small = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constant('>'), fc.constantFrom('a', 'b', 'c', 'd')), { maxLength: 9 });
    fc.assert(
      fc.property(small, (edges) => {
        const all = references(...edges.map((edge) => edge.join(' ')));
        const size = cyclesOf(all).reduce((sum, cycle) => sum + cycle.cut.size, 0);
        expect(size).toBe(fewest(all));
      }),
    );
  });

  test('is of values exactly where values alone make a cycle, and its steps fit together', () => {
    fc.assert(
      fc.property(graphs, (edges) => {
        const all = references(...edges.map((edge) => edge.join(' ')));
        for (const { modules, kind, steps, valueSteps } of cyclesOf(all)) {
          const inside = all.filter(({ from, to }) => modules.includes(from) && modules.includes(to));
          expect(kind === 'value').toBe(hasCycle(inside.filter((one) => one.kind === 'value')));
          for (const round of [steps, ...(valueSteps ? [valueSteps] : [])]) {
            round.forEach((step, i) => expect(step.to).toBe(round[(i + 1) % round.length]?.from));
            expect(round[0]?.from).toBe(round.map(({ from }) => from).sort()[0]);
          }
        }
      }),
    );
  });
});

describe('large groups', () => {
  const name = (i: number): string => `m${String(i).padStart(5, '0')}`;

  test('a ring of five thousand modules is one cycle with one cut', () => {
    const ring = references(...Array.from({ length: 5000 }, (_, i) => `${name(i)} > ${name((i + 1) % 5000)}`));
    const [cycle, ...others] = cyclesOf(ring);
    expect(others).toEqual([]);
    expect(cycle?.steps).toHaveLength(5000);
    expect(cycle?.cut).toMatchObject({ size: 1, isSmallest: true });
  });

  test('a chain of fifty thousand modules does not overflow', () => {
    expect(cyclesOf(references(...Array.from({ length: 50_000 }, (_, i) => `${name(i)} > ${name(i + 1)}`)))).toEqual([]);
  });

  test('a tangle of four hundred modules is cut in reasonable time, and said to be cut well rather than best', () => {
    let seed = 1;
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const tangle = references(...Array.from({ length: 6000 }, () => `${name(random(400))} > ${name(random(400))}`));
    const start = performance.now();
    const [cycle] = cyclesOf(tangle);
    expect(performance.now() - start).toBeLessThan(5000);
    expect(cycle?.cut.isSmallest).toBe(false);
    expect(cycle?.cut.size).toBeLessThan(2400);
    const gone = new Set(cycle?.cut.edges.flatMap((edge) => edge.references));
    expect(cyclesOf(tangle.filter((one) => !gone.has(one)))).toEqual([]);
  });

  test('sixteen modules that all use each other are cut exactly', () => {
    const names = Array.from({ length: 16 }, (_, i) => name(i));
    const all = references(...names.flatMap((from) => names.filter((to) => to !== from).map((to) => `${from} > ${to}`)));
    expect(cyclesOf(all)).toMatchObject([{ cut: { size: 120, isSmallest: true } }]);
  });
});

describe('the finding', () => {
  const finding = (...lines: readonly string[]) => cyclesOf(references(...lines)).map((cycle) => cycleFinding(cycle, 'error'));

  test('of two modules', () => {
    expect(finding('orders > billing', 'orders > billing', 'billing > orders')).toEqual([
      {
        rule: 'no-module-cycles',
        severity: 'error',
        file: 'src/modules/billing/logic.ts',
        line: 3,
        column: 20,
        endLine: 3,
        endColumn: 40,
        message:
          '`billing` and `orders` depend on each other (`billing` → `orders` → `billing`): neither can change, be tested or be taken out alone. ' +
          "Take away the 1 reference from `billing` to `orders`: let `billing` use `orders`'s contract, listen to its events, or be handed what it needs.",
        identity: { from: 'billing, orders', to: '', symbol: '' },
        from: { module: 'billing' },
        to: { module: 'orders', file: 'src/modules/orders/db.ts' },
        kind: 'value',
        names: ['find'],
        notes: [
          '`billing` → `orders`: `src/modules/billing/logic.ts:3` takes `find` from `src/modules/orders/db.ts`.',
          '`orders` → `billing`: `src/modules/orders/logic.ts:1` takes `find` from `src/modules/billing/db.ts`, and 1 reference more.',
          'To take away, `billing` → `orders`: `src/modules/billing/logic.ts:3` takes `find` from `src/modules/orders/db.ts`.',
        ],
      },
    ]);
  });

  test('says that types alone make it', () => {
    expect(finding('orders > billing', 'billing ~ orders')[0]).toMatchObject({
      kind: 'type',
      message: expect.stringContaining('depend on each other, by types alone (') as string,
    });
  });

  test('tells the cycle at run time beside a shorter one', () => {
    expect(finding('a > b', 'b ~ a', 'b > c', 'c > a')[0]?.notes).toContain('At run time the shortest cycle is `a` → `b` → `c` → `a`.');
  });

  test('tells where several places must change', () => {
    expect(finding('a > b', 'b > a', 'b > c', 'c > b')[0]?.message).toBe(
      '`a`, `b` and `c` depend on each other (`a` → `b` → `a`): none of them can change, be tested or be taken out alone. ' +
        "To break it, take away no fewer than 2 references between 2 pairs of modules: let one side use the other's contract, listen to its events, or be handed what it needs.",
    );
  });

  test('stays short for a group of thousands', () => {
    const ring = Array.from({ length: 3000 }, (_, i) => `m${i} > m${(i + 1) % 3000}`);
    const [found] = finding(...ring);
    expect(found?.message.length).toBeLessThan(400);
    expect(found?.notes).toHaveLength(14);
    expect(found?.notes?.[12]).toBe('And 2988 steps more.');
  });
});

test('the order that large groups get is as good as the best for groups that both can do', () => {
  let seed = 7;
  const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
  for (let round = 0; round < 30; round++) {
    const weights = Array.from({ length: 12 }, () => new Map<number, number>());
    for (let i = 0; i < 20 + round * 3; i++) {
      const [from, to] = [random(12), random(12)];
      if (from !== to) weights[from]?.set(to, 1 + random(4));
    }
    expect(backWeight(goodOrder(weights), weights)).toBe(backWeight(bestOrder(weights), weights));
  }
});

function backWeight(order: readonly number[], weights: readonly ReadonlyMap<number, number>[]): number {
  return weights.reduce((sum, out, from) => sum + Array.from(out).reduce((own, [to, weight]) => own + (order.indexOf(to) < order.indexOf(from) ? weight : 0), 0), 0);
}
