import { marked } from '../baseline/identity.ts';
import { relativeTo } from '../files/paths.ts';
import { Lines } from '../files/positions.ts';
import { cycleFinding, cyclesOf, type ModuleReference } from '../graph/index.ts';
import { severityOf } from '../law/finding.ts';
import { LAWS } from '../law/judge.ts';
import type { Court } from '../law/references.ts';
import type { Finding } from '../types.ts';
import type { ReadFile } from './read-project.ts';

/** Gathers what modules refer to of each other while files are read, and finds the groups that depend on themselves. */
export class ModuleCycles {
  readonly #court: Court;
  readonly #severity: Finding['severity'] | undefined;
  readonly #references: ModuleReference[] = [];

  constructor(court: Court) {
    this.#court = court;
    this.#severity = severityOf('no-module-cycles', court.model.config.rules, undefined);
  }

  /** Takes note of what one file refers to. Tests and what leads to a contract make no cycle. */
  add(read: ReadFile): void {
    const { path, place, references } = read;
    if (this.#severity === undefined || place.isTest || place.zone !== 'module') return;
    const file = relativeTo(this.#court.root, path);
    let lines: Lines | undefined;
    for (const { reference, judged } of references) {
      for (const { verdict, target } of judged.verdicts) {
        const { from, to, law } = verdict;
        if (from === undefined || to === undefined || from === to || law === LAWS.contract || target === undefined) continue;
        const shownTarget = relativeTo(this.#court.root, target);
        if (file === undefined || shownTarget === undefined) continue;
        lines ??= new Lines(read.text);
        const start = lines.at(reference.start);
        const end = lines.at(reference.end);
        const span = { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
        this.#references.push({ from: from.name, to: to.name, file, ...span, kind: reference.kind, target: shownTarget, names: reference.names });
      }
    }
  }

  /** One finding for each group of modules that depend on each other. */
  findings(): Finding[] {
    const severity = this.#severity;
    if (severity === undefined) return [];
    return cyclesOf(this.#references).flatMap((cycle) => {
      const finding = cycleFinding(cycle, severity);
      return finding === undefined ? [] : [marked(finding)];
    });
  }
}
