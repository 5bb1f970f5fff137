import { layOut, type Laid } from '../layout/index.ts';
import { shortened } from '../shortened.ts';
import { textWidth } from '../text-width.ts';
import type { Picture, PictureNode } from '../types.ts';
import { nodeFacts } from '../words.ts';

/** A node with its place and its words. */
export interface DrawnNode {
  readonly node: PictureNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The name, shortened where it is very long. */
  readonly name: string;
  readonly facts: string;
}

/** A rectangle. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A picture with places for everything. */
export interface Drawing {
  readonly picture: Picture;
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly DrawnNode[];
  /** As the picture's edges: from the tail to the tip. */
  readonly ways: Laid['ways'];
  /** What surrounds the module in focus. */
  readonly focus: Frame | undefined;
}

/** Sizes that the style sheet knows too. */
export const NAME_SIZE = 13;
export const FACTS_SIZE = 10.5;

const MARGIN = 28;
const PADDING = 14;
const HEIGHT = 40;
const SMALLEST = 72;
const LONGEST_NAME = 30;
const LONGEST_FACTS = 44;

/** Lays out a picture. */
export function drawingOf(picture: Picture): Drawing {
  const sized = picture.nodes.map((node) => sizedNode(node));
  const numbers = new Map(picture.nodes.map(({ id }, i) => [id, i]));
  const bandOf = bands(picture);
  const laid = layOut({
    boxes: sized.map((box) => ({ width: box.width, height: box.height, band: bandOf(box.node) })),
    arrows: picture.edges.map(({ from, to }) => ({ from: numbers.get(from) ?? 0, to: numbers.get(to) ?? 0 })),
  });
  const nodes = sized.map((box, i) => ({ ...box, x: rounded((laid.places[i]?.x ?? 0) + MARGIN), y: rounded((laid.places[i]?.y ?? 0) + MARGIN) }));
  return {
    picture,
    width: Math.ceil(laid.width + 2 * MARGIN),
    height: Math.ceil(laid.height + 2 * MARGIN),
    nodes,
    ways: laid.ways.map((way) => way.map(({ x, y }) => ({ x: rounded(x + MARGIN), y: rounded(y + MARGIN) }))),
    focus: picture.focus === undefined ? undefined : frameOf(nodes.filter(({ node }) => node.isInFocus)),
  };
}

function sizedNode(node: PictureNode): Omit<DrawnNode, 'x' | 'y'> {
  const name = shortened(node.cycle === undefined ? node.label : `${node.label} ↻`, LONGEST_NAME);
  const facts = shortened(nodeFacts(node), LONGEST_FACTS);
  // Bold is wider; and round ends take from the middle.
  const width = Math.max(SMALLEST, textWidth(name, NAME_SIZE) * 1.14, textWidth(facts, FACTS_SIZE)) + 2 * PADDING + (isRound(node) ? PADDING : 0);
  return { node, width: Math.ceil(width), height: HEIGHT, name, facts };
}

/** Modules have corners; the rest of the world is round. */
export function isRound({ kind }: PictureNode): boolean {
  return kind !== 'module' && kind !== 'own';
}

/** The composition root above, the kernel below. Around a module in focus, who uses it stands above it and what it uses below. */
function bands({ focus, edges, nodes }: Picture): (node: PictureNode) => number {
  if (focus === undefined) return ({ kind }) => (kind === 'root' || kind === 'none' ? 0 : kind === 'shared' ? 2 : 1);
  const inFocus = new Set(nodes.filter(({ isInFocus }) => isInFocus).map(({ id }) => id));
  const given = new Map<string, number>();
  for (const { from, to, count } of edges) {
    if (!inFocus.has(from)) given.set(from, (given.get(from) ?? 0) + count);
    if (!inFocus.has(to)) given.set(to, (given.get(to) ?? 0) - count);
  }
  return ({ id, isInFocus, kind }) => (isInFocus ? 1 : kind === 'shared' ? 3 : (given.get(id) ?? 0) > 0 ? 0 : 2);
}

function frameOf(nodes: readonly DrawnNode[]): Frame | undefined {
  if (nodes.length === 0) return undefined;
  const left = Math.min(...nodes.map(({ x, width }) => x - width / 2)) - 14;
  const right = Math.max(...nodes.map(({ x, width }) => x + width / 2)) + 14;
  const top = Math.min(...nodes.map(({ y, height }) => y - height / 2)) - 26;
  const bottom = Math.max(...nodes.map(({ y, height }) => y + height / 2)) + 14;
  return { x: rounded(left), y: rounded(top), width: rounded(right - left), height: rounded(bottom - top) };
}

/** A tenth of a pixel is all that anyone sees; longer numbers only fill the file. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
