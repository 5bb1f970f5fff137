import { exploreGraph } from './client/explore-graph.ts';
import { filterFindings } from './client/filter-findings.ts';
import { zoom } from './client/zoom.ts';

/**
 * The page's script. Its parts are functions of this package, checked and linted like the rest, and written into the page as
 * they are: each depends on nothing but what it is given.
 */
export const SCRIPT = [filterFindings, exploreGraph, zoom].map((part) => `(${part.toString()})(document, window);`).join('\n');

/** Data for a script, in an element of the page: no text in it can end the element. */
export function embedded(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`).replaceAll('\u2028', String.raw`\u2028`).replaceAll('\u2029', String.raw`\u2029`);
}
