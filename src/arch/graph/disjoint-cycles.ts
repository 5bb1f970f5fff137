import type { ModuleEdge, ModuleGraph } from './module-graph.ts';
import { shortestCycle } from './shortest-cycle.ts';

/** How much searching a proof is worth. */
const MOST_WORK = 20_000_000;

/**
 * How many cycles a group has of which no two share a reference, at least. Each of them must lose one: no fewer references
 * break the group. Gives up early in large groups.
 */
export function disjointCycles({ names, edges }: ModuleGraph): number {
  const left = new Map<ModuleEdge, number>();
  for (const out of edges) for (const edge of out.values()) left.set(edge, edge.references.length);
  const workOfSearch = edges.length * (edges.length + left.size);
  const rest: ModuleGraph = { names, edges: edges.map((out) => new Map(out)) };
  let count = 0;
  for (let work = 0; work <= MOST_WORK; work += workOfSearch) {
    const cycle = shortestCycle(rest);
    if (!cycle) break;
    const fewest = Math.min(...cycle.map((edge) => left.get(edge) ?? 0));
    count += fewest;
    for (const edge of cycle) {
      const remaining = (left.get(edge) ?? 0) - fewest;
      left.set(edge, remaining);
      if (remaining === 0) remove(rest, edge);
    }
  }
  return count;
}

function remove({ edges }: ModuleGraph, edge: ModuleEdge): void {
  for (const out of edges) for (const [to, one] of out) if (one === edge) (out as Map<number, ModuleEdge>).delete(to);
}
