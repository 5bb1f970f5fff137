import type { Finding, GraphSide } from '../../arch/index.ts';
import { pictureOf, type Picture } from '../../pictures/index.ts';
import { summaryOf, type Summary } from '../counts.ts';
import type { OwnedTable, ReporterContext } from '../types.ts';
import type { Coverage, ProjectGraph } from '../../arch/index.ts';

/** Everything that the page shows, worked out once. */
export interface Page {
  readonly graph: ProjectGraph;
  readonly picture: Picture;
  readonly findings: readonly PageFinding[];
  readonly summary: Summary;
  readonly coverage: Coverage;
  readonly tables: readonly OwnedTable[];
  readonly context: ReporterContext;
}

/** A finding with who has to do with it. */
export interface PageFinding {
  readonly finding: Finding;
  /** The module that it is in; what stands in none, in words. */
  readonly module: string;
  readonly owner: string;
}

/** How a place in no module is called. */
export const ZONES: Readonly<Record<Exclude<GraphSide['zone'], 'module'>, string>> = { shared: 'shared kernel', root: 'composition root', none: 'files of no module' };

/** Stands for the owner where there is none. */
export const NO_OWNER = 'no owner';

/** Works out what a page shows. */
export function pageOf(findings: readonly Finding[], coverage: Coverage, context: ReporterContext): Page {
  const graph = context.graph();
  const since = context.graphThen();
  const sides = new Map(graph.files.map(({ path, side }) => [path, side]));
  const owners = new Map(graph.modules.map(({ name, owner }) => [name, owner]));
  const named = findings.map((finding) => {
    const module = finding.from?.module ?? sideName(sides.get(finding.file));
    return { finding, module, owner: owners.get(module) ?? NO_OWNER };
  });
  return { graph, picture: pictureOf(graph, since === undefined ? {} : { since }), findings: named, summary: summaryOf(findings), coverage, tables: context.tables(), context };
}

/** What a side of a reference is called. */
export function sideName(side: GraphSide | undefined): string {
  if (side === undefined) return 'the project';
  return side.zone === 'module' ? (side.module ?? ZONES.none) : ZONES[side.zone];
}
