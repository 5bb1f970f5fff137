import type { Weights } from './smallest-cut.ts';

/** After a few rounds, little is left to gain. */
const MOST_ROUNDS = 12;

/**
 * An order of the modules in which what leads back weighs little, in time that large groups can afford: first the greedy order of
 * Eades, Lin and Smyth, then every module is moved to its best place until none gains.
 */
export function goodOrder(weights: Weights): number[] {
  const order = greedyOrder(weights);
  const places = new Int32Array(order.length);
  order.forEach((module, place) => (places[module] = place));
  const neighbours = neighboursOf(weights);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let isBetter = false;
    for (let module = 0; module < weights.length; module++) {
      const to = bestPlace(module, neighbours[module] ?? [], places);
      if (to === places[module]) continue;
      move(order, places, module, to);
      isBetter = true;
    }
    if (!isBetter) break;
  }
  return order;
}

/** What leads nowhere goes to the end, what nothing leads to goes to the front; then what gives more than it takes. */
function greedyOrder(weights: Weights): number[] {
  const into = weights.map(() => new Map<number, number>());
  weights.forEach((out, from) => out.forEach((weight, to) => into[to]?.set(from, weight)));
  const given = weights.map((out) => sum(out));
  const taken = into.map((from) => sum(from));
  const left = new Set(weights.keys());
  const front: number[] = [];
  const end: number[] = [];
  while (left.size > 0) {
    let chosen = -1;
    for (const module of left) {
      if (given[module] === 0 || taken[module] === 0) {
        chosen = module;
        break;
      }
      if (chosen < 0 || surplus(module) > surplus(chosen)) chosen = module;
    }
    left.delete(chosen);
    (given[chosen] === 0 ? end : front).push(chosen);
    weights[chosen]?.forEach((weight, to) => (taken[to] = (taken[to] ?? 0) - weight));
    into[chosen]?.forEach((weight, from) => (given[from] = (given[from] ?? 0) - weight));
  }
  return [...front, ...end.reverse()];

  function surplus(module: number): number {
    return (given[module] ?? 0) - (taken[module] ?? 0);
  }
}

function sum(weights: ReadonlyMap<number, number>): number {
  let total = 0;
  for (const weight of weights.values()) total += weight;
  return total;
}

interface Neighbour {
  readonly module: number;
  /** What moving past it to the right costs: what led to it leads back then, and what came from it no longer does. */
  readonly cost: number;
}

function neighboursOf(weights: Weights): readonly (readonly Neighbour[])[] {
  const costs = weights.map((out) => new Map(out));
  weights.forEach((out, from) => out.forEach((weight, to) => costs[to]?.set(from, (costs[to]?.get(from) ?? 0) - weight)));
  return costs.map((of) => Array.from(of, ([module, cost]) => ({ module, cost })));
}

/** The place of a module where least leads back: its own, or one beside a neighbour. */
function bestPlace(module: number, neighbours: readonly Neighbour[], places: Int32Array): number {
  const own = places[module] ?? 0;
  const placed = neighbours.map((one) => ({ place: places[one.module] ?? 0, cost: one.cost })).sort((a, b) => a.place - b.place);
  let best = 0;
  let bestAt = own;
  let change = 0;
  for (const { place, cost } of placed.filter((one) => one.place < own).reverse()) {
    change -= cost;
    if (change < best) [best, bestAt] = [change, place];
  }
  change = 0;
  for (const { place, cost } of placed.filter((one) => one.place > own)) {
    change += cost;
    if (change < best) [best, bestAt] = [change, place];
  }
  return bestAt;
}

function move(order: number[], places: Int32Array, module: number, to: number): void {
  const from = places[module] ?? 0;
  order.splice(from, 1);
  order.splice(to, 0, module);
  for (let place = Math.min(from, to); place <= Math.max(from, to); place++) places[order[place] ?? 0] = place;
}
