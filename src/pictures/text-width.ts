/** Widths of characters in the sans-serif fonts of systems, in parts of the font's size. */
const NARROW = 0.3;
const USUAL = 0.56;
const CAPITAL = 0.68;
const BROAD = 0.88;
const FULL = 1.02;

/**
 * About how wide a text is, in the unit of `size`: no font is at hand, and the reader's may be another. Rather too wide than
 * too narrow.
 */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width * size;
}

function widthOf(character: string): number {
  if (/[iljtfrI.,:;'|!()[\]/ -]/.test(character)) return NARROW;
  if (/[mwMW@%…]/.test(character)) return BROAD;
  if (/[\u1100-\u115F\u2E80-\uFFEF\u{1F000}-\u{3FFFF}]/u.test(character)) return FULL;
  return /\p{Lu}/u.test(character) ? CAPITAL : USUAL;
}
