/** Reads a list of references between modules as a graph: which depend on each other, the shortest way round, the smallest cut. */
export { cyclesOf } from './cycles.ts';
export type { Cycle, CycleStep } from './cycles.ts';
export { cycleFinding } from './cycle-finding.ts';
export { stronglyConnected } from './components.ts';
export type { ModuleEdge, ModuleReference } from './module-graph.ts';
export type { Cut } from './smallest-cut.ts';
