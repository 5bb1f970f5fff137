import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TSESTree } from '@typescript-eslint/types';
import { checkProject, isWanted, type CheckOptions } from './check/check.ts';
import { contractDrafts } from './contracts/drafts.ts';
import { readGraph, type ProjectGraph } from './edges/index.ts';
import { ConfigurationError, FortressError } from './error.ts';
import { explainFile } from './explain/explain.ts';
import type { LibraryConfig } from './config/types.ts';
import type { Explanation, Ways } from './explain/explanation.ts';
import { waysBetween } from './explain/why.ts';
import { folderOf, isSourceName, nameOf, toSlashes, under } from './files/paths.ts';
import { isIgnored } from './files/ignores.ts';
import { pathBelow } from './files/real-path.ts';
import { Lines } from './files/positions.ts';
import { byPlace, placedFindings } from './law/finding.ts';
import { draftsOn, judgeReference, type Court, type Judged } from './law/references.ts';
import { completedReport, outlookOn, type Outlook } from './outlook/index.ts';
import type { ModuleSource } from './sources/sources.ts';
import { State, type StateOptions } from './state.ts';
import type { Diagnostic, Finding, Module, Place, Reference, Report, Resolution } from './types.ts';

/** Where the project is, and how to look at it. */
export interface ProjectOptions {
  /** The folder whose files are checked; absolute, or relative to the working directory. */
  readonly root: string;
  /** `--config`: absolute, or relative to the working directory. Without it, the `fortress.config.*` of the root, if there is one. */
  readonly configFile?: string;
  /** The day that `until` dates are compared with; today. */
  readonly today?: Date;
  /** Whether checks remember on disk what they read, for the next run: in `node_modules/.cache`, or the system's temporary folder. */
  readonly cache?: boolean;
}

/** What an ESLint rule asks. */
export interface JudgeOptions {
  /**
   * The rule that asks. It is judged even where it is off unless switched on; a rule that the configuration switches
   * off stays silent. Without it, what the command would report.
   */
  readonly rule?: string;
}

/** One project, open for questions. Every answer follows what is on disk now. */
export interface Project {
  /** Absolute and real, with `/`. */
  readonly root: string;
  /** Absolute; `undefined` where conventions rule. */
  readonly configFile: string | undefined;
  /** Every module, by path. */
  readonly modules: readonly Module[];
  /** Libraries of the team's own. The same list for as long as the configuration has not changed. */
  readonly libraries: readonly LibraryConfig[];
  /**
   * The check of the whole project.
   * @throws FortressError where it cannot be run: bad configuration, no files, no modules
   */
  check(options?: CheckOptions): Report;
  /**
   * Every reference between the files of the project, and what the law says of it. After a check, as the check saw it.
   * @param onProgress called now and then while files are read
   * @throws FortressError where there is none: bad configuration, no files, no modules
   */
  graph(onProgress?: CheckOptions['onProgress']): ProjectGraph;
  /** What the checks of other rooms see. After a check, as the check saw it. */
  outlook(): Outlook;
  /** The report of the last check, with what other rooms found. */
  completed(report: Report, more: { readonly findings: readonly Finding[]; readonly diagnostics: readonly Diagnostic[] }, options?: CheckOptions): Report;
  /** The findings of the law in one file, whose text need not be saved. Nothing where the file is left out of the project. */
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
 * Opens the project of a folder. What is wrong with its configuration is said at the first question.
 * @throws FortressError where the folder is not there
 * @throws ConfigurationError where the configuration that is named is not there
 */
export function openProject({ root, configFile, today, cache }: ProjectOptions): Project {
  const path = resolve(root);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new FortressError(`\`${root}\` is no folder.`, 'Name the folder of the project.', root);
  }
  const config = configFile === undefined ? undefined : toSlashes(resolve(configFile));
  if (config !== undefined && statSync(config, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new ConfigurationError(`The configuration \`${configFile ?? ''}\` is not there.`, 'Name a configuration file that exists.', configFile);
  }
  return new LiveProject({ root: toSlashes(realpathSync.native(path)), configFile: config, today, cache });
}

/** The references of one file, judged: every rule of the law asks for the same. */
interface JudgedFile {
  readonly text: string;
  readonly references: readonly Reference[];
  readonly path: string;
  readonly court: Court;
  readonly judged: readonly Judged[];
}

const NO_LIBRARIES: readonly LibraryConfig[] = [];

/** A project that is looked at for as long as an editor runs. */
export class LiveProject implements Project {
  readonly root: string;
  readonly #options: StateOptions;
  readonly #state: State;
  /** What the last check saw. */
  #checked: State | undefined;
  /** Where the last check judged. */
  #court: Court | undefined;
  #turn: object | undefined;
  #last: JudgedFile | undefined;

  constructor(options: StateOptions) {
    this.root = options.root;
    this.#options = options;
    this.#state = new State(options, true);
  }

  /** Answers for one lint of one file: disk is looked at once. Without a turn, at each question. */
  during(turn: object | undefined): this {
    if (turn === undefined || turn !== this.#turn) this.#renew();
    this.#turn = turn;
    return this;
  }

  get configFile(): string | undefined {
    return (this.#checked ?? this.#now).model.loaded?.path;
  }

  get modules(): readonly Module[] {
    return (this.#checked ?? this.#now).model.modules;
  }

  get libraries(): readonly LibraryConfig[] {
    return (this.#checked ?? this.#now).config?.config.libraries ?? NO_LIBRARIES;
  }

  check(options: CheckOptions = {}): Report {
    this.#checked = new State(this.#options, false);
    this.#court = this.#checked.court();
    return checkProject(this.#checked, options, this.#court);
  }

  outlook(): Outlook {
    const state = this.#checked ?? this.#now;
    return outlookOn(state, this.#checked && this.#court ? this.#court : state.court());
  }

  completed(report: Report, more: { readonly findings: readonly Finding[]; readonly diagnostics: readonly Diagnostic[] }, { only }: CheckOptions = {}): Report {
    return this.#court === undefined ? report : completedReport(this.#court, report, more, (file) => isWanted(this.root, file, only));
  }

  graph(onProgress?: CheckOptions['onProgress']): ProjectGraph {
    return readGraph(this.#checked ?? new State(this.#options, false), onProgress);
  }

  judgeFile(path: string, text: string, references: readonly Reference[], { rule }: JudgeOptions = {}): readonly Finding[] {
    const real = this.#realOf(path);
    if (real === undefined) return [];
    const { court, judged } = this.#judged(real, text, references);
    const place = court.model.places.of(real);
    const drafts = judged.flatMap((one, i) => {
      const reference = references[i];
      return reference === undefined ? [] : draftsOn(court, { path: real, text, place, asked: rule }, reference, one);
    });
    return drafts.length === 0 ? [] : placedFindings(drafts, new Lines(text)).sort(byPlace);
  }

  judgeContract(path: string, text: string, program: TSESTree.Program): readonly Finding[] {
    const state = this.#now;
    const real = this.#realOf(path);
    if (real === undefined) return [];
    const place = state.model.places.of(real);
    if (!place.isContract) return [];
    return placedFindings(contractDrafts(state.court(), state.sources, { path: real, program, place, asked: 'no-impure-contracts' }), new Lines(text)).sort(byPlace);
  }

  placeOf(path: string): Place {
    const state = this.#now;
    const real = pathBelow(this.root, path);
    const folder = state.tree.folder(real);
    return folder === undefined ? state.model.places.of(state.tree.file(real) ?? real) : state.model.places.ofFolder(folder.path);
  }

  resolve(from: string, specifier: string): Resolution {
    const state = this.#now;
    const path = pathBelow(this.root, from);
    return state.resolver.resolve(state.tree.file(path) ?? path, { form: 'import', specifier });
  }

  readModule(path: string): ModuleSource | undefined {
    const state = this.#now;
    const real = state.tree.file(pathBelow(this.root, path));
    return real === undefined ? undefined : state.sources.read(real);
  }

  explain(path: string): Explanation {
    return explainFile(this.#now, pathBelow(this.root, resolve(this.root, path)));
  }

  why(from: string, to: string): Ways {
    return waysBetween(new State(this.#options, false), from, to);
  }

  get #now(): State {
    if (this.#turn === undefined) this.#renew();
    return this.#state;
  }

  #renew(): void {
    this.#checked = undefined;
    this.#state.nextTurn();
    this.#last = undefined;
  }

  #judged(path: string, text: string, references: readonly Reference[]): JudgedFile {
    const last = this.#last;
    if (last !== undefined && last.path === path && last.text === text && last.references === references) return last;
    const court = this.#state.court();
    const place = court.model.places.of(path);
    const judged = references.map((reference) => judgeReference(court, { path, place }, reference));
    this.#last = { path, text, references, court, judged };
    return this.#last;
  }

  /** The real path of a file that belongs to the project or would when it is saved. */
  #realOf(path: string): string | undefined {
    const { tree } = this.#now;
    const asked = pathBelow(this.root, path);
    const real = tree.file(asked);
    const at = real ?? asked;
    const folder = tree.folder(folderOf(at));
    const name = nameOf(at);
    if (folder === undefined) return isSourceName(name) ? at : undefined;
    if (folder.isLeftOut || !isSourceName(name)) return undefined;
    const isThere = real !== undefined ? folder.sources.includes(name) : !isIgnored(folder.ignores, under(folder.path, name), name, false);
    return isThere ? under(folder.path, name) : undefined;
  }
}
