import type { Boxes } from './types.ts';

/** An arrow as the layers see it: always downwards. */
export interface Downward {
  readonly upper: number;
  readonly lower: number;
  /** The arrow in fact leads up. */
  readonly isTurned: boolean;
}

/**
 * Turns arrows so that none leads back: those from a lower band to a higher one, and within a band a small set that leaves no
 * cycle, found greedily (Eades, Lin and Smyth, 1993): what only gives goes to the front, what only takes to the end.
 */
export function downward({ boxes, arrows }: Boxes): Downward[] {
  const order = orderOf(boxes.length, arrows.filter(({ from, to }) => boxes[from]?.band === boxes[to]?.band));
  return arrows.map(({ from, to }) => {
    const bands = (boxes[from]?.band ?? 0) - (boxes[to]?.band ?? 0);
    const isTurned = bands > 0 || (bands === 0 && (order[from] ?? 0) > (order[to] ?? 0));
    return isTurned ? { upper: to, lower: from, isTurned } : { upper: from, lower: to, isTurned };
  });
}

/** The place of each box in an order in which few arrows lead back. */
function orderOf(count: number, arrows: readonly { readonly from: number; readonly to: number }[]): Int32Array {
  const out: number[][] = Array.from({ length: count }, () => []);
  const into: number[][] = Array.from({ length: count }, () => []);
  for (const { from, to } of arrows) {
    out[from]?.push(to);
    into[to]?.push(from);
  }
  const given = Int32Array.from(out, ({ length }) => length);
  const taken = Int32Array.from(into, ({ length }) => length);
  const left = new Set(out.keys());
  const front: number[] = [];
  const end: number[] = [];
  while (left.size > 0) {
    const chosen = next(left, given, taken);
    left.delete(chosen);
    (given[chosen] === 0 && taken[chosen] !== 0 ? end : front).push(chosen);
    for (const to of out[chosen] ?? []) lessen(taken, to);
    for (const from of into[chosen] ?? []) lessen(given, from);
  }
  const places = new Int32Array(count);
  [...front, ...end.reverse()].forEach((box, place) => (places[box] = place));
  return places;
}

function next(left: ReadonlySet<number>, given: Int32Array, taken: Int32Array): number {
  let best = -1;
  let most = -Infinity;
  for (const box of left) {
    if (given[box] === 0 || taken[box] === 0) return box;
    const surplus = (given[box] ?? 0) - (taken[box] ?? 0);
    if (surplus > most) [best, most] = [box, surplus];
  }
  return best;
}

function lessen(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) - 1;
}
