import type { GraphReference, ProjectGraph } from '../arch/index.ts';
import { CycleSteps } from './cycle-steps.ts';
import { Ends, type End } from './ends.ts';
import type { PictureEdge } from './types.ts';

/** The nodes and edges of a graph, counted. */
export interface Tally {
  readonly ends: ReadonlyMap<string, End>;
  /** Files of each node, tests left out. */
  readonly files: ReadonlyMap<string, number>;
  /** By the ids of their ends. */
  readonly edges: ReadonlyMap<string, EdgeTally>;
}

/** The references from one node to another, counted. */
export type EdgeTally = { -readonly [Key in keyof Omit<PictureEdge, 'change' | 'growth'>]: PictureEdge[Key] };

/**
 * Counts what a picture shows. What a test refers to belongs to no picture, unless it breaks the law.
 * @param focus the module whose parts are nodes of their own
 */
export function tallyOf(graph: ProjectGraph, focus: string | undefined): Tally {
  const known = new Ends(graph, focus);
  const steps = new CycleSteps(graph.cycles);
  const ends = new Map<string, End>();
  const files = new Map<string, number>();
  for (const { side, path, isTest } of graph.files) {
    if (isTest) continue;
    const end = known.at(side, path);
    ends.set(end.id, end);
    files.set(end.id, (files.get(end.id) ?? 0) + 1);
  }
  const edges = new Map<string, EdgeTally>();
  for (const reference of graph.references) {
    if (reference.isTest && reference.verdict === 'allowed') continue;
    const [from, to] = known.of(reference);
    if (from.id === to.id) continue;
    ends.set(from.id, from).set(to.id, to);
    count(edgeIn(edges, from.id, to.id), reference, steps);
  }
  return { ends, files, edges };
}

function edgeIn(edges: Map<string, EdgeTally>, from: string, to: string): EdgeTally {
  const key = `${from}\0${to}`;
  let edge = edges.get(key);
  if (edge === undefined) edges.set(key, (edge = { from, to, count: 0, types: 0, contract: 0, errors: 0, warnings: 0, excepted: 0, isInCycle: false, isInCut: false }));
  return edge;
}

function count(edge: EdgeTally, reference: GraphReference, steps: CycleSteps): void {
  const { kind, isContract, verdict } = reference;
  edge.count += 1;
  if (kind === 'type') edge.types += 1;
  if (isContract) edge.contract += 1;
  if (verdict === 'error') edge.errors += 1;
  if (verdict === 'warning') edge.warnings += 1;
  if (verdict === 'excepted') edge.excepted += 1;
  edge.isInCycle ||= steps.has(reference);
  edge.isInCut ||= steps.cuts(reference);
}
