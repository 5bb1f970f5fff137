import type { Finding, ProjectGraph, Report } from '../arch/index.ts';

/** What a reporter may know besides the report. Reporters read no disk and no clock: the same report gives the same bytes. */
export interface ReporterContext {
  /** Version of the package. */
  readonly version: string;
  /** Whether the reader is a terminal that shows colours. */
  readonly colors: boolean;
  /** Where the project stands in its repository: `apps/api/`; empty where it is all of it. Code hosts count paths from there. */
  readonly prefix: string;
  /** Whether the reader asked for what the baseline tolerates. */
  readonly showBaselined: boolean;
  /** What the report is limited to: `since \`main\``; `undefined` for the whole project. */
  readonly scope: string | undefined;
  /** Command that lists today's findings in a baseline; `undefined` where there is one already. */
  readonly baselineCommand: string | undefined;
  /** Every reference between the files of the project; worked out when it is asked for. */
  graph(): ProjectGraph;
  /** The graph that today's is compared with, where the report is limited to what a branch brought. */
  graphThen(): { readonly graph: ProjectGraph; readonly revision: string } | undefined;
  /** The tables of the database, where they are known. */
  tables(): readonly OwnedTable[];
  /** Text of a file of the project, by its path relative to the root, without a byte order mark; `undefined` where it cannot be read. */
  sourceOf(file: string): string | undefined;
  /** The page of a rule, in Markdown. */
  pageOf(rule: string): string | undefined;
}

/** A table of the database. */
export interface OwnedTable {
  readonly name: string;
  /** The module that owns it; none where nobody does. */
  readonly owner?: string;
  /** Where it is declared, relative to the root. */
  readonly file: string;
  /** The other modules that use it. */
  readonly users: readonly string[];
}

/** Turns a report into the text of a format. */
export type Reporter = (report: Pick<Report, 'findings' | 'coverage'>, context: ReporterContext) => string;

/** A finding that the baseline does not tolerate. */
export function isNew(finding: Finding): boolean {
  return finding.status === 'new';
}
