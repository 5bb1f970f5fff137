import type { ProjectGraph } from '../arch/index.ts';
import { CycleSteps } from './cycle-steps.ts';
import type { End } from './ends.ts';
import { tallyOf, type Tally } from './tally.ts';
import type { Change, NodeKind, Picture, PictureEdge, PictureNode } from './types.ts';

/** What to draw. */
export interface PictureOptions {
  /** A module: only it and its neighbours are drawn, and its contract, slices and own files are nodes of their own. */
  readonly focus?: string;
  /** The graph that this one is compared with, and the revision that it is of. */
  readonly since?: { readonly graph: ProjectGraph; readonly revision: string };
}

const ORDER: Readonly<Record<NodeKind, number>> = { root: 0, none: 1, module: 2, contract: 3, slice: 4, own: 5, shared: 6 };

/** The picture of a graph. The same graph gives the same picture. */
export function pictureOf(graph: ProjectGraph, { focus, since }: PictureOptions = {}): Picture {
  const now = tallyOf(graph, focus);
  const before = since && tallyOf(since.graph, focus);
  const isPart = (id: string): boolean => (now.ends.get(id) ?? before?.ends.get(id))?.isInFocus === true;
  const edges = edgesOf(now, before).filter(({ from, to }) => focus === undefined || isPart(from) || isPart(to));
  const touched = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const nodes = nodesOf(graph, now, before).filter((node) => touched.has(node.id) || isDrawnAlone(node, focus));
  return {
    name: graph.name,
    nodes: nodes.sort((a, b) => ORDER[a.kind] - ORDER[b.kind] || compare(a.id, b.id)),
    edges: edges.sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to)),
    ...(focus !== undefined && { focus: { module: focus, isOpen: graph.modules.some(({ name, open }) => name === focus && open) } }),
    ...(since !== undefined && { since: since.revision }),
    remarks: [],
  };
}

/** What refers to nothing and is not referred to: a module and the kernel are there all the same. */
function isDrawnAlone({ kind, isInFocus }: PictureNode, focus: string | undefined): boolean {
  return focus === undefined ? kind === 'module' || kind === 'shared' : isInFocus;
}

function nodesOf(graph: ProjectGraph, now: Tally, before: Tally | undefined): PictureNode[] {
  const { groups } = new CycleSteps(graph.cycles);
  const modules = new Map(graph.modules.map((module) => [module.name, module]));
  const ends = new Map<string, End>([...(before?.ends ?? []), ...now.ends]);
  return Array.from(ends.values(), (end) => {
    const { owner, open = false } = (end.kind === 'module' ? modules.get(end.label) : undefined) ?? {};
    const cycle = end.kind === 'module' ? groups.get(end.label) : undefined;
    const change = before === undefined ? undefined : changeOf(before.ends.has(end.id), now.ends.has(end.id));
    return {
      ...end,
      files: now.files.get(end.id) ?? before?.files.get(end.id) ?? 0,
      ...(owner !== undefined && { owner }),
      isOpen: open,
      ...(cycle !== undefined && { cycle }),
      ...(change !== undefined && { change }),
    };
  });
}

function changeOf(was: boolean, is: boolean): Change | undefined {
  if (was === is) return undefined;
  return is ? 'added' : 'removed';
}

function edgesOf(now: Tally, before: Tally | undefined): PictureEdge[] {
  if (before === undefined) return [...now.edges.values()];
  const edges: PictureEdge[] = [];
  for (const [key, edge] of now.edges) {
    const was = before.edges.get(key);
    edges.push({ ...edge, growth: edge.count - (was?.count ?? 0), ...(was === undefined && { change: 'added' }) });
  }
  for (const [key, edge] of before.edges) if (!now.edges.has(key)) edges.push({ ...edge, ...GONE, change: 'removed', growth: -edge.count });
  return edges;
}

/** What is gone breaks no law any more. */
const GONE = { errors: 0, warnings: 0, excepted: 0, isInCycle: false, isInCut: false };

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
