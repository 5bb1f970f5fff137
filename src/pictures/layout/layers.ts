import type { Downward } from './downward.ts';
import type { Box } from './types.ts';

/**
 * The layer of each box, from the top: every arrow leads at least one layer down, bands stand below each other, and no layer
 * is so wide that the picture cannot be read.
 */
export function layersOf(boxes: readonly Box[], arrows: readonly Downward[]): Int32Array {
  const layers = new Int32Array(boxes.length);
  const widest = Math.max(5, Math.ceil(Math.sqrt(boxes.length) * 1.5));
  const bands = [...new Set(boxes.map(({ band }) => band))].sort((a, b) => a - b);
  let top = 0;
  for (const band of bands) {
    const members = boxes.flatMap((box, i) => (box.band === band ? [i] : []));
    const isMember = new Set(members);
    const inside = arrows.filter(({ upper, lower }) => isMember.has(upper) && isMember.has(lower));
    top = stack(rows(members, inside), inside, widest, top, layers);
  }
  return layers;
}

/** The longest way from the top decides; what nothing leads to moves down to what it leads to. */
function rows(members: readonly number[], arrows: readonly Downward[]): number[][] {
  const out = new Map<number, number[]>(members.map((box) => [box, []]));
  const waiting = new Map<number, number>(members.map((box) => [box, 0]));
  for (const { upper, lower } of arrows) {
    out.get(upper)?.push(lower);
    waiting.set(lower, (waiting.get(lower) ?? 0) + 1);
  }
  const sources = new Set(members.filter((box) => waiting.get(box) === 0));
  const depth = new Map<number, number>([...sources].map((box) => [box, 0]));
  const sorted = [...sources];
  for (const box of sorted) {
    for (const to of out.get(box) ?? []) {
      depth.set(to, Math.max(depth.get(to) ?? 0, (depth.get(box) ?? 0) + 1));
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) sorted.push(to);
    }
  }
  const bottom = Math.max(0, ...depth.values());
  for (const box of sources) {
    const below = out.get(box) ?? [];
    depth.set(box, below.length === 0 ? bottom : Math.min(...below.map((to) => depth.get(to) ?? 0)) - 1);
  }
  const found: number[][] = [];
  for (const box of members) (found[depth.get(box) ?? 0] ??= []).push(box);
  return found;
}

/** Rows that are too wide become several: what is led to from above stays above. */
function stack(found: readonly (readonly number[])[], arrows: readonly Downward[], widest: number, top: number, layers: Int32Array): number {
  const pull = new Map<number, number>();
  for (const { upper, lower } of arrows) {
    pull.set(upper, (pull.get(upper) ?? 0) + 1);
    pull.set(lower, (pull.get(lower) ?? 0) - 1);
  }
  let layer = top;
  for (const row of found) {
    const sorted = row.length <= widest ? row : row.toSorted((a, b) => (pull.get(a) ?? 0) - (pull.get(b) ?? 0) || a - b);
    const parts = Math.ceil(sorted.length / widest);
    sorted.forEach((box, i) => (layers[box] = layer + Math.floor((i * parts) / sorted.length)));
    layer += parts;
  }
  return layer;
}
