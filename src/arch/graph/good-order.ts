import type { Weights } from './smallest-cut.ts';

/** After a few rounds, little is left to gain. */
const MOST_ROUNDS = 12;
/** How many moves all attempts together may weigh: about a tenth of a second. */
const MOST_WORK = 600_000;
const MOST_ATTEMPTS = 200;

/**
 * An order of the modules in which what leads back weighs little, in time that large groups can afford: the greedy order of
 * Eades, Lin and Smyth, improved; then, as long as it pays, some modules are moved anywhere and the order is improved again.
 * The same graph always gives the same order.
 */
export function goodOrder(weights: Weights): number[] {
  const neighbours = neighboursOf(weights);
  let best = improved(greedyOrder(weights), neighbours);
  let least = backWeight(best, weights);
  const work = weights.length + neighbours.reduce((sum, { length }) => sum + length, 0);
  const attempts = Math.min(MOST_ATTEMPTS, Math.floor(MOST_WORK / work));
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const order = improved(shaken(best, attempt), neighbours);
    const weight = backWeight(order, weights);
    if (weight < least) [best, least] = [order, weight];
  }
  return best;
}

/** Every module is moved to its best place until none gains. */
function improved(start: readonly number[], neighbours: readonly (readonly Neighbour[])[]): number[] {
  const order = [...start];
  const places = placesIn(order);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let isBetter = false;
    for (let module = 0; module < order.length; module++) {
      const to = bestPlace(module, neighbours[module] ?? [], places);
      if (to === places[module]) continue;
      move(order, places, module, to);
      isBetter = true;
    }
    if (!isBetter) break;
  }
  return order;
}

/** The order with a fifth of the modules moved to places that the number of the attempt alone decides. */
function shaken(order: readonly number[], attempt: number): number[] {
  const shaken = [...order];
  const places = placesIn(shaken);
  let seed = attempt;
  const next = (): number => {
    // Park and Miller's generator.
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % order.length;
  };
  for (let i = 0; i < order.length; i += 5) move(shaken, places, next(), next());
  return shaken;
}

function placesIn(order: readonly number[]): Int32Array {
  const places = new Int32Array(order.length);
  order.forEach((module, place) => (places[module] = place));
  return places;
}

function backWeight(order: readonly number[], weights: Weights): number {
  const places = placesIn(order);
  let sum = 0;
  weights.forEach((out, from) => out.forEach((weight, to) => (sum += (places[to] ?? 0) < (places[from] ?? 0) ? weight : 0)));
  return sum;
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
