import { exceptionFindings } from '../check/other-findings.ts';
import { isIgnored } from '../files/ignores.ts';
import { relativeTo, under } from '../files/paths.ts';
import { Lines } from '../files/positions.ts';
import { walk } from '../files/walk.ts';
import { byPlace, placedFindings, severityOf, type Draft } from '../law/finding.ts';
import type { Court } from '../law/references.ts';
import { inModule } from '../law/wording.ts';
import type { RuleName } from '../config/rule-names.ts';
import type { ModuleSource } from '../sources/sources.ts';
import type { State } from '../state.ts';
import type { Diagnostic, Finding, Module, Place, Report } from '../types.ts';

/** A violation that another room found, before exceptions and levels are asked. */
export interface OutlookDraft {
  readonly rule: RuleName;
  /** Offsets in the text of the file. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** What makes it the same violation when lines move. */
  readonly identity: readonly string[];
  readonly from?: Module;
  readonly to?: Module;
  /** The file that is reached into; absolute. */
  readonly toFile?: string;
  readonly notes?: readonly string[];
}

/** What the checks of other rooms see of a project. */
export interface Outlook {
  readonly root: string;
  readonly modules: readonly Module[];
  /** `tables` of the configuration. */
  readonly tables: Readonly<Record<string, string>>;
  /** The configuration, as messages name it. */
  readonly configFile: string | undefined;
  /** Every file of the project whose name passes, whatever its kind; absolute. */
  files(isWanted: (name: string) => boolean): readonly string[];
  /** A file's text; nothing where it cannot be read. */
  text(path: string): string | undefined;
  /** A file of the project, parsed. */
  read(path: string): ModuleSource | undefined;
  /** The file that a specifier leads to. */
  resolve(from: string, specifier: string): string | undefined;
  /** Whether the configuration lets a rule speak. */
  isOn(rule: RuleName): boolean;
  placeOf(path: string): Place;
  /** The path as messages show it: `billing/db.ts`. */
  shown(path: string): string;
  /** What others can listen to in a module, and where it stands. */
  eventsOf(module: Module): readonly { readonly name: string; readonly file: string }[];
  /** What was worked out from the files, for as long as they say the same. */
  remembered<T>(key: string, compute: () => T): T;
  /**
   * Findings with their place and level, without those that an exception covers.
   * @param asked the rule that ESLint runs
   */
  findings(path: string, text: string, drafts: readonly OutlookDraft[], asked?: RuleName): readonly Finding[];
}

/** The project as it is now, or as the last check saw it. */
export function outlookOn(state: State, court: Court): Outlook {
  const { root, tree } = state;
  const { model } = court;
  const placeOf = (path: string): Place => model.places.of(path);
  const shown = (path: string): string => {
    const { module } = placeOf(path);
    return module === undefined ? (relativeTo(root, path) ?? path) : inModule(module, path, root);
  };
  return {
    root,
    modules: model.modules,
    tables: model.config.tables ?? {},
    configFile: model.loaded && (relativeTo(root, model.loaded.path) ?? model.loaded.path),
    files: (isWanted) => filesIn(state, isWanted),
    text: (path) => tree.text(path),
    read(path) {
      const real = tree.file(path);
      if (real === undefined) return undefined;
      tree.memory.dependOn(real);
      return state.sources.read(real);
    },
    resolve(from, specifier) {
      const resolution = state.resolver.resolve(from, { form: 'import', specifier });
      return resolution.status === 'file' ? resolution.path : undefined;
    },
    isOn: (rule) => severityOf(rule, model.config.rules, undefined) !== undefined,
    placeOf,
    shown,
    eventsOf: (module) => court.book.of(module).events.map(({ name, file }) => ({ name, file: inModule(module, file, root) })),
    remembered: (key, compute) => tree.derived(`outlook ${key}`, compute),
    findings: (path, text, drafts, asked) => judged(court, path, text, drafts, asked),
  };
}

function filesIn({ tree }: State, isWanted: (name: string) => boolean): string[] {
  return walk(tree).folders.flatMap((folder) => {
    const sources = new Set(folder.sources);
    const names = [...new Set([...folder.files, ...sources])].filter((name) => isWanted(name) && (sources.has(name) || !isIgnored(folder.ignores, under(folder.path, name), name, false)));
    return names.sort().map((name) => under(folder.path, name));
  });
}

function judged(court: Court, path: string, text: string, drafts: readonly OutlookDraft[], asked: RuleName | undefined): readonly Finding[] {
  const file = relativeTo(court.root, path) ?? path;
  const place = court.model.places.of(path);
  const kept = drafts.flatMap(({ rule, start, end, message, identity, from, to, toFile, notes }): Draft[] => {
    const severity = severityOf(rule, court.model.config.rules, asked, to?.open === true);
    if (severity === undefined) return [];
    const target = toFile ?? to?.path;
    const there = target === undefined ? undefined : toFile === undefined ? court.model.places.ofFolder(target) : court.model.places.of(target);
    const targetFile = target === undefined ? '' : (relativeTo(court.root, target) ?? target);
    if (there && court.exceptions.covers({ place: exceptedPlace(place, from), file }, { place: exceptedPlace(there, to), file: targetFile })) return [];
    const more = {
      ...(from && { from: { module: from.name } }),
      ...((to || toFile !== undefined) && { to: { ...(to && { module: to.name }), ...(toFile !== undefined && { file: targetFile }) } }),
      ...(notes && { notes }),
    };
    return [{ rule, severity, file, start, end, message, identity, more }];
  });
  return kept.length === 0 ? [] : placedFindings(kept, new Lines(text)).sort(byPlace);
}

/** A table of a schema that stands outside of every module belongs to one all the same. */
function exceptedPlace(place: Place, module: Module | undefined): Place {
  return module === undefined || place.modules.includes(module) ? place : { ...place, zone: 'module', module, innerModule: module, modules: [module] };
}

/** A report with what other rooms found: exceptions that cover nothing but that are of use. */
export function completedReport(court: Court, report: Report, more: { readonly findings: readonly Finding[]; readonly diagnostics: readonly Diagnostic[] }, isWanted: (file: string) => boolean): Report {
  const findings = [
    ...report.findings.filter(({ rule }) => rule !== 'useless-exception' && rule !== 'expired-exception'),
    ...[...exceptionFindings(court), ...more.findings].filter(({ file }) => isWanted(file)),
  ];
  return { ...report, findings: findings.sort(byPlace), diagnostics: [...report.diagnostics, ...more.diagnostics] };
}
