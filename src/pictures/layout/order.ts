import type { Chains } from './chains.ts';

const ROUNDS = 16;
/** Neighbours are swapped one by one only in pictures of this size. */
const MOST_FOR_SWAPS = 400;

/** Orders the points of every layer so that few arrows cross: each goes to the middle of what it is joined to, down and up again, and the best order stays. */
export function order(chains: Chains): void {
  const { layers, above, below } = chains;
  const places = new Int32Array(above.length);
  const note = (layer: readonly number[]): void => layer.forEach((point, place) => (places[point] = place));
  layers.forEach(note);
  const isSmall = above.length <= MOST_FOR_SWAPS;
  let best = layers.map((layer) => [...layer]);
  let fewest = crossings(chains, places);
  for (let round = 0; round < ROUNDS && fewest > 0; round += 1) {
    const isDown = round % 2 === 0;
    for (const layer of isDown ? layers : layers.toReversed()) {
      sortByMiddle(layer, isDown ? above : below, places);
      note(layer);
    }
    if (isSmall) for (const layer of layers) swapNeighbours(layer, chains, places);
    const count = crossings(chains, places);
    if (count < fewest) [fewest, best] = [count, layers.map((layer) => [...layer])];
  }
  best.forEach((layer, i) => layers[i]?.splice(0, layer.length, ...layer));
}

/** What is joined to nothing stays where it is. */
function sortByMiddle(layer: number[], joined: Chains['above'], places: Int32Array): void {
  const middles = new Map(layer.map((point, place) => [point, middleOf(joined[point] ?? [], places) ?? place]));
  layer.sort((a, b) => (middles.get(a) ?? 0) - (middles.get(b) ?? 0) || (places[a] ?? 0) - (places[b] ?? 0));
}

function middleOf(points: readonly number[], places: Int32Array): number | undefined {
  if (points.length === 0) return undefined;
  return points.reduce((sum, point) => sum + (places[point] ?? 0), 0) / points.length;
}

function swapNeighbours(layer: number[], { above, below }: Chains, places: Int32Array): void {
  for (let i = 0; i + 1 < layer.length; i += 1) {
    const [left = 0, right = 0] = layer.slice(i, i + 2);
    const now = pairCrossings(above[left], above[right], places) + pairCrossings(below[left], below[right], places);
    const then = pairCrossings(above[right], above[left], places) + pairCrossings(below[right], below[left], places);
    if (then >= now) continue;
    [layer[i], layer[i + 1]] = [right, left];
    [places[left], places[right]] = [i + 1, i];
  }
}

function pairCrossings(left: readonly number[] = [], right: readonly number[] = [], places: Int32Array): number {
  let count = 0;
  for (const a of left) for (const b of right) if ((places[a] ?? 0) > (places[b] ?? 0)) count += 1;
  return count;
}

/** Counts with a tree of sums: of two lines that cross, the one that begins further left ends further right. */
function crossings({ layers, below }: Chains, places: Int32Array): number {
  let count = 0;
  layers.slice(0, -1).forEach((layer, i) => {
    const width = layers[i + 1]?.length ?? 0;
    const sums = new Int32Array(width + 1);
    for (const point of layer) {
      const ends = (below[point] ?? []).map((to) => places[to] ?? 0).sort((a, b) => a - b);
      for (const end of ends) count += sumAfter(sums, end, width);
      for (const end of ends) add(sums, end);
    }
  });
  return count;
}

function add(sums: Int32Array, place: number): void {
  for (let i = place + 1; i < sums.length; i += i & -i) sums[i] = (sums[i] ?? 0) + 1;
}

function sumAfter(sums: Int32Array, place: number, width: number): number {
  const upTo = (end: number): number => {
    let sum = 0;
    for (let i = end; i > 0; i -= i & -i) sum += sums[i] ?? 0;
    return sum;
  };
  return upTo(width) - upTo(place + 1);
}
