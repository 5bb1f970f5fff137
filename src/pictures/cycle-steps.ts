import type { GraphReference, ProjectGraph } from '../arch/index.ts';

/** Tells what part a reference has in the cycles of a graph. */
export class CycleSteps {
  /** The group that a module belongs to, counted from 0. */
  readonly groups: ReadonlyMap<string, number>;
  readonly #cuts: ReadonlySet<string>;

  constructor(cycles: ProjectGraph['cycles']) {
    this.groups = new Map(cycles.flatMap(({ modules }, i) => modules.map((module) => [module, i] as const)));
    this.#cuts = new Set(cycles.flatMap(({ cut }) => cut.edges.map(({ from, to }) => `${from}\0${to}`)));
  }

  /** Whether it leads from a module of a group to another of the same. */
  has({ from, to, isTest, isContract }: GraphReference): boolean {
    if (isTest || isContract || from.module === undefined || to.module === undefined || from.module === to.module) return false;
    const group = this.groups.get(from.module);
    return group !== undefined && group === this.groups.get(to.module);
  }

  /** Whether it is one of those whose removal breaks the group. */
  cuts(reference: GraphReference): boolean {
    return this.has(reference) && this.#cuts.has(`${reference.from.module ?? ''}\0${reference.to.module ?? ''}`);
  }
}
