import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOut, type Boxes, type Laid } from '../../src/pictures/layout/index.ts';

const graphs = fc.integer({ min: 1, max: 24 }).chain((count) =>
  fc.record({
    boxes: fc.array(fc.record({ width: fc.integer({ min: 60, max: 240 }), height: fc.constant(40), band: fc.integer({ min: 0, max: 2 }) }), { minLength: count, maxLength: count }),
    arrows: fc
      .array(fc.record({ from: fc.integer({ min: 0, max: count - 1 }), to: fc.integer({ min: 0, max: count - 1 }) }), { maxLength: 60 })
      .map((arrows) => arrows.filter(({ from, to }) => from !== to)),
  }),
);

function overlapping({ boxes }: Boxes, { places }: Laid): number[][] {
  const found: number[][] = [];
  places.forEach((a, i) =>
    places.slice(0, i).forEach((b, k) => {
      const [one, other] = [boxes[i], boxes[k]];
      if (one && other && Math.abs(a.x - b.x) < (one.width + other.width) / 2 && Math.abs(a.y - b.y) < (one.height + other.height) / 2) found.push([k, i]);
    }),
  );
  return found;
}

describe('the layout', () => {
  test('puts no box on another, everything within its frame, and is the same each time', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const laid = layOut(graph);
        expect(overlapping(graph, laid)).toEqual([]);
        for (const { x, y } of [...laid.places, ...laid.ways.flat()]) {
          expect(x).toBeGreaterThanOrEqual(-0.001);
          expect(x).toBeLessThanOrEqual(laid.width + 0.001);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(laid.height);
        }
        expect(layOut(graph)).toEqual(laid);
      }),
      { numRuns: 60 },
    );
  });

  test('leads every arrow from the edge of one box to the edge of the other', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { places, ways } = layOut(graph);
        graph.arrows.forEach(({ from, to }, i) => {
          for (const [box, point] of [[from, ways[i]?.[0]] as const, [to, ways[i]?.at(-1)] as const]) {
            expect(Math.abs((point?.y ?? NaN) - (places[box]?.y ?? NaN))).toBe(20);
            expect(Math.abs((point?.x ?? NaN) - (places[box]?.x ?? NaN))).toBeLessThanOrEqual((graph.boxes[box]?.width ?? 0) / 2);
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  test('puts bands below each other', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { places } = layOut(graph);
        graph.boxes.forEach((one, i) => graph.boxes.forEach((other, k) => one.band < other.band && expect(places[i]?.y).toBeLessThan(places[k]?.y ?? -1)));
      }),
      { numRuns: 30 },
    );
  });

  test('leads a chain straight down', () => {
    const box = { width: 100, height: 40, band: 0 };
    const { places } = layOut({ boxes: [box, box, box], arrows: [{ from: 0, to: 1 }, { from: 1, to: 2 }] });
    expect(places.map(({ x }) => x)).toEqual([50, 50, 50]);
    expect(places[0]?.y).toBeLessThan(places[1]?.y ?? 0);
    expect(places[1]?.y).toBeLessThan(places[2]?.y ?? 0);
  });

  test('crosses no arrows that need not cross', () => {
    const box = { width: 100, height: 40, band: 0 };
    const { places } = layOut({ boxes: [box, box, box, box], arrows: [{ from: 0, to: 3 }, { from: 1, to: 2 }] });
    expect(Math.sign((places[0]?.x ?? 0) - (places[1]?.x ?? 0))).toBe(Math.sign((places[3]?.x ?? 0) - (places[2]?.x ?? 0)));
  });
});
