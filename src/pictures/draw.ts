import { dot } from './dot.ts';
import type { Drawn } from './drawn.ts';
import { mermaid } from './mermaid.ts';
import { svg } from './svg/svg.ts';
import type { Picture } from './types.ts';

const FORMATS: Readonly<Record<PictureFormat, (picture: Picture) => Drawn>> = { mermaid, dot, svg };

/** The formats that pictures of modules are drawn in. */
export const PICTURE_FORMATS = ['mermaid', 'dot', 'svg'] as const;

/** The name of a format. */
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** Draws a picture. */
export function draw(picture: Picture, format: PictureFormat): Drawn {
  return FORMATS[format](picture);
}
