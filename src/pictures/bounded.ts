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
  const drawn = new Set(picture.nodes.filter(({ isInFocus }) => isInFocus).map(({ id }) => id));
  const kept = new Set<PictureEdge>();
  for (const edge of byWeight(picture.edges, weightOf)) {
    const ends = [edge.from, edge.to].filter((id) => !drawn.has(id));
    if (kept.size >= most.edges || drawn.size + ends.length > most.nodes) continue;
    kept.add(edge);
    for (const id of ends) drawn.add(id);
  }
  for (const { id } of picture.nodes) if (drawn.size < most.nodes) drawn.add(id);
  const nodes = picture.nodes.filter(({ id }) => drawn.has(id));
  const edges = picture.edges.filter((edge) => kept.has(edge));
  return { ...picture, nodes, edges, remarks: [...picture.remarks, remark(picture, nodes, edges)] };
}

function weight({ errors, warnings, excepted, isInCycle, change, count }: PictureEdge, isBetweenModules: boolean): number {
  const rank = errors > 0 ? 5 : warnings > 0 ? 4 : isInCycle || excepted > 0 ? 3 : change !== undefined ? 2 : isBetweenModules ? 1 : 0;
  return rank * 1e9 + count;
}

/** The heaviest first; of those as heavy, the one that came first. */
function byWeight(edges: readonly PictureEdge[], weightOf: (edge: PictureEdge) => number): readonly PictureEdge[] {
  return edges.map((edge) => ({ edge, weight: weightOf(edge) })).sort((a, b) => b.weight - a.weight).map(({ edge }) => edge);
}

function remark(all: Picture, nodes: readonly PictureNode[], edges: readonly PictureEdge[]): string {
  const left = [counted(all.nodes.length - nodes.length, 'node'), counted(all.edges.length - edges.length, 'arrow')].filter((part) => part !== '');
  return `${left.join(' and ')} of ${all.nodes.length} nodes and ${all.edges.length} arrows are not drawn: what breaks the law, cycles and the busiest come first. \`--focus MODULE\` draws one module with all its neighbours.`;
}

function counted(count: number, word: string): string {
  return count === 0 ? '' : `${count} ${word}${count === 1 ? '' : 's'}`;
}
