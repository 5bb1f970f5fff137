import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { ProjectGraph } from '../../src/arch/index.ts';
import { draw, drawingOf, pictureOf, type PictureOptions } from '../../src/pictures/index.ts';
import { exampleGraph, graphOf, HOSTILE, hostileGraph, monolith } from './support/graphs.ts';

const svg = (graph: ProjectGraph, options: PictureOptions = {}): string => draw(pictureOf(graph, options), 'svg').text;

async function isWellFormed(text: string): Promise<void> {
  const { errors } = await validateXML({ xml: { fileName: 'picture.svg', contents: text }, normalization: 'c14n', maxMemoryPages: 4_096 });
  expect(errors).toEqual([]);
}

describe('svg', () => {
  test.each<[string, ProjectGraph, PictureOptions]>([
    ['of a shop', exampleGraph('legacy-shop'), {}],
    ['of one module', exampleGraph('shop'), { focus: 'orders' }],
    ['of a branch', graphOf('orders ! loyalty', 'a ? b', 'a & c', 'a > d'), { since: { graph: graphOf('orders > tax'), revision: 'm<a>in' } }],
    ['of hostile names', hostileGraph(), {}],
    ['of one hostile name', hostileGraph(), { focus: HOSTILE[2] ?? '' }],
    ['of nothing', graphOf(), {}],
    ['of 200 modules', monolith(200, 4), {}],
  ])('%s is well-formed', async (_, graph, options) => {
    await isWellFormed(svg(graph, options));
  });

  test('needs nothing from elsewhere and runs nothing', () => {
    const text = svg(hostileGraph());
    expect(text.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|<script|<image|<foreignObject|url\(|@import/);
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('has what is forbidden in red, what came in green, what went dashed, light and dark', () => {
    const text = svg(graphOf('orders ! billing', 'orders > loyalty'), { since: { graph: graphOf('orders > tax'), revision: 'main' } });
    expect(text.match(/<g class="edge \w+"><title>/g)).toEqual(['<g class="edge error"><title>', '<g class="edge added"><title>', '<g class="edge removed"><title>']);
    expect(text).toContain('.edge.error,.label.error{color:var(--bad)}');
    expect(text).toContain('--bad:#c62828');
    expect(text).toContain('@media (prefers-color-scheme:dark)');
    expect(text).toContain('.edge.removed .line{stroke-dasharray:6 4}');
  });

  test('tells of each arrow in a sentence', () => {
    expect(svg(exampleGraph('legacy-shop'))).toContain('<title>shipping → orders: 3 references, 1 to the contract, 2 forbidden, part of the cheapest cut of a cycle.</title>');
  });

  test('shortens a very long name in its box, and tells all of it', () => {
    const name = 'x'.repeat(120);
    expect(svg(graphOf(`${name} > billing`))).toContain(`<title>${name}: 1 file</title>`);
    expect(svg(graphOf(`${name} > billing`))).toContain(`>${'x'.repeat(15)}…${'x'.repeat(14)}</text>`);
  });

  test('says that there is nothing to draw', () => {
    expect(svg(graphOf())).toContain('There is nothing to draw.');
  });

  test('of a very large project says what is left out', () => {
    const { text, remarks } = draw(pictureOf(monolith(1_000, 6)), 'svg');
    expect(remarks).toEqual([expect.stringContaining('are not drawn')]);
    expect(text).toContain('are not drawn');
    expect(text.match(/<g class="edge [^"]*"><title>/g)?.length).toBeLessThanOrEqual(500);
    expect(text.length).toBeLessThan(1_000_000);
  });

  test('surrounds the module in focus, and nothing else', () => {
    const { focus, nodes } = drawingOf(pictureOf(exampleGraph('shop'), { focus: 'orders' }));
    const isInside = ({ x, y }: { readonly x: number; readonly y: number }): boolean => focus !== undefined && x > focus.x && x < focus.x + focus.width && y > focus.y && y < focus.y + focus.height;
    expect(nodes.filter(isInside).map(({ node }) => node.id)).toEqual(nodes.filter(({ node }) => node.isInFocus).map(({ node }) => node.id));
  });
});
