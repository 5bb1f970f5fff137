import { chainsOf, type Chains } from './chains.ts';
import { columnsOf } from './columns.ts';
import { downward, type Downward } from './downward.ts';
import { layersOf } from './layers.ts';
import { order } from './order.ts';
import type { Boxes, Laid, Point } from './types.ts';

/** Between the sides of boxes, between a box and an arrow that passes, and between two such arrows: closer where there are many. */
const GAP = 22;
const BESIDE = 18;
const APART = { few: 22, many: 9 };
const MANY = 300;
/** Between layers: more where many arrows turn. */
const NARROWEST = 56;
const WIDEST = 150;
const PER_ARROW = 2.5;
/** How far from a box's corners arrows may touch it. */
const CORNER = 12;

/**
 * Lays out a graph in layers (Sugiyama, Tagawa and Toda, 1981), so that most arrows lead down. The same graph always looks the
 * same, and the time grows about as its size.
 */
export function layOut(graph: Boxes): Laid {
  const { boxes } = graph;
  if (boxes.length === 0) return { width: 0, height: 0, places: [], ways: [] };
  const arrows = downward(graph);
  const chains = chainsOf(boxes.length, arrows, layersOf(boxes, arrows));
  order(chains);
  const half = (point: number): number => (boxes[point]?.width ?? 0) / 2;
  const xs = columnsOf(chains, (a, b) => half(a) + half(b) + gapBetween(a, b, chains));
  const left = xs.reduce((least, x, point) => Math.min(least, x - half(point)), Infinity);
  const right = xs.reduce((most, x, point) => Math.max(most, x + half(point)), -Infinity);
  const levels = levelsOf(graph, chains);
  const at = (point: number): number => (xs[point] ?? 0) - left;
  const levelOf = levelFinder(chains, levels);
  const places = boxes.map((_, box) => ({ x: at(box), y: levelOf(box).middle }));
  return { width: right - left, height: levels.at(-1)?.bottom ?? 0, places, ways: waysOf(graph, arrows, chains, at, levelOf) };
}

function gapBetween(a: number, b: number, { boxes, above }: Chains): number {
  if (a < boxes && b < boxes) return GAP;
  if (a < boxes || b < boxes) return BESIDE;
  return above.length - boxes > MANY ? APART.many : APART.few;
}

interface Level {
  readonly top: number;
  readonly middle: number;
  readonly bottom: number;
}

type LevelOf = (point: number) => Level;

function levelFinder({ layers }: Chains, levels: readonly Level[]): LevelOf {
  const layerOf = new Map(layers.flatMap((layer, i) => layer.map((point) => [point, i] as const)));
  return (point) => levels[layerOf.get(point) ?? 0] ?? { top: 0, middle: 0, bottom: 0 };
}

function levelsOf({ boxes }: Boxes, { layers, below }: Chains): Level[] {
  let top = 0;
  return layers.map((layer) => {
    const height = Math.max(0, ...layer.map((point) => boxes[point]?.height ?? 0));
    const level = { top, middle: top + height / 2, bottom: top + height };
    const arrows = layer.reduce((sum, point) => sum + (below[point]?.length ?? 0), 0);
    top = level.bottom + Math.min(WIDEST, NARROWEST + arrows * PER_ARROW);
    return level;
  });
}

/** Each arrow touches its boxes at a place of its own, in the order of where they come from and go to. */
function waysOf({ boxes }: Boxes, arrows: readonly Downward[], chains: Chains, at: (point: number) => number, levelOf: LevelOf): Point[][] {
  const leave = portsOf(chains.ways, 0, 1);
  const arrive = portsOf(chains.ways, -1, -2);
  return chains.ways.map((way, i) => {
    const inner = way.slice(1, -1).flatMap((point) => [
      { x: at(point), y: levelOf(point).top },
      { x: at(point), y: levelOf(point).bottom },
    ]);
    const [upper = 0, lower = 0] = [way[0], way.at(-1)];
    const start = { x: at(upper) + (leave[i] ?? 0) * reach(upper), y: levelOf(upper).middle + (boxes[upper]?.height ?? 0) / 2 };
    const end = { x: at(lower) + (arrive[i] ?? 0) * reach(lower), y: levelOf(lower).middle - (boxes[lower]?.height ?? 0) / 2 };
    const points = [start, ...inner, end];
    return arrows[i]?.isTurned === true ? points.reverse() : points;
  });

  function reach(box: number): number {
    return Math.max(0, (boxes[box]?.width ?? 0) / 2 - CORNER);
  }

  /** Places between -1 and 1 for the arrows at one side of each box. */
  function portsOf(ways: Chains['ways'], end: number, next: number): number[] {
    const sides = new Map<number, number[]>();
    ways.forEach((way, i) => {
      const box = way.at(end) ?? 0;
      const side = sides.get(box);
      if (side) side.push(i);
      else sides.set(box, [i]);
    });
    const ports: number[] = [];
    for (const [box, side] of sides) {
      const sorted = side.toSorted((a, b) => at(ways[a]?.at(next) ?? 0) - at(ways[b]?.at(next) ?? 0) || a - b);
      // No further apart than they have to be: arrows to one box look like one bundle.
      const spread = Math.min(1, (sorted.length * 16) / Math.max(1, 2 * reach(box)));
      sorted.forEach((i, place) => (ports[i] = sorted.length === 1 ? 0 : spread * ((2 * place) / (sorted.length - 1) - 1)));
    }
    return ports;
  }
}
