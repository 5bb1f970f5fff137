import { describe, expect, test } from 'vitest';
import { draw, pictureOf } from '../../src/pictures/index.ts';
import { exampleGraph, graphOf, HOSTILE, hostileGraph, monolith } from './support/graphs.ts';

const drawn = (...lines: readonly string[]): string => draw(pictureOf(graphOf(...lines)), 'mermaid').text;

/** Every line of a flowchart that we write, as Mermaid's grammar has it. Real Mermaid reads all of them. */
const LINES = [
  /^flowchart TB$/,
  /^ {2}accTitle: [^\n;#{}%]*$/,
  /^ {2}%% [^{]*$/,
  /^ {2,4}\w+(?:\["[^"`<>]*"\]|\(\["[^"`<>]*"\]\)|\{\{"[^"`<>]*"\}\}|>"[^"`<>]*"\]|\[\["[^"`<>]*"\]\]|\("[^"`<>]*"\))$/,
  /^ {2}subgraph focus\["[^"`<>]*"\]$/,
  /^ {2}end$/,
  /^ {2}\w+ (?:-->|==>|-\.->)\|"[^"`<>]*"\| \w+$/,
  /^ {2}linkStyle [\d,]+ [\w:#,. -]+$/,
  /^ {2}classDef \w+ [\w:#,. -]+$/,
  /^ {2}class [\w,]+ \w+$/,
];

function strangeLines(chart: string): string[] {
  return chart.trimEnd().split('\n').filter((line) => !LINES.some((pattern) => pattern.test(line)));
}

describe('mermaid', () => {
  test('draws a small shop', () => {
    expect(drawn('root > orders', 'orders = billing', 'orders ! billing', 'orders ~ shared')).toBe(`flowchart TB
  accTitle: Modules of shop
  zone_root{{"composition root"}}
  module_billing["billing"]
  module_orders["orders"]
  zone_shared(["shared kernel"])
  module_orders ==>|"1 of 2 forbidden"| module_billing
  module_orders -->|"1 type"| zone_shared
  zone_root -->|"1"| module_orders
  linkStyle 0 stroke:#d93636,stroke-width:3px,color:#d93636
`);
  });

  test('has red for what is forbidden, green for what came and dashes for what went', () => {
    const since = { graph: graphOf('orders > tax'), revision: 'main' };
    const chart = draw(pictureOf(graphOf('orders ! billing', 'orders > loyalty'), { since }), 'mermaid').text;
    expect(chart).toContain('  module_orders ==>|"1 forbidden, new"| module_billing\n  module_orders -->|"1, new"| module_loyalty\n  module_orders -.->|"1, gone"| module_tax\n');
    expect(chart).toContain('linkStyle 0 stroke:#d93636');
    expect(chart).toContain('linkStyle 1 stroke:#2c9a45');
    expect(chart).toContain('linkStyle 2 stroke:#808080,stroke-dasharray:6 4');
  });

  test('marks cycles', () => {
    expect(draw(pictureOf(exampleGraph('legacy-shop')), 'mermaid').text).toContain('class module_billing,module_orders,module_shipping cyclic');
  });

  test('draws the module in focus as a box', () => {
    const chart = draw(pictureOf(exampleGraph('shop'), { focus: 'orders' }), 'mermaid').text;
    expect(chart).toContain('  subgraph focus["orders"]\n    part_contract[["contract"]]\n    slice_features_list_orders("features/list-orders")\n');
    expect(strangeLines(chart)).toEqual([]);
  });

  test('tells apart names that differ only in signs', () => {
    expect(drawn('a-b > a_b')).toContain('module_a_b -->|"1"| module_a_b_2');
  });

  test.each([undefined, HOSTILE[0]])('writes hostile names so that they are nothing but names, focus %s', (focus) => {
    expect(strangeLines(draw(pictureOf(hostileGraph(), focus === undefined ? {} : { focus }), 'mermaid').text)).toEqual([]);
  });

  test('of nothing is a flowchart of nothing', () => {
    expect(drawn()).toBe('flowchart TB\n  accTitle: Modules of shop\n');
  });

  test.each([
    [200, 4],
    [1_000, 8],
  ])('of %i modules is as large as Mermaid reads, and says what is left out', (modules, each) => {
    const picture = pictureOf(monolith(modules, each));
    const { text, remarks } = draw(picture, 'mermaid');
    expect(text.length).toBeLessThan(50_000);
    expect(text.match(/(?:-->|==>)\|/g)?.length).toBeLessThanOrEqual(300);
    expect(remarks).toEqual([expect.stringMatching(/arrows? of \d+ nodes and \d+ arrows are not drawn.*`--focus MODULE`/)]);
    expect(strangeLines(text)).toEqual([]);
  });

  test('with the longest names is no larger either', () => {
    const names = Array.from({ length: 240 }, (_, i) => `${'ü#'.repeat(30)}-${i}`);
    const graph = graphOf(...names.map((name, i) => `${name} > ${names[(i + 1) % names.length] ?? ''}`));
    expect(draw(pictureOf(graph), 'mermaid').text.length).toBeLessThan(50_000);
  });
});
