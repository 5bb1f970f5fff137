import { stampOf, type Stamp } from './stamps.ts';

interface Remembered {
  /** What was looked at on disk while this was worked out. */
  readonly sources: ReadonlyMap<string, Stamp>;
  readonly value?: unknown;
  readonly error?: unknown;
  /** The turn in which it was last found to be true. */
  turn: number;
  /** When it was last compared with the disk, and how long that took. */
  comparedAt: number;
  costMs: number;
}

// Where many files are behind one answer, comparing them all takes at most one part in so many of the time: then an answer
// may be a few milliseconds old.
const MANY_SOURCES = 40;
const COST_SHARE = 30;

/**
 * What was worked out from the disk, for as long as the disk says the same.
 *
 * A frozen memory (the command) looks once. A live memory (an editor that runs for days) compares the time stamps of
 * everything behind an answer, once a turn.
 */
export class Memory {
  readonly live: boolean;
  #turn = 1;
  #recorder: Map<string, Stamp> | undefined;
  readonly #stamps = new Map<string, { readonly turn: number; readonly stamp: Stamp }>();
  readonly #remembered = new Map<string, Remembered>();

  constructor(live: boolean) {
    this.live = live;
  }

  /** From now on, answers are compared with the disk anew. */
  nextTurn(): void {
    this.#turn += 1;
    if (this.#stamps.size > 20_000) this.#stamps.clear();
  }

  /** Notes that the current answer depends on a path, be it there or not. */
  dependOn(path: string): void {
    if (this.#recorder !== undefined && !this.#recorder.has(path)) this.#recorder.set(path, this.#stampOf(path));
  }

  /** The answer to `key`; worked out when it was not asked before, or when something behind it changed. Errors are answers. */
  derived<T>(key: string, compute: () => T): T {
    const known = this.#remembered.get(key);
    if (known !== undefined && this.#stillHolds(known)) return this.#given<T>(known);
    const outer = this.#recorder;
    const sources = this.live ? new Map<string, Stamp>() : undefined;
    this.#recorder = sources;
    let result: { readonly value: T } | { readonly error: unknown };
    try {
      result = { value: compute() };
    } catch (error) {
      result = { error };
    } finally {
      this.#recorder = outer;
    }
    const remembered: Remembered = { sources: sources ?? new Map(), ...result, turn: this.#turn, comparedAt: performance.now(), costMs: 0 };
    this.#remembered.set(key, remembered);
    return this.#given<T>(remembered);
  }

  #given<T>(remembered: Remembered): T {
    if (this.#recorder !== undefined) {
      for (const [path, stamp] of remembered.sources) if (!this.#recorder.has(path)) this.#recorder.set(path, stamp);
    }
    if ('error' in remembered) throw remembered.error;
    return remembered.value as T;
  }

  #stillHolds(known: Remembered): boolean {
    if (!this.live || known.turn === this.#turn) return true;
    const start = performance.now();
    if (known.sources.size > MANY_SOURCES && start - known.comparedAt < known.costMs * COST_SHARE) return true;
    for (const [path, stamp] of known.sources) if (this.#stampOf(path) !== stamp) return false;
    known.turn = this.#turn;
    known.comparedAt = performance.now();
    known.costMs = known.comparedAt - start;
    return true;
  }

  #stampOf(path: string): Stamp {
    const known = this.#stamps.get(path);
    if (known !== undefined && known.turn === this.#turn) return known.stamp;
    const stamp = stampOf(path);
    this.#stamps.set(path, { turn: this.#turn, stamp });
    return stamp;
  }
}
