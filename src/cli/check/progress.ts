import type { Io } from '../io.ts';

/** How far a check has come, on a terminal. */
export interface Progress {
  step(done: number, total: number): void;
  /** Takes the line away. */
  clear(): void;
}

/** Shorter checks show nothing: a line that flashes up tells nobody anything. */
const PATIENCE_MS = 300;
const PAUSE_MS = 80;

/** Progress on stderr, where that is a terminal. */
export function progressOn({ stderr, env }: Io, now: () => number = () => performance.now()): Progress {
  if (!stderr.isTerminal || env['TERM'] === 'dumb') return { step: () => undefined, clear: () => undefined };
  let next = now() + PATIENCE_MS;
  let isShown = false;
  return {
    step(done, total) {
      if (now() < next) return;
      next = now() + PAUSE_MS;
      isShown = true;
      stderr.writeNow(`\r\u001B[KReading ${done} of ${total} files`);
    },
    clear() {
      if (isShown) stderr.writeNow('\r\u001B[K');
      isShown = false;
    },
  };
}

/** Runs something that reads files, and shows how far it has come. */
export async function withProgress<T>(io: Io, read: (onProgress: Progress['step']) => T): Promise<T> {
  const progress = progressOn(io);
  try {
    return read(progress.step);
  } finally {
    progress.clear();
    await hearSignals();
  }
}

/** A check is one long breath: a signal that came meanwhile is heard before anything is written. Node takes two rounds of its loop for it. */
export async function hearSignals(): Promise<void> {
  for (let round = 0; round < 2; round += 1) await new Promise((resolve) => setImmediate(resolve));
}
