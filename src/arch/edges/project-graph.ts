import { demandSomething } from '../check/check.ts';
import { readProject, type ReadFile } from '../check/read-project.ts';
import { cyclesOf } from '../graph/index.ts';
import { nameOf, relativeTo } from '../files/paths.ts';
import { Lines } from '../files/positions.ts';
import { byCodeUnit } from '../files/tree.ts';
import { LAWS, type Verdict } from '../law/judge.ts';
import { severityOf } from '../law/finding.ts';
import type { Court } from '../law/references.ts';
import { manifestIn } from '../model/packages.ts';
import type { State } from '../state.ts';
import type { Place, Reference, Resolution } from '../types.ts';
import { cycleReferences } from './cycle-references.ts';
import { withCycles } from './file-cycles.ts';
import { Sides } from './sides.ts';
import type { GraphFile, GraphReference, GraphVerdict, ProjectGraph } from './types.ts';

/**
 * The graph of a whole project.
 * @throws FortressError where there is none: bad configuration, no files, no modules
 */
export function readGraph(state: State, onProgress?: (done: number, total: number) => void): ProjectGraph {
  const court = state.court();
  const sides = new Sides();
  const files: GraphFile[] = [];
  const references: GraphReference[] = [];
  const visit = (file: ReadFile): void => {
    const path = relativeTo(state.root, file.path);
    if (path === undefined) return;
    files.push({ path, side: sides.ofFile(file.place), isTest: file.place.isTest, isContract: file.place.isContract });
    references.push(...referencesIn(court, sides, path, file));
  };
  demandSomething(state, court, readProject(state, court, visit, onProgress));
  return {
    name: manifestIn(state.tree, state.root)?.name ?? nameOf(state.root),
    modules: court.model.modules.map(({ name, path, owner, open }) => ({ name, path: relativeTo(state.root, path) ?? path, ...(owner !== undefined && { owner }), open })),
    files: withCycles(files.sort((a, b) => byCodeUnit(a.path, b.path)), references),
    references: references.sort((a, b) => byCodeUnit(a.file, b.file) || a.line - b.line || a.column - b.column || byCodeUnit(a.target, b.target)),
    cycles: cyclesOf(cycleReferences(references)),
  };
}

function referencesIn(court: Court, sides: Sides, shown: string, file: ReadFile): GraphReference[] {
  const found: GraphReference[] = [];
  let lines: Lines | undefined;
  for (const { reference, judged } of file.references) {
    for (const { verdict, target } of judged.verdicts) {
      const to = target === undefined || target === file.path ? undefined : relativeTo(court.root, target);
      if (to === undefined || to === '' || target === undefined || !leadsSomewhere(judged.resolution)) continue;
      lines ??= new Lines(file.text);
      const place = judged.resolution.status === 'folder' ? court.model.places.ofFolder(target) : court.model.places.of(target);
      found.push({
        file: shown,
        ...placeOf(lines, reference),
        target: to,
        form: reference.form,
        kind: reference.kind,
        specifier: reference.specifier ?? '',
        names: reference.names,
        from: sides.of(file.place, verdict.from),
        to: sides.of(place, verdict.to),
        isTest: file.place.isTest,
        isContract: verdict.law === LAWS.contract || verdict.law === LAWS.outsideContract || (place.isContract && verdict.law === LAWS.rootEntry),
        verdict: verdictOf(court, { place: file.place, file: shown }, { place, file: to }, verdict),
        ...(verdict.law.rule !== undefined && { rule: verdict.law.rule }),
      });
    }
  }
  return found;
}

function leadsSomewhere({ status }: Resolution): boolean {
  return status === 'file' || status === 'folder' || status === 'files';
}

function placeOf(lines: Lines, { start, end }: Reference): Pick<GraphReference, 'line' | 'column' | 'endLine' | 'endColumn'> {
  const from = lines.at(start);
  const to = lines.at(end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

interface End {
  readonly place: Place;
  readonly file: string;
}

/** What is forbidden by a rule that is switched off, or was never switched on, is allowed. */
function verdictOf(court: Court, from: End, to: End, { law: { rule }, isOpen }: Verdict): GraphVerdict {
  const severity = rule === undefined ? undefined : severityOf(rule, court.model.config.rules, undefined, isOpen);
  if (severity === undefined) return 'allowed';
  return court.exceptions.covers(from, to) ? 'excepted' : severity;
}
