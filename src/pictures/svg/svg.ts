import { bounded } from '../bounded.ts';
import type { Drawn } from '../drawn.ts';
import { textWidth } from '../text-width.ts';
import type { Picture } from '../types.ts';
import { titleOf } from '../words.ts';
import { escaped } from '../xml.ts';
import { drawingOf } from './drawing.ts';
import { elements } from './elements.ts';
import { COLORS, STYLE, variables } from './style.ts';

/** More cannot be told apart by anyone, and takes seconds to lay out. */
const BOUNDS = { nodes: 400, edges: 500 };

const HEAD = 40;
const REMARK = 18;
const LEGEND = 28;
const NARROWEST = 480;

/** As much of a picture as can be read in one drawing. */
export function readable(picture: Picture): Picture {
  return bounded(picture, BOUNDS);
}

/** An image that needs no other program: light and dark, in the font of the reader's system. */
export function svg(whole: Picture): Drawn {
  const picture = readable(whole);
  const drawing = drawingOf(picture);
  const title = titleOf(picture);
  const remarks = picture.nodes.length === 0 ? [...picture.remarks, 'There is nothing to draw.'] : picture.remarks;
  const legend = legendOf(picture);
  const width = Math.ceil(Math.max(NARROWEST, drawing.width, textWidth(title, 15) + 60, ...remarks.map((remark) => textWidth(remark, 11) + 60)));
  const head = HEAD + remarks.length * REMARK;
  const height = head + drawing.height + LEGEND;
  const left = Math.round((width - drawing.width) / 2);
  const text =
    `<svg xmlns="http://www.w3.org/2000/svg" class="drawing" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">\n` +
    `<title id="title">${escaped(title)}</title>\n` +
    `<style>:root{${variables(COLORS.light)}}@media (prefers-color-scheme:dark){:root{${variables(COLORS.dark)}}}${STYLE}</style>\n` +
    `<rect width="100%" height="100%" fill="var(--paper)"/>\n` +
    `<text class="title" x="28" y="30">${escaped(title)}</text>\n` +
    remarks.map((remark, i) => `<text class="remark" x="28" y="${HEAD + 12 + i * REMARK}">${escaped(remark)}</text>\n`).join('') +
    `<g transform="translate(${left} ${head})">\n${elements(drawing)}</g>\n` +
    `<g transform="translate(28 ${height - 14})">${legend}</g>\n</svg>\n`;
  return { text, remarks };
}

/** Only what is in the picture. */
function legendOf({ edges, nodes }: Picture): string {
  const entries: readonly (readonly [tone: string, words: string, isThere: boolean])[] = [
    ['error', 'forbidden', edges.some(({ errors, change }) => errors > 0 && change !== 'removed')],
    ['warning', 'forbidden, a warning', edges.some(({ warnings, errors }) => warnings > 0 && errors === 0)],
    ['excepted', 'tolerated by an exception', edges.some(({ excepted, errors, warnings }) => excepted > 0 && errors + warnings === 0)],
    ['added', 'new', edges.some(({ change }) => change === 'added')],
    ['removed', 'gone', edges.some(({ change }) => change === 'removed')],
  ];
  let x = 0;
  let out = '';
  for (const [tone, words, isThere] of entries) {
    if (!isThere) continue;
    out += `<g class="edge ${tone}"><path class="line" d="M${x} -4h24"/></g><text class="remark" x="${x + 30}" y="0">${words}</text>`;
    x += Math.ceil(textWidth(words, 11)) + 54;
  }
  return nodes.some(({ cycle }) => cycle !== undefined) ? `${out}<text class="remark" x="${x}" y="0">↻ in a cycle</text>` : out;
}
