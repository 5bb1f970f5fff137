import { describe, expect, test } from 'vitest';
import type { ProjectGraph } from '../../src/arch/index.ts';
import { pictureOf, type Picture } from '../../src/pictures/index.ts';
import { exampleGraph, graphOf, monolith } from './support/graphs.ts';

const edges = ({ edges: all }: Picture): string[] => all.map(({ from, to, count }) => `${from} > ${to} ${count}`);
const nodes = ({ nodes: all }: Picture): string[] => all.map(({ id }) => id);

describe('a picture', () => {
  test('counts the references between two modules, by what they are', () => {
    const [edge, ...others] = pictureOf(graphOf('orders > billing', 'orders ~ billing', 'orders = billing', 'orders ! billing', 'orders ? billing', 'orders & billing')).edges;
    expect(others).toEqual([]);
    expect(edge).toMatchObject({ count: 6, types: 1, contract: 1, errors: 1, warnings: 1, excepted: 1 });
  });

  test('has the composition root first and the shared kernel last', () => {
    expect(nodes(pictureOf(graphOf('root > orders', 'orders > shared', 'none > billing')))).toEqual(['zone:root', 'zone:none', 'module:billing', 'module:orders', 'zone:shared']);
  });

  test('shows a module that nobody refers to, but no zone that is empty', () => {
    const graph: ProjectGraph = { ...graphOf(), modules: [{ name: 'orders', path: 'src/orders', open: false }], files: [{ path: 'src/orders/a.ts', side: { zone: 'module', module: 'orders' }, isTest: false, isContract: false }] };
    expect(nodes(pictureOf(graph))).toEqual(['module:orders']);
  });

  test('leaves out what tests refer to, unless they break the law', () => {
    const graph = graphOf('orders > billing', 'orders ! shipping', 'orders > shared');
    const inTests = { ...graph, references: graph.references.map((one) => ({ ...one, isTest: true })) };
    expect(edges(pictureOf(inTests))).toEqual(['module:orders > module:shipping 1']);
  });

  test('of nothing is empty', () => {
    expect(pictureOf(graphOf())).toMatchObject({ nodes: [], edges: [], remarks: [] });
  });

  test('flags the modules, the arrows and the cut of a cycle', () => {
    const picture = pictureOf(exampleGraph('legacy-shop'));
    expect(picture.nodes.filter(({ cycle }) => cycle === 0).map(({ label }) => label)).toEqual(['billing', 'orders', 'shipping']);
    expect(picture.edges.filter(({ isInCut }) => isInCut).map(({ from, to }) => `${from} > ${to}`)).toEqual(['module:billing > module:orders', 'module:shipping > module:orders']);
    expect(picture.edges.filter(({ isInCycle }) => isInCycle)).toHaveLength(5);
  });

  test('is the same whatever the order of the references', () => {
    const graph = monolith(30, 3);
    expect(pictureOf({ ...graph, references: graph.references.toReversed(), files: graph.files.toReversed() })).toEqual(pictureOf(graph));
  });
});

describe('the focus on a module', () => {
  test('takes it apart into contract, slices and own files, and keeps only its neighbours', () => {
    const picture = pictureOf(exampleGraph('shop'), { focus: 'orders' });
    expect(nodes(picture)).toEqual([
      'zone:root',
      'module:billing',
      'module:catalog',
      'part:contract',
      'slice:features/list-orders',
      'slice:features/place-order',
      'slice:features/settle-order',
      'slice:features/track-product',
      'part:own',
      'zone:shared',
    ]);
    expect(edges(picture)).toContain('module:billing > part:contract 3');
    expect(edges(picture).every((edge) => /part:|slice:/.test(edge))).toBe(true);
  });

  test('leaves out what neighbours have to do with each other', () => {
    expect(edges(pictureOf(graphOf('orders > billing', 'billing > tax', 'tax > orders'), { focus: 'orders' }))).toEqual(['module:tax > part:own 1', 'part:own > module:billing 1']);
  });
});

describe('since a revision', () => {
  const since = { graph: graphOf('orders > billing', 'orders > tax', 'orders > shared', 'returns > orders'), revision: 'main' };
  const picture = pictureOf(graphOf('orders > billing', 'orders ! billing', 'orders > shared', 'orders > loyalty'), { since });

  test('arrows came, went, grew or stayed', () => {
    expect(picture.edges.map(({ from, to, change, growth }) => [`${from} > ${to}`, change, growth])).toEqual([
      ['module:orders > module:billing', undefined, 1],
      ['module:orders > module:loyalty', 'added', 1],
      ['module:orders > module:tax', 'removed', -1],
      ['module:orders > zone:shared', undefined, 0],
      ['module:returns > module:orders', 'removed', -1],
    ]);
  });

  test('modules came and went', () => {
    expect(picture.nodes.flatMap(({ label, change }) => (change === undefined ? [] : [`${label} ${change}`]))).toEqual(['loyalty added', 'returns removed', 'tax removed']);
  });

  test('what is gone breaks no law any more', () => {
    const [gone] = pictureOf(graphOf(), { since: { graph: graphOf('orders ! billing'), revision: 'main' } }).edges;
    expect(gone).toMatchObject({ change: 'removed', errors: 0, count: 1 });
  });
});
