import type { Downward } from './downward.ts';

/** Boxes, and the places where arrows pass through layers on their way; both are points of a layer. */
export interface Chains {
  /** For each layer its points, from the left. */
  readonly layers: number[][];
  /** For each point what it is joined to in the layer above and below. */
  readonly above: readonly (readonly number[])[];
  readonly below: readonly (readonly number[])[];
  /** For each arrow its points, from the upper box to the lower. */
  readonly ways: readonly (readonly number[])[];
  /** Points below this number are boxes. */
  readonly boxes: number;
}

/** Gives every arrow a point in each layer that it passes. Boxes and points stand in the order in which they came. */
export function chainsOf(boxes: number, arrows: readonly Downward[], layerOf: Int32Array): Chains {
  const layers: number[][] = [];
  for (let box = 0; box < boxes; box += 1) (layers[layerOf[box] ?? 0] ??= []).push(box);
  const above: number[][] = Array.from({ length: boxes }, () => []);
  const below: number[][] = Array.from({ length: boxes }, () => []);
  const ways = arrows.map(({ upper, lower }) => {
    const way = [upper];
    for (let layer = (layerOf[upper] ?? 0) + 1; layer < (layerOf[lower] ?? 0); layer += 1) {
      const point = above.push([]) - 1;
      below.push([]);
      (layers[layer] ??= []).push(point);
      way.push(point);
    }
    way.push(lower);
    way.slice(1).forEach((point, i) => {
      const before = way[i] ?? point;
      below[before]?.push(point);
      above[point]?.push(before);
    });
    return way;
  });
  return { layers: Array.from(layers, (layer) => layer ?? []), above, below, ways, boxes };
}
