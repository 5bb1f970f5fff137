import type { Picture, PictureEdge, PictureNode } from './types.ts';

/** How much of a picture a format can show. */
export interface Bounds {
  readonly nodes: number;
  readonly edges: number;
}

/**
 * A picture that can still be read: of a very large one, what matters most is kept, and what is not drawn is said. What breaks
 * the law comes first, then cycles and what a branch changed, then the many references before the few; what everyone may use
 * comes last.
 */
export function bounded(picture: Picture, most: Bounds): Picture {
  if (picture.nodes.length <= most.nodes && picture.edges.length <= most.edges) return picture;
  const kinds = new Map(picture.nodes.map(({ id, kind }) => [id, kind]));
  const weightOf = (edge: PictureEdge): number => weight(edge, kinds.get(edge.from) !== 'root' && kinds.get(edge.to) !== 'shared');
  const importance = new Map<string, number>();
  for (const edge of picture.edges) {
    for (const id of [edge.from, edge.to]) importance.set(id, Math.max(importance.get(id) ?? 0, weightOf(edge)));
  }
  const nodes = largest(picture.nodes, (node) => (node.isInFocus ? Infinity : (importance.get(node.id) ?? 0)), most.nodes);
  const drawn = new Set(nodes.map(({ id }) => id));
  const edges = largest(picture.edges.filter(({ from, to }) => drawn.has(from) && drawn.has(to)), weightOf, most.edges);
  return { ...picture, nodes, edges, remarks: [...picture.remarks, remark(picture, nodes, edges)] };
}

function weight({ errors, warnings, excepted, isInCycle, change, count }: PictureEdge, isBetweenModules: boolean): number {
  const rank = errors > 0 ? 5 : warnings > 0 ? 4 : isInCycle || excepted > 0 ? 3 : change !== undefined ? 2 : isBetweenModules ? 1 : 0;
  return rank * 1e9 + count;
}

/** The heaviest, in the order in which they came. */
function largest<T>(items: readonly T[], weightOf: (item: T) => number, most: number): readonly T[] {
  if (items.length <= most) return items;
  const kept = new Set(items.map((item, i) => ({ item, i, weight: weightOf(item) })).sort((a, b) => b.weight - a.weight || a.i - b.i).slice(0, most).map(({ item }) => item));
  return items.filter((item) => kept.has(item));
}

function remark(all: Picture, nodes: readonly PictureNode[], edges: readonly PictureEdge[]): string {
  const left = [counted(all.nodes.length - nodes.length, 'node'), counted(all.edges.length - edges.length, 'arrow')].filter((part) => part !== '');
  return `${left.join(' and ')} of ${all.nodes.length} nodes and ${all.edges.length} arrows are not drawn: what breaks the law, cycles and the busiest come first. \`--focus MODULE\` draws one module with all its neighbours.`;
}

function counted(count: number, word: string): string {
  return count === 0 ? '' : `${count} ${word}${count === 1 ? '' : 's'}`;
}
