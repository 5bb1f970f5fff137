import { describe, expect, test } from 'vitest';
import { bounded } from '../../src/pictures/bounded.ts';
import { pictureOf } from '../../src/pictures/index.ts';
import { exampleGraph, graphOf, monolith } from './support/graphs.ts';

describe('a picture that is too large', () => {
  const whole = pictureOf(monolith(300, 6));

  test('stays as it is where it is not', () => {
    expect(bounded(whole, { nodes: 1_000, edges: 10_000 })).toBe(whole);
  });

  test('keeps within its bounds, and draws no arrow without its ends', () => {
    const { nodes, edges } = bounded(whole, { nodes: 40, edges: 60 });
    const ids = new Set(nodes.map(({ id }) => id));
    expect(nodes).toHaveLength(40);
    expect(edges.length).toBeLessThanOrEqual(60);
    expect(edges.every(({ from, to }) => ids.has(from) && ids.has(to))).toBe(true);
  });

  test('leaves out no forbidden arrow for one that is allowed', () => {
    const { nodes, edges } = bounded(whole, { nodes: 60, edges: 80 });
    const ids = new Set(nodes.map(({ id }) => id));
    const forbidden = whole.edges.filter(({ errors, from, to }) => errors > 0 && ids.has(from) && ids.has(to));
    const kept = new Set(edges);
    expect(forbidden.length).toBeGreaterThan(20);
    expect(forbidden.filter((edge) => !kept.has(edge))).toEqual([]);
  });

  test('leaves out what everyone may use before what modules have to do with each other', () => {
    const picture = pictureOf(graphOf('orders > shared', 'billing > shared', 'orders > shared', 'orders = billing'));
    expect(bounded(picture, { nodes: 10, edges: 1 }).edges.map(({ to }) => to)).toEqual(['module:billing']);
  });

  test('keeps every part of a module in focus', () => {
    const picture = pictureOf(exampleGraph('shop'), { focus: 'orders' });
    expect(bounded(picture, { nodes: 7, edges: 3 }).nodes.filter(({ isInFocus }) => isInFocus)).toHaveLength(6);
  });

  test('says what it left out', () => {
    expect(bounded(pictureOf(graphOf('a > b', 'b > c')), { nodes: 2, edges: 5 }).remarks).toEqual([
      '1 node and 1 arrow of 3 nodes and 2 arrows are not drawn: what breaks the law, cycles and the busiest come first. `--focus MODULE` draws one module with all its neighbours.',
    ]);
  });
});
