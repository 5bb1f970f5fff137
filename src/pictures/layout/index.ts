/** Places boxes and arrows in layers. Knows nothing of modules. */
export { layOut } from './layout.ts';
export type { Arrow, Box, Boxes, Laid, Point } from './types.ts';
