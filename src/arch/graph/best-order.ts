import type { Weights } from './smallest-cut.ts';

/** Work and memory double with each module: at 16 it takes about 30 ms and 1 MB. */
export const MOST_FOR_BEST = 16;

/**
 * An order of the modules in which what leads back weighs least: the best order of a set ends in some module, and what
 * stands before it is ordered best as well (Lawler's algorithm over all sets of modules).
 */
export function bestOrder(weights: Weights): number[] {
  const size = weights.length;
  const matrix = weights.map((out) => Float64Array.from(weights, (_, to) => out.get(to) ?? 0));
  const costs = new Float64Array(1 << size).fill(Number.POSITIVE_INFINITY);
  const lasts = new Uint8Array(1 << size);
  costs[0] = 0;
  for (let set = 1; set < 1 << size; set++) {
    for (let last = 0; last < size; last++) {
      if ((set & (1 << last)) === 0) continue;
      const others = set & ~(1 << last);
      const cost = (costs[others] ?? 0) + weightInto(matrix[last], others);
      if (cost < (costs[set] ?? 0)) {
        costs[set] = cost;
        lasts[set] = last;
      }
    }
  }
  const order: number[] = [];
  for (let set = (1 << size) - 1; set !== 0; set &= ~(1 << (lasts[set] ?? 0))) order.push(lasts[set] ?? 0);
  return order.reverse();
}

function weightInto(row: Float64Array | undefined, set: number): number {
  let sum = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) sum += row?.[31 - Math.clz32(rest & -rest)] ?? 0;
  return sum;
}
