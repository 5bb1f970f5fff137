import type { Io } from './io.ts';

/** 0: compliant. 1: a new error, or too many warnings. 2: could not run. There is no other. */
export type ExitCode = 0 | 1 | 2;

/** An option of a command. */
export interface Option {
  /** What it takes, as the help calls it: `FILE`. Without it, the option is a switch. */
  readonly takes?: string;
  readonly short?: string;
  /** One line of the help. */
  readonly help: string;
}

/** What a user gave a command. */
export interface Input {
  /** Values of options, by name; of one given twice, the last. */
  readonly values: Readonly<Record<string, string>>;
  /** Switches that were given. */
  readonly switches: ReadonlySet<string>;
  /** Arguments before `--`. */
  readonly args: readonly string[];
  /** Arguments after `--`. */
  readonly rest: readonly string[];
}

/** A command: one file in `commands/` and one line in its list. */
export interface Command {
  /** What follows the command's name: `[path] [options] [-- FILE...]`. */
  readonly usage: string;
  /** One or two sentences: what it does. */
  readonly help: string;
  /** How many arguments it takes before `--`. */
  readonly args: { readonly min: number; readonly max: number };
  /** Whether it takes arguments after `--`. */
  readonly takesRest?: boolean;
  readonly options: Readonly<Record<string, Option>>;
  /**
   * Runs it.
   * @throws UsageError or FortressError where it cannot be run
   */
  run(input: Input, io: Io): Promise<ExitCode>;
}
