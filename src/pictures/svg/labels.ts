import type { Point } from '../layout/index.ts';
import { textWidth } from '../text-width.ts';
import { countLabel, toneOf, type Tone } from '../words.ts';
import type { Drawing, Frame } from './drawing.ts';

/** Words on an arrow, and the middle of where they stand. */
export interface PlacedLabel {
  readonly edge: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** More arrows than these have words only where something is forbidden or has changed. */
const MOST_PLAIN = 60;
const SIZE = 10.5;
const HEIGHT = 13;
const ALONG = [0.5, 0.36, 0.64, 0.24, 0.76];
const GRAVEST: readonly Tone[] = ['error', 'warning', 'added', 'removed', 'excepted', 'allowed'];

/**
 * Finds a place for the words on each arrow, somewhere along its way, where they cover neither a box nor other words. The
 * gravest choose first; plain numbers that find no place are left out.
 */
export function placedLabels({ picture: { edges }, ways, nodes }: Drawing): PlacedLabel[] {
  const taken = new Taken();
  for (const { x, y, width, height } of nodes) taken.add(around(x, y, width, height));
  const shown = edges.flatMap((edge, i) => {
    const tone = toneOf(edge);
    return edges.length <= MOST_PLAIN || tone !== 'allowed' ? [{ i, tone, text: countLabel(edge) }] : [];
  });
  const placed: PlacedLabel[] = [];
  for (const { i, tone, text } of shown.sort((a, b) => GRAVEST.indexOf(a.tone) - GRAVEST.indexOf(b.tone) || a.i - b.i)) {
    const width = textWidth(text, SIZE) + 6;
    const candidates = placesOn(ways[i] ?? []);
    const free = candidates.find(({ x, y }) => !taken.overlaps(around(x, y, width, HEIGHT)));
    const place = free ?? (tone === 'allowed' ? undefined : candidates[0]);
    if (place === undefined) continue;
    taken.add(around(place.x, place.y, width, HEIGHT));
    placed.push({ edge: i, text, x: place.x, y: place.y });
  }
  return placed.sort((a, b) => a.edge - b.edge);
}

/** Places along a way: in the gap in its middle first. */
function placesOn(way: readonly Point[]): Point[] {
  const gaps = way.slice(0, -1).flatMap((from, i) => {
    const to = way[i + 1];
    return to === undefined || i % 2 === 1 ? [] : [{ from, to }];
  });
  const middle = (gaps.length - 1) / 2;
  const sorted = gaps.map((gap, i) => ({ gap, far: Math.abs(i - middle) })).sort((a, b) => a.far - b.far);
  return sorted.flatMap(({ gap }) => ALONG.map((part) => pointOn(gap, part)));
}

/** A point of the curve that is drawn between two layers. */
function pointOn({ from, to }: { readonly from: Point; readonly to: Point }, part: number): Point {
  const rest = 1 - part;
  const bend = 3 * part * rest;
  const x = from.x * (rest ** 3 + bend * rest) + to.x * (part ** 3 + bend * part);
  const y = from.y * rest ** 3 + to.y * part ** 3 + ((from.y + to.y) / 2) * bend;
  return { x, y };
}

function around(x: number, y: number, width: number, height: number): Frame {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

const CELL = 120;

/** Rectangles that are taken, found by the squares of a grid that they touch. */
class Taken {
  readonly #cells = new Map<string, Frame[]>();

  add(frame: Frame): void {
    for (const key of cellsOf(frame)) {
      const cell = this.#cells.get(key);
      if (cell) cell.push(frame);
      else this.#cells.set(key, [frame]);
    }
  }

  overlaps(frame: Frame): boolean {
    return cellsOf(frame).some((key) => this.#cells.get(key)?.some((other) => doOverlap(frame, other)) === true);
  }
}

function cellsOf({ x, y, width, height }: Frame): string[] {
  const keys: string[] = [];
  for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column += 1) {
    for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row += 1) keys.push(`${column} ${row}`);
  }
  return keys;
}

function doOverlap(a: Frame, b: Frame): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
