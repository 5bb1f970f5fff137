/** Pictures of a project: pure functions from its graph to text. */
export { pictureOf, type PictureOptions } from './picture.ts';
export { draw, PICTURE_FORMATS, type PictureFormat } from './draw.ts';
export type { Drawn } from './drawn.ts';
export { cruised, CRUISE_FORMATS, type CruiseFormat } from './cruise/cruise-formats.ts';
export type { Change, NodeKind, Picture, PictureEdge, PictureNode } from './types.ts';
export { drawingOf, type Drawing } from './svg/drawing.ts';
export { elements } from './svg/elements.ts';
export { readable } from './svg/svg.ts';
export { COLORS, STYLE, variables } from './svg/style.ts';
export { edgeSentence, toneOf } from './words.ts';
export { escaped } from './xml.ts';
