import type { Drawn } from './drawn.ts';
import type { Picture, PictureEdge, PictureNode } from './types.ts';
import { edgeLabel, edgeSentence, nodeFacts, titleOf, toneOf, type Tone } from './words.ts';

const EDGES: Readonly<Record<Tone, string>> = {
  error: 'color="#c62828", fontcolor="#c62828", penwidth=2',
  warning: 'color="#a85b00", fontcolor="#a85b00", penwidth=1.5',
  excepted: 'color="#6a4fb3", fontcolor="#6a4fb3"',
  added: 'color="#1b7a36", fontcolor="#1b7a36", penwidth=1.5',
  removed: 'color="#767676", fontcolor="#767676", style=dashed',
  allowed: 'color="#5f6b7a", fontcolor="#5f6b7a"',
};

const NODES: Readonly<Record<PictureNode['kind'], string>> = {
  module: 'fillcolor="#e8f0fe"',
  shared: 'fillcolor="#f1f3f4", shape=oval',
  root: 'fillcolor="#f1f3f4", shape=hexagon',
  none: 'fillcolor="#ffffff", style="filled,dashed"',
  contract: 'fillcolor="#e6f4ea", shape=component',
  slice: 'fillcolor="#e8f0fe", style="filled,rounded"',
  own: 'fillcolor="#ffffff"',
};

/** A graph for Graphviz, which draws any number of nodes. https://graphviz.org/doc/info/lang.html */
export function dot(picture: Picture): Drawn {
  const names = new Map(picture.nodes.map(({ id, label }) => [id, label]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const inFocus = picture.nodes.filter(({ isInFocus }) => isInFocus);
  const lines = [
    `label=${text([titleOf(picture), ...picture.remarks].join('\n'))}; labelloc=t; fontname="Helvetica"; rankdir=TB; nodesep=0.4; ranksep=0.6`,
    'node [shape=box, style="filled", color="#5f6b7a", fontname="Helvetica", fontsize=11, margin="0.15,0.08"]',
    'edge [fontname="Helvetica", fontsize=9, arrowsize=0.7]',
    ...picture.nodes.filter(({ isInFocus }) => !isInFocus).map(nodeLine),
    ...(picture.focus === undefined ? [] : [`subgraph "cluster_focus" {`, `  label=${text(picture.focus.module)}; style=rounded; color="#5f6b7a"`, ...inFocus.map((node) => `  ${nodeLine(node)}`), '}']),
    ...picture.edges.map((edge) => edgeLine(edge, nameOf)),
  ];
  return { text: `digraph ${text(picture.name)} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`, remarks: picture.remarks };
}

function nodeLine(node: PictureNode): string {
  const { id, label, kind, cycle, change } = node;
  const flags = change === 'added' ? ', color="#1b7a36", penwidth=2' : change === 'removed' ? ', color="#767676", style="filled,dashed"' : cycle !== undefined ? ', color="#c62828", penwidth=2' : '';
  return `${text(id)} [label=${text(`${label}${cycle === undefined ? '' : ' ↻'}\n${nodeFacts(node)}`)}, ${NODES[kind]}${flags}]`;
}

function edgeLine(edge: PictureEdge, nameOf: (id: string) => string): string {
  return `${text(edge.from)} -> ${text(edge.to)} [label=${text(edgeLabel(edge))}, tooltip=${text(edgeSentence(edge, nameOf))}, ${EDGES[toneOf(edge)]}]`;
}

/** A quoted string. In labels a backslash begins an escape and an ampersand an entity, so both are written out. */
function text(value: string): string {
  const lines = value.split('\n').map((line) =>
    line
      .replaceAll(/[\p{Cc}\p{Cs}]/gu, '\uFFFD')
      .replaceAll('&', '&amp;')
      .replaceAll('\\', String.raw`\\`)
      .replaceAll('"', String.raw`\"`),
  );
  return `"${lines.join(String.raw`\n`)}"`;
}
