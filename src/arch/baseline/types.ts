import type { Finding } from '../types.ts';
import type { Identity } from './identity.ts';

/** A violation that is tolerated, as often as `count` says. */
export interface Entry extends Identity {
  readonly count: number;
}

/** An entry, and where it is listed. */
export interface ListedEntry extends Entry {
  /** The module whose file lists it; `null` for what stands in no module. */
  readonly module: string | null;
  /** The file that lists it, relative to the project's root. */
  readonly listedIn: string;
  readonly line: number;
  readonly column: number;
}

/** What a folder of baseline files says. */
export interface Baseline {
  /** Absolute. */
  readonly folder: string;
  readonly entries: readonly ListedEntry[];
  /** Names of the files that it was read from. */
  readonly fileNames: readonly string[];
}

/** What a check found, held against a baseline. */
export interface Ratcheted {
  /** Every finding, in the order they came, with its status. */
  readonly findings: readonly Finding[];
  /** What is listed and no longer there; `count` says how many times too often. */
  readonly unused: readonly ListedEntry[];
}
