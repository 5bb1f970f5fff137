import type { TSESTree } from '@typescript-eslint/types';
import { FortressError } from './error.ts';
import type { Explanation, Ways } from './explanation.ts';
import type { Finding, Module, Place, Reference, Report, Resolution } from './types.ts';

/** Where the project is, and how to look at it. */
export interface ProjectOptions {
  /** The folder whose files are checked; absolute, or relative to the working directory. */
  readonly root: string;
  /** `--config`: absolute, or relative to the working directory. Without it, the `fortress.config.*` of the root, if there is one. */
  readonly configFile?: string;
  /** The day that `until` dates are compared with; today. */
  readonly today?: Date;
}

/** What to report. */
export interface CheckOptions {
  /** Files and folders, absolute or relative to the root: the whole project is read, and only findings that stand there are reported. */
  readonly only?: readonly string[];
  /** Called now and then while files are read. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What an ESLint rule asks. */
export interface JudgeOptions {
  /**
   * The rule that asks. It is judged even where it is off unless switched on; a rule that the configuration switches
   * off stays silent. Without it, what the command would report.
   */
  readonly rule?: string;
}

/** A file that was read and parsed: the tree has the shapes of `@typescript-eslint/parser`. */
export interface ModuleSource {
  /** Absolute and real. */
  readonly path: string;
  readonly text: string;
  readonly program: TSESTree.Program;
}

/** One project, open for questions. Every answer follows what is on disk now. */
export interface Project {
  /** Absolute and real, with `/`. */
  readonly root: string;
  /** Absolute; `undefined` where conventions rule. */
  readonly configFile: string | undefined;
  /** Every module, by path. */
  readonly modules: readonly Module[];
  /**
   * The check of the whole project.
   * @throws FortressError where it cannot be run: bad configuration, no files, no modules
   */
  check(options?: CheckOptions): Report;
  /** The findings of the law in one file, whose text need not be saved. */
  judgeFile(path: string, text: string, references: readonly Reference[], options?: JudgeOptions): readonly Finding[];
  /** `no-impure-contracts` in one file, whose text need not be saved; nothing where it is no contract. */
  judgeContract(path: string, text: string, program: TSESTree.Program): readonly Finding[];
  /** What a file or folder belongs to. */
  placeOf(path: string): Place;
  /** Where a specifier leads from a file. */
  resolve(from: string, specifier: string): Resolution;
  /** A file of the project, parsed; `undefined` where it cannot be read or is no JavaScript or TypeScript. Remembered until it changes. */
  readModule(path: string): ModuleSource | undefined;
  /** What one file may refer to. */
  explain(path: string): Explanation;
  /** Every way from one module or file to another. */
  why(from: string, to: string): Ways;
}

/**
 * Opens the project of a folder.
 * @throws ConfigurationError where its configuration cannot be used
 */
export function openProject(options: ProjectOptions): Project {
  throw new FortressError(`The project in ${options.root} cannot be opened yet.`, 'Wait for the checker.');
}

/**
 * The project that a file belongs to, as the command would see it: opened once, and asked anew when something on disk changed.
 * @param path absolute path of the file
 * @param turn one lint of one file (ESLint's `sourceCode`): disk is looked at once a turn; without it, at each call
 */
export function projectOf(path: string, turn?: object): Project | undefined {
  void turn;
  void path;
  return undefined;
}
