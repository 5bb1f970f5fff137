import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { beforeAll, describe, expect, test } from 'vitest';
import { draw, pictureOf, type PictureOptions } from '../../src/pictures/index.ts';
import { exampleGraph, graphOf, HOSTILE, hostileGraph, monolith } from './support/graphs.ts';
import type { ProjectGraph } from '../../src/arch/index.ts';

let graphviz: Graphviz;
beforeAll(async () => {
  graphviz = await Graphviz.load();
});

interface Parsed {
  readonly objects?: readonly { readonly name: string; readonly label?: string }[];
  readonly edges?: readonly { readonly tail: number; readonly head: number; readonly color: string; readonly style?: string; readonly label: string }[];
}

const dot = (graph: ProjectGraph, options: PictureOptions = {}): string => draw(pictureOf(graph, options), 'dot').text;
/** What Graphviz itself understands. */
const parsed = (text: string): Parsed => JSON.parse(graphviz.layout(text, 'dot_json', 'dot')) as Parsed;

describe('dot', () => {
  test('gives Graphviz the nodes and arrows of a shop', () => {
    const { objects = [], edges = [] } = parsed(dot(exampleGraph('legacy-shop')));
    expect(objects.map(({ name }) => name)).toEqual(['zone:root', 'zone:none', 'module:billing', 'module:orders', 'module:shipping', 'zone:shared']);
    expect(edges).toHaveLength(19 + 2);
    expect(edges.filter(({ color }) => color === '#c62828')).toHaveLength(11);
  });

  test('has green for what came and dashes for what went', () => {
    const { edges = [] } = parsed(dot(graphOf('orders > loyalty'), { since: { graph: graphOf('orders > tax'), revision: 'main' } }));
    expect(edges.map(({ color, style, label }) => [label, color, style])).toEqual([
      ['1, new', '#1b7a36', undefined],
      ['1, gone', '#767676', 'dashed'],
    ]);
  });

  test('draws the module in focus as a cluster', () => {
    expect(parsed(dot(exampleGraph('shop'), { focus: 'orders' })).objects?.map(({ name }) => name)).toContain('cluster_focus');
  });

  test('writes hostile names so that Graphviz shows them as they are', () => {
    const { objects = [] } = parsed(dot(hostileGraph()));
    expect(objects).toHaveLength(HOSTILE.length);
    for (const focus of HOSTILE) expect(parsed(dot(hostileGraph(), { focus })).objects).toBeDefined();
    expect(graphviz.dot(dot(hostileGraph()))).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('of nothing is a graph of nothing', () => {
    expect(parsed(dot(graphOf())).objects).toBeUndefined();
  });

  test('draws all of a large project', () => {
    const picture = pictureOf(monolith(200, 4));
    const text = draw(picture, 'dot').text;
    expect(text.match(/ -> /g)).toHaveLength(picture.edges.length);
  });
});
