import { stronglyConnected } from './components.ts';
import { moduleGraph, subgraph } from './module-graph.ts';
import type { ModuleEdge, ModuleReference } from './module-graph.ts';
import { shortestCycle } from './shortest-cycle.ts';
import { smallestCut } from './smallest-cut.ts';
import type { Cut } from './smallest-cut.ts';

/** A group of modules that all depend on each other. */
export interface Cycle {
  /** Their names, in order. */
  readonly modules: readonly string[];
  /** `type`: without references to types alone there would be no cycle; at run time there is none. */
  readonly kind: 'value' | 'type';
  /** The shortest cycle, from its first module by name on: each step goes to the next, the last one back. */
  readonly steps: readonly CycleStep[];
  /** The shortest cycle at run time, where it is a longer one. */
  readonly valueSteps?: readonly CycleStep[];
  readonly cut: Cut;
}

/** One step of a cycle: how one module depends on the next. */
export interface CycleStep {
  readonly from: string;
  readonly to: string;
  /** The first reference that makes the step; a value, if there is one. */
  readonly reference: ModuleReference;
  /** How many there are. */
  readonly count: number;
}

/**
 * The cycles among modules, one for each group that depends on itself, by the first name of the group. Which references
 * count (no tests, none to a contract) is for the caller to say; their order does not matter.
 */
export function cyclesOf(references: readonly ModuleReference[]): Cycle[] {
  const graph = moduleGraph(references);
  return stronglyConnected(graph).map((group) => {
    const all = subgraph(graph, group);
    const shortest = shortestCycle(all) ?? [];
    const atRunTime = shortestCycle(subgraph(graph, group, hasValue));
    const cycle = { modules: all.names, kind: atRunTime ? ('value' as const) : ('type' as const), cut: smallestCut(all) };
    if (!atRunTime) return { ...cycle, steps: shortest.map(stepOf) };
    if (atRunTime.length === shortest.length) return { ...cycle, steps: atRunTime.map(stepOf) };
    return { ...cycle, steps: shortest.map(stepOf), valueSteps: atRunTime.map(stepOf) };
  });
}

function hasValue({ references }: ModuleEdge): boolean {
  return references.some(({ kind }) => kind === 'value');
}

function stepOf({ from, to, references }: ModuleEdge): CycleStep {
  const [first] = references;
  const reference = references.find(({ kind }) => kind === 'value') ?? first;
  if (!reference) throw new TypeError(`There is no reference from ${from} to ${to}.`);
  return { from, to, reference, count: references.length };
}
