import { bestOrder, MOST_FOR_BEST } from './best-order.ts';
import { disjointCycles } from './disjoint-cycles.ts';
import { goodOrder } from './good-order.ts';
import type { ModuleEdge, ModuleGraph } from './module-graph.ts';

/** References whose removal leaves no cycle. */
export interface Cut {
  /** In the order of the modules' names. */
  readonly edges: readonly ModuleEdge[];
  /** How many references that are. */
  readonly size: number;
  /** No fewer would do. In large groups that is not always known. */
  readonly isSmallest: boolean;
}

/** What it costs to take away all references from one module to another: `weights[from].get(to)`. */
export type Weights = readonly ReadonlyMap<number, number>[];

/**
 * The smallest set of references whose removal breaks a group. It is found as an order of the modules: what leads back
 * in it is taken away. Of sets with as many references, the one with fewer pairs of modules is taken.
 */
export function smallestCut(graph: ModuleGraph): Cut {
  const modules = graph.edges.length;
  const perReference = modules * modules + 1;
  const weights = graph.edges.map((out) => new Map(Array.from(out, ([to, { references }]) => [to, references.length * perReference + 1])));
  const isSmall = modules <= MOST_FOR_BEST;
  const edges = leadingBack(graph, isSmall ? bestOrder(weights) : goodOrder(weights));
  const size = edges.reduce((sum, { references }) => sum + references.length, 0);
  return { edges, size, isSmallest: isSmall || size === disjointCycles(graph) };
}

function leadingBack({ edges }: ModuleGraph, order: readonly number[]): ModuleEdge[] {
  const places = new Int32Array(order.length);
  order.forEach((module, place) => (places[module] = place));
  return edges.flatMap((out, from) => Array.from(out).flatMap(([to, edge]) => ((places[to] ?? 0) < (places[from] ?? 0) ? [edge] : [])));
}
