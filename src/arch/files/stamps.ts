import { statSync, type Stats } from 'node:fs';

/** What a path looked like when it was last asked for. Two equal stamps: nothing has changed. */
export type Stamp = string;

/** Nothing is there, or it cannot be asked. */
export const MISSING: Stamp = '-';

// Clocks of file systems tick: what changes twice within one tick keeps its time stamp. A stamp that young is not trusted.
const TICK_MS = 40;
const COARSE_TICK_MS = 2_100;

let untrusted = 0;

/** The stamp of a file or folder. */
export function stampOf(path: string): Stamp {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats === undefined ? MISSING : stampFrom(stats, Date.now());
  } catch {
    return MISSING;
  }
}

function stampFrom(stats: Stats, now: number): Stamp {
  const stamp = `${stats.mtimeMs}:${stats.ctimeMs}:${stats.size}:${stats.ino}`;
  const changed = Math.max(stats.mtimeMs, stats.ctimeMs);
  const tick = changed % 1000 === 0 ? COARSE_TICK_MS : TICK_MS;
  if (now - changed >= tick) return stamp;
  untrusted += 1;
  return `${stamp}:${untrusted}`;
}
