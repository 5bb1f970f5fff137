import type { Point } from '../layout/index.ts';
import type { PictureEdge } from '../types.ts';
import { edgeSentence, nodeFacts, toneOf } from '../words.ts';
import { escaped } from '../xml.ts';
import { isRound, type Drawing, type DrawnNode } from './drawing.ts';
import { placedLabels, type PlacedLabel } from './labels.ts';

/** What else an element tells, as attributes with a space in front. */
export interface Attributes {
  node?(index: number): string;
  edge?(index: number): string;
}

const TIP = { length: 8, half: 4 };

/** The elements of a drawing: its frame, its arrows, its boxes, and last the words on the arrows. */
export function elements(drawing: Drawing, attributes: Attributes = {}): string {
  const { picture, nodes, ways, focus } = drawing;
  const labels = new Map(nodes.map(({ node }) => [node.id, node.label]));
  const nameOf = (id: string): string => labels.get(id) ?? id;
  const frame =
    focus === undefined
      ? ''
      : `<rect class="focus" x="${focus.x}" y="${focus.y}" width="${focus.width}" height="${focus.height}" rx="8"/><text class="focus-name" x="${focus.x + 12}" y="${focus.y + 18}">${escaped(picture.focus?.module ?? '')}</text>\n`;
  const arrows = picture.edges.map((edge, i) => arrow(edge, ways[i] ?? [], edgeSentence(edge, nameOf), attributes.edge?.(i) ?? ''));
  const boxes = nodes.map((one, i) => box(one, attributes.node?.(i) ?? ''));
  const words = placedLabels(drawing).map((one) => label(one, picture.edges[one.edge], attributes.edge?.(one.edge) ?? ''));
  return `${frame}<g class="edges">\n${arrows.join('')}</g>\n<g class="nodes">\n${boxes.join('')}</g>\n<g class="labels" aria-hidden="true">\n${words.join('')}</g>\n`;
}

function arrow(edge: PictureEdge, way: readonly Point[], sentence: string, attributes: string): string {
  const cyclic = edge.isInCut ? ' cut' : edge.isInCycle ? ' cycle' : '';
  return `<g class="edge ${toneOf(edge)}${cyclic}"${attributes}><title>${escaped(sentence)}</title><path class="line" d="${line(way)}"/><path class="tip" d="${tip(way)}"/></g>\n`;
}

/** Upright at every point: a curve between layers, straight through them. */
function line(way: readonly Point[]): string {
  const [first, ...rest] = shortenedForTip(way);
  if (first === undefined) return '';
  let before = first;
  let path = `M${first.x} ${first.y}`;
  for (const point of rest) {
    const middle = Math.round((before.y + point.y) * 5) / 10;
    path += before.x === point.x ? `V${point.y}` : `C${before.x} ${middle} ${point.x} ${middle} ${point.x} ${point.y}`;
    before = point;
  }
  return path;
}

function shortenedForTip(way: readonly Point[]): readonly Point[] {
  const [before, end] = way.slice(-2);
  return before === undefined || end === undefined ? way : [...way.slice(0, -1), { x: end.x, y: Math.round((end.y - Math.sign(end.y - before.y) * TIP.length) * 10) / 10 }];
}

function tip(way: readonly Point[]): string {
  const [before, end] = way.slice(-2);
  if (before === undefined || end === undefined) return '';
  const back = -Math.sign(end.y - before.y) * TIP.length;
  return `M${end.x} ${end.y}l${TIP.half} ${back}h${-2 * TIP.half}z`;
}

function box({ node, x, y, width, height, name, facts }: DrawnNode, attributes: string): string {
  const { kind, label: full, cycle, change, isOpen } = node;
  const classes = ['node', kind, ...(cycle === undefined ? [] : ['cyclic']), ...(isOpen ? ['open'] : []), ...(change === undefined ? [] : [change])];
  const [left, top] = [round(x - width / 2), round(y - height / 2)];
  return (
    `<g class="${classes.join(' ')}"${attributes}><title>${escaped(`${full}: ${nodeFacts(node)}`)}</title>` +
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="${isRound(node) ? height / 2 : 5}"/>` +
    `<text class="name" x="${x}" y="${y - 2}">${escaped(name)}</text><text class="facts" x="${x}" y="${y + 13}">${escaped(facts)}</text></g>\n`
  );
}

function label({ text, x, y }: PlacedLabel, edge: PictureEdge | undefined, attributes: string): string {
  return `<text class="label ${edge === undefined ? '' : toneOf(edge)}" x="${round(x)}" y="${round(y + 3.5)}"${attributes}>${escaped(text)}</text>\n`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
