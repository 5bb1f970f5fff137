import { statSync } from 'node:fs';

/** What a file looked like just before it was read. */
export interface Stamp {
  readonly mtimeMs: number;
  /** What no tool can set back: it tells a text of the same length with the old date. */
  readonly ctimeMs: number;
  readonly size: number;
  readonly inode: number;
  /** The file was too young to be told by its dates: what is written twice within one tick of a clock keeps them. */
  readonly isYoung: boolean;
}

/** The coarsest clock of a file system ticks every two seconds. */
const YOUNG_MS = 2_000;

/** The stamp of a file; `undefined` where there is none. */
export function stampOf(path: string, now: number): Stamp | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    const { mtimeMs, ctimeMs, size, ino } = stats;
    return { mtimeMs, ctimeMs, size, inode: ino, isYoung: now - Math.max(mtimeMs, ctimeMs) < YOUNG_MS };
  } catch {
    return undefined;
  }
}
