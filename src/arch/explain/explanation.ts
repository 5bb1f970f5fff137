import type { Finding, Module, Reference } from '../types.ts';

/** What `fortress explain FILE` says. Paths are relative to the project's root. */
export interface Explanation {
  readonly file: string;
  readonly zone: 'module' | 'shared' | 'root' | 'none';
  readonly isTest: boolean;
  readonly isContract: boolean;
  /** It stands directly in its module's folder: the composition root may use it. */
  readonly isEntry: boolean;
  readonly module?: Module;
  readonly slice?: string;
  /** The contract files that its module has. */
  readonly contract: readonly string[];
  /** What the file may refer to, a sentence each. */
  readonly allowed: readonly string[];
  /** What it may not refer to, a sentence each. */
  readonly forbidden: readonly string[];
}

/** One step of a way: a reference with its place and verdict. */
export interface Step {
  /** Relative to the project's root. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly to: string;
  readonly names: readonly string[];
  readonly kind: Reference['kind'];
  /** The sentence of the law that decided. */
  readonly law: string;
  readonly verdict: 'allowed' | 'error' | 'warning' | 'excepted';
  readonly finding?: Finding;
}

/** What `fortress why A B` says. */
export interface Ways {
  readonly from: string;
  readonly to: string;
  /** Shortest first; a direct way has one step. */
  readonly ways: readonly (readonly Step[])[];
  /** How many ways were left out, where there are very many. */
  readonly leftOut: number;
}
