import { resolve } from 'node:path';
import { contractDrafts } from '../contracts/drafts.ts';
import { FortressError } from '../error.ts';
import { isWithin, relativeTo } from '../files/paths.ts';
import { Lines } from '../files/positions.ts';
import { pathBelow } from '../files/real-path.ts';
import { byPlace, placedFindings, severityOf, type Draft } from '../law/finding.ts';
import { draftsOn, type Court } from '../law/references.ts';
import type { State } from '../state.ts';
import type { Coverage, Finding, Report } from '../types.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { KernelUsers } from './kernel-users.ts';
import { layerFindings } from './layer-findings.ts';
import { ModuleCycles } from './module-cycles.ts';
import { exceptionFindings, parseErrorDraft, unreadableFindings } from './other-findings.ts';
import { readProject, type ReadFile, type ReadProject } from './read-project.ts';
import { SliceStructure } from './slice-structure.ts';
import { UnusedContracts } from './unused-contracts.ts';

/** What to report. */
export interface CheckOptions {
  /** Files and folders, absolute or relative to the root: the whole project is read, and only findings that stand there are reported. */
  readonly only?: readonly string[];
  /** Called now and then while files are read. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * The check of a whole project.
 * @throws FortressError where it cannot be run: bad configuration, no files, no modules
 */
export function checkProject(state: State, { only, onProgress }: CheckOptions, court: Court = state.court()): Report {
  const findings: Finding[] = [];
  const counted = new Counter();
  const users = new KernelUsers();
  const cycles = new ModuleCycles(court);
  const slices = new SliceStructure(court);
  const contracts = new UnusedContracts(state, court);
  const project = readProject(
    state,
    court,
    (file) => {
      counted.add(file);
      users.add(file, (path) => court.model.places.of(path).zone === 'shared');
      cycles.add(file);
      slices.add(file);
      contracts.add(file);
      findings.push(...findingsIn(state, court, file));
    },
    onProgress,
  );
  demandSomething(state, court, project);
  // Only now is it known which exceptions cover something.
  findings.push(...cycles.findings(), ...slices.findings(), ...contracts.findings(), ...layerFindings(state, court, project.walked.files), ...unreadableFindings(state, court, project), ...exceptionFindings(court));
  const wanted = findings.filter(({ file }) => isWanted(state.root, file, only));
  return { findings: wanted.map((finding) => users.told(finding, state.root)).sort(byPlace), coverage: counted.coverage(court, project), diagnostics: diagnosticsOf(state, project.walked) };
}

/**
 * @throws FortressError where there is nothing to check: no files, no modules
 */
export function demandSomething(state: State, court: Court, { walked, unreadable }: ReadProject): void {
  if (walked.files.length === 0 && state.tree.unreadable.has(state.root)) {
    throw new FortressError('The folder cannot be read.', 'Make it readable, or name another folder.', '.');
  }
  if (walked.files.length === 0 && unreadable.length === 0) {
    throw new FortressError('There is nothing to check: no TypeScript or JavaScript file is here.', 'Name the folder of the project; what git ignores and what a build writes is left out.', '.');
  }
  if (court.model.modules.length > 0) return;
  const next = 'Put each business capability into a folder of its own below `src/modules`, or name the folders as `modules` in `fortress.config.ts`.';
  throw new FortressError('There is nothing to check: no module was found.', next, court.model.loaded === undefined ? '.' : (relativeTo(state.root, court.model.loaded.path) ?? court.model.loaded.path));
}

function findingsIn(state: State, court: Court, file: ReadFile): Finding[] {
  const drafts: Draft[] = [];
  const broken = parseErrorDraft(court, file);
  if (broken !== undefined) drafts.push(broken);
  for (const { reference, judged } of file.references) {
    if (judged.verdicts.some(({ verdict }) => verdict.law.rule !== undefined)) drafts.push(...draftsOn(court, file, reference, judged));
  }
  if (file.place.isContract && severityOf('no-impure-contracts', court.model.config.rules, undefined) !== undefined) {
    const program = state.sources.read(file.path)?.program;
    if (program !== undefined) drafts.push(...contractDrafts(court, state.sources, { path: file.path, program, place: file.place }));
  }
  return drafts.length === 0 ? [] : placedFindings(drafts, new Lines(file.text));
}

/** Whether a file, relative to the root, is among those that were named; all are where none was. */
export function isWanted(root: string, file: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((path) => isWithin(`${root}/${file}`, pathBelow(root, resolve(root, path))));
}

/** Counts what was seen. */
class Counter {
  #assignedFiles = 0;
  #references = 0;
  #resolved = 0;
  #unanalysable = 0;

  add({ place, references }: ReadFile): void {
    if (place.zone === 'module') this.#assignedFiles += 1;
    for (const { judged } of references) {
      this.#references += 1;
      if (judged.resolution.status === 'unanalysable') this.#unanalysable += 1;
      else if (judged.resolution.status !== 'unresolved') this.#resolved += 1;
    }
  }

  coverage(court: Court, { walked }: ReadProject): Coverage {
    return {
      files: walked.files.length,
      assignedFiles: this.#assignedFiles,
      modules: court.model.modules.length,
      references: this.#references,
      resolvedReferences: this.#resolved,
      unanalysableReferences: this.#unanalysable,
    };
  }
}
