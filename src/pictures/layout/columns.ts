import type { Chains } from './chains.ts';

const ROUNDS = 48;
/** From here on, rounds look both ways, so that neither side of a point is forgotten. */
const BOTH_WAYS = 12;

/**
 * How far to the right each point stands: near the middle of what it is joined to, arrows over many layers straight, nothing
 * closer to its neighbour than it may be. Layer by layer that is a problem of least squares with an order to keep, which
 * pooling solves exactly.
 * @param widths of points; of a point that an arrow passes, a small one
 * @param distance between the middles of two neighbours, at least
 */
export function columnsOf({ layers, above, below, boxes }: Chains, distance: (left: number, right: number) => number): Float64Array {
  const xs = new Float64Array(above.length);
  const offsets = layers.map((layer) => offsetsIn(layer, distance));
  layers.forEach((layer, i) => layer.forEach((point, place) => (xs[point] = (offsets[i]?.[place] ?? 0) - (offsets[i]?.at(-1) ?? 0) / 2)));
  for (let round = 0; round < ROUNDS; round += 1) {
    const joined = (point: number): readonly number[] => {
      const [up, down] = [above[point] ?? [], below[point] ?? []];
      if (round >= BOTH_WAYS) return [...up, ...down];
      const [first, second] = round % 2 === 0 ? [up, down] : [down, up];
      return first.length > 0 ? first : second;
    };
    const middle = xs.reduce((sum, x) => sum + x, 0) / xs.length;
    for (let step = 0; step < layers.length; step += 1) {
      const i = round % 2 === 0 ? step : layers.length - 1 - step;
      settle(layers[i] ?? [], offsets[i] ?? [], (point) => wish(joined(point), point >= boxes, xs, boxes) ?? { x: middle, weight: 0.01 }, xs);
    }
  }
  return xs;
}

/** How far to the right each point of a layer would stand if all stood as close as they may. */
function offsetsIn(layer: readonly number[], distance: (left: number, right: number) => number): number[] {
  let offset = 0;
  return layer.map((point, i) => {
    const before = layer[i - 1];
    return (offset += before === undefined ? 0 : distance(before, point));
  });
}

interface Wish {
  readonly x: number;
  readonly weight: number;
}

/** Points of the same arrow pull each other hard; what is joined to nothing wishes for nothing. */
function wish(joined: readonly number[], isPassing: boolean, xs: Float64Array, boxes: number): Wish | undefined {
  let sum = 0;
  let weight = 0;
  for (const other of joined) {
    const pull = isPassing && other >= boxes ? 16 : isPassing || other >= boxes ? 2 : 1;
    sum += pull * (xs[other] ?? 0);
    weight += pull;
  }
  return weight === 0 ? undefined : { x: sum / weight, weight };
}

/** Pools neighbours that would stand too close until none does (Ayer and others, 1955). */
function settle(layer: readonly number[], offsets: readonly number[], wishOf: (point: number) => Wish, xs: Float64Array): void {
  const pools: { sum: number; weight: number; points: number }[] = [];
  layer.forEach((point, i) => {
    const { x, weight } = wishOf(point);
    let pool = { sum: (x - (offsets[i] ?? 0)) * weight, weight, points: 1 };
    for (let last = pools.at(-1); last !== undefined && last.sum / last.weight >= pool.sum / pool.weight; last = pools.at(-1)) {
      pools.pop();
      pool = { sum: pool.sum + last.sum, weight: pool.weight + last.weight, points: pool.points + last.points };
    }
    pools.push(pool);
  });
  let i = 0;
  for (const { sum, weight, points } of pools) {
    for (const end = i + points; i < end; i += 1) xs[layer[i] ?? 0] = sum / weight + (offsets[i] ?? 0);
  }
}
