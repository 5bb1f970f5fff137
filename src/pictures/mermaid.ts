import { bounded } from './bounded.ts';
import type { Drawn } from './drawn.ts';
import { shortened } from './shortened.ts';
import type { Picture, PictureEdge, PictureNode } from './types.ts';
import { edgeLabel, titleOf, toneOf, type Tone } from './words.ts';

/** Mermaid draws at most 500 edges and reads at most 50,000 characters, unless its reader allows more; people give up before. */
const BOUNDS = { nodes: 250, edges: 300 };
const LONGEST = 49_000;
const LONGEST_NAME = 48;
const LONGEST_ID = 40;

/** Colours that can be told from either background, a light one and a dark one. */
const STYLES: Readonly<Partial<Record<Tone, string>>> = {
  error: 'stroke:#d93636,stroke-width:3px,color:#d93636',
  warning: 'stroke:#c77700,stroke-width:2px,color:#c77700',
  excepted: 'stroke:#8a6fc9,stroke-width:2px,color:#8a6fc9',
  added: 'stroke:#2c9a45,stroke-width:2px,color:#2c9a45',
  removed: 'stroke:#808080,stroke-dasharray:6 4,color:#808080',
};

const SHAPES: Readonly<Record<PictureNode['kind'], readonly [open: string, close: string]>> = {
  module: ['[', ']'],
  shared: ['([', '])'],
  root: ['{{', '}}'],
  none: ['>', ']'],
  contract: ['[[', ']]'],
  slice: ['(', ')'],
  own: ['[', ']'],
};

/** A flowchart for Mermaid, as code hosts show it in Markdown. https://mermaid.js.org/syntax/flowchart.html */
export function mermaid(whole: Picture): Drawn {
  let bounds = BOUNDS;
  for (;;) {
    const picture = bounded(whole, bounds);
    const chart = flowchart(picture);
    if (chart.length <= LONGEST || bounds.nodes <= 1) return { text: chart, remarks: picture.remarks };
    bounds = { nodes: Math.floor(bounds.nodes * 0.8), edges: Math.floor(bounds.edges * 0.8) };
  }
}

function flowchart(picture: Picture): string {
  const ids = idsOf(picture.nodes);
  const inFocus = picture.nodes.filter(({ isInFocus }) => isInFocus);
  const lines = [
    'flowchart TB',
    `accTitle: ${plain(titleOf(picture))}`,
    ...picture.remarks.map((remark) => `%% ${plain(remark)}`),
    ...picture.nodes.filter(({ isInFocus }) => !isInFocus).map((node) => nodeLine(node, ids)),
    ...(picture.focus === undefined ? [] : [`subgraph focus["${text(picture.focus.module)}"]`, ...inFocus.map((node) => `  ${nodeLine(node, ids)}`), 'end']),
    ...picture.edges.map((edge) => edgeLine(edge, ids)),
    ...edgeStyles(picture.edges),
    ...nodeStyles(picture.nodes, ids),
  ];
  return `${lines.map((line, i) => (i === 0 ? line : `  ${line}`)).join('\n')}\n`;
}

/** Readable, the same in every picture of the project, and no word of Mermaid's. */
function idsOf(nodes: readonly PictureNode[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id } of nodes) {
    const base = id.replaceAll(/[^A-Za-z0-9]+/g, '_').slice(0, LONGEST_ID);
    let own = base;
    for (let i = 2; taken.has(own); i += 1) own = `${base}_${i}`;
    taken.add(own);
    ids.set(id, own);
  }
  return ids;
}

function nodeLine({ id, label, kind, cycle, isOpen }: PictureNode, ids: ReadonlyMap<string, string>): string {
  const [open, close] = SHAPES[kind];
  return `${ids.get(id) ?? ''}${open}"${text(shortened(label, LONGEST_NAME))}${isOpen ? ' (open)' : ''}${cycle === undefined ? '' : ' ↻'}"${close}`;
}

function edgeLine(edge: PictureEdge, ids: ReadonlyMap<string, string>): string {
  const tone = toneOf(edge);
  const arrow = tone === 'removed' ? '-.->' : tone === 'error' ? '==>' : '-->';
  return `${ids.get(edge.from) ?? ''} ${arrow}|"${text(edgeLabel(edge))}"| ${ids.get(edge.to) ?? ''}`;
}

function edgeStyles(edges: readonly PictureEdge[]): string[] {
  return Object.entries(STYLES).flatMap(([tone, style]) => {
    const which = edges.flatMap((edge, i) => (toneOf(edge) === tone ? [i] : []));
    return which.length === 0 ? [] : [`linkStyle ${which.join(',')} ${style}`];
  });
}

function nodeStyles(nodes: readonly PictureNode[], ids: ReadonlyMap<string, string>): string[] {
  const styled = (name: string, style: string, is: (node: PictureNode) => boolean): string[] => {
    const which = nodes.filter(is).map(({ id }) => ids.get(id) ?? '');
    return which.length === 0 ? [] : [`classDef ${name} ${style}`, `class ${which.join(',')} ${name}`];
  };
  return [
    ...styled('cyclic', 'stroke:#d93636,stroke-width:2px', ({ cycle, change }) => cycle !== undefined && change === undefined),
    ...styled('outside', 'stroke-dasharray:2 3', ({ kind }) => kind === 'none'),
    ...styled('added', 'stroke:#2c9a45,stroke-width:2px', ({ change }) => change === 'added'),
    ...styled('removed', 'stroke:#808080,stroke-dasharray:6 4', ({ change }) => change === 'removed'),
  ];
}

/** Text within quotes: whatever could be read as Markdown, HTML, a quote or the start of a code is written as a code. Within words, `-` and `.` are themselves. */
function text(value: string): string {
  return printable(value).replaceAll(/(?<!\p{L})[-.]|[^\p{L}\p{M}\p{N} _/@,()↻−.-]/gu, (character) => `#${character.codePointAt(0) ?? 32};`);
}

/** Text up to the end of a line. */
function plain(value: string): string {
  return printable(value).replaceAll(/[;#{}%]/g, ' ');
}

function printable(value: string): string {
  return value.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, '\uFFFD');
}
