import { nearestTo } from '../config/nearest.ts';
import { FortressError } from '../error.ts';
import { isWithin, relativeTo } from '../files/paths.ts';
import { Lines } from '../files/positions.ts';
import { byCodeUnit } from '../files/tree.ts';
import { draftsOn, type Court } from '../law/references.ts';
import { placedFindings } from '../law/finding.ts';
import { readProject } from '../check/read-project.ts';
import type { State } from '../state.ts';
import type { Step, Ways } from './explanation.ts';

const MOST_WAYS = 200;

/** A step, with the absolute paths that it joins. */
interface Edge {
  readonly from: string;
  readonly to: string;
  readonly step: Step;
}

/** One end of the question: a module, a folder or a file. */
interface End {
  readonly name: string;
  holds(path: string): boolean;
}

/**
 * Every way from one module or file to another: each reference that leads straight there, and for each that leaves the
 * first, the shortest way on through others.
 * @throws FortressError where one of the two is not known
 */
export function waysBetween(state: State, from: string, to: string): Ways {
  const court = state.court();
  const [start, goal] = [endOf(state, court, from), endOf(state, court, to)];
  const edges = edgesOf(state, court);
  const outgoing = new Map<string, Edge[]>();
  for (const edge of edges) {
    const others = outgoing.get(edge.from);
    if (others === undefined) outgoing.set(edge.from, [edge]);
    else others.push(edge);
  }
  const ways: (readonly Step[])[] = [];
  const onward = new Map<string, readonly Edge[] | undefined>();
  for (const edge of edges) {
    if (!start.holds(edge.from) || start.holds(edge.to)) continue;
    if (goal.holds(edge.to)) {
      ways.push([edge.step]);
      continue;
    }
    if (!onward.has(edge.to)) onward.set(edge.to, shortest(edge.to, outgoing, start, goal));
    const rest = onward.get(edge.to);
    if (rest !== undefined) ways.push([edge.step, ...rest.map(({ step }) => step)]);
  }
  ways.sort((a, b) => a.length - b.length || byCodeUnit(a[0]?.file ?? '', b[0]?.file ?? '') || (a[0]?.line ?? 0) - (b[0]?.line ?? 0) || (a[0]?.column ?? 0) - (b[0]?.column ?? 0));
  return { from: start.name, to: goal.name, ways: ways.slice(0, MOST_WAYS), leftOut: Math.max(ways.length - MOST_WAYS, 0) };
}

function endOf(state: State, court: Court, text: string): End {
  const module = court.model.modules.find(({ name }) => name === text);
  if (module !== undefined) return { name: text, holds: (path) => court.model.places.of(path).modules.includes(module) };
  const path = text.startsWith('/') ? text : `${state.root}/${text.replace(/^\.\//, '').replace(/\/$/, '')}`;
  const real = state.tree.file(path) ?? state.tree.folder(path)?.path;
  if (real !== undefined) return { name: relativeTo(state.root, real) ?? real, holds: (one) => isWithin(one, real) };
  const nearest = nearestTo(text, court.model.modules.map(({ name }) => name));
  throw new FortressError(`\`${text}\` is neither a module nor a file of the project.`, nearest === undefined ? 'Name a module or a file.' : `Did you mean \`${nearest}\`?`, text);
}

function edgesOf(state: State, court: Court): Edge[] {
  const edges: Edge[] = [];
  readProject(state, court, (file) => {
    const lines = new Lines(file.text);
    const shown = relativeTo(state.root, file.path) ?? file.path;
    for (const { reference, judged } of file.references) {
      for (const { verdict, target } of judged.verdicts) {
        if (target === undefined || judged.resolution.status === 'unresolved' || target === file.path) continue;
        const drafts = verdict.law.rule === undefined ? [] : draftsOn(court, file, reference, { ...judged, verdicts: judged.verdicts.filter((one) => one.verdict === verdict) });
        const [finding] = placedFindings(drafts, lines);
        const { line, column } = lines.at(reference.start);
        const isForbidden = verdict.law.rule !== undefined && (verdict.law.rule !== 'no-cross-slice-imports' || court.model.config.rules?.[verdict.law.rule] !== undefined);
        const step: Step = {
          file: shown,
          line,
          column,
          to: relativeTo(state.root, target) ?? target,
          names: reference.names,
          kind: reference.kind,
          law: verdict.law.says,
          verdict: finding?.severity ?? (isForbidden ? 'excepted' : 'allowed'),
          ...(finding === undefined ? {} : { finding }),
        };
        edges.push({ from: file.path, to: target, step });
      }
    }
  });
  return edges;
}

/** The shortest way on from a file to the goal that does not come back to the start. */
function shortest(file: string, outgoing: ReadonlyMap<string, readonly Edge[]>, start: End, goal: End): readonly Edge[] | undefined {
  const cameBy = new Map<string, Edge | undefined>([[file, undefined]]);
  const queue = [file];
  for (const path of queue) {
    for (const edge of outgoing.get(path) ?? []) {
      if (cameBy.has(edge.to) || start.holds(edge.to)) continue;
      cameBy.set(edge.to, edge);
      if (goal.holds(edge.to)) return wayBack(edge, cameBy);
      queue.push(edge.to);
    }
  }
  return undefined;
}

function wayBack(last: Edge, cameBy: ReadonlyMap<string, Edge | undefined>): Edge[] {
  const way: Edge[] = [];
  for (let edge: Edge | undefined = last; edge !== undefined; edge = cameBy.get(edge.from)) way.unshift(edge);
  return way;
}
