import type { Unmarked } from '../baseline/identity.ts';
import { listed, quoted, taken } from '../law/wording.ts';
import type { Severity } from '../types.ts';
import type { Cycle, CycleStep } from './cycles.ts';
import type { ModuleEdge, ModuleReference } from './module-graph.ts';

/** A finding is read by people: of a group with hundreds of modules, the beginning must do. */
const MOST_STEPS = 12;
const MOST_CUTS = 12;

/** The finding on a group of modules that depend on each other: where it stands, what to do, and each step in the notes. */
export function cycleFinding(cycle: Cycle, severity: Severity): Unmarked | undefined {
  const [first] = cycle.steps;
  if (!first) return undefined;
  const { file, line, column, endLine, endColumn, target, names } = first.reference;
  return {
    rule: 'no-module-cycles',
    severity,
    file,
    line,
    column,
    endLine,
    endColumn,
    message: `${head(cycle)} ${wayOut(cycle)}`,
    // The group is the violation, by whichever way it was found.
    identity: { from: cycle.modules.join(', '), to: '', symbol: '' },
    from: { module: first.from },
    to: { module: first.to, file: target },
    kind: cycle.kind,
    names,
    notes: [...stepNotes(cycle), ...cutNotes(cycle)],
  };
}

function head({ modules, kind, steps }: Cycle): string {
  const how = kind === 'type' ? ', by types alone' : '';
  const way = steps.length > MOST_STEPS ? '' : ` (${[...steps.map(({ from }) => from), steps[0]?.from ?? ''].map(quoted).join(' → ')})`;
  const fate = modules.length === 2 ? 'neither can change, be tested or be taken out alone' : 'none of them can change, be tested or be taken out alone';
  return `${listed(modules, 4)} depend on each other${how}${way}: ${fate}.`;
}

function wayOut({ cut: { edges, size, isSmallest } }: Cycle): string {
  const [only] = edges;
  const what = size === 1 ? '1 reference' : `${size} references`;
  if (edges.length === 1 && only) {
    const [from, to] = [quoted(only.from), quoted(only.to)];
    return `Take away the ${what} from ${from} to ${to}: let ${from} use ${to}'s contract, listen to its events, or be handed what it needs.`;
  }
  const extent = isSmallest ? `no fewer than ${what}` : `${what} (fewer may do)`;
  return `To break it, take away ${extent} between ${edges.length} pairs of modules: let one side use the other's contract, listen to its events, or be handed what it needs.`;
}

function stepNotes({ kind, steps, valueSteps }: Cycle): string[] {
  const notes = capped(steps.map((step) => stepNote(step, kind)), MOST_STEPS, 'step');
  if (!valueSteps) return notes;
  const way = [...valueSteps.slice(0, MOST_STEPS).map(({ from }) => from), valueSteps.length > MOST_STEPS ? '…' : '', valueSteps[0]?.from ?? ''].filter(Boolean);
  return [...notes, `At run time the shortest cycle is ${way.map((name) => (name === '…' ? name : quoted(name))).join(' → ')}.`];
}

/** `` `orders` → `billing`: `src/modules/orders/logic.ts:3` takes `Invoice` from `src/modules/billing/db.ts`, and 2 references more. `` */
function stepNote({ from, to, reference, count }: CycleStep, kind: Cycle['kind']): string {
  const isType = reference.kind === 'type' && kind === 'value' ? ', as a type' : '';
  const more = count === 1 ? '' : `, and ${count - 1} ${count === 2 ? 'reference' : 'references'} more`;
  return `${quoted(from)} → ${quoted(to)}: ${use(reference)}${isType}${more}.`;
}

function cutNotes({ cut: { edges } }: Cycle): string[] {
  const cuts = edges.flatMap(({ from, to, references }: ModuleEdge) => references.map((one) => `To take away, ${quoted(from)} → ${quoted(to)}: ${use(one)}.`));
  return capped(cuts, MOST_CUTS, 'reference');
}

function use({ file, line, target, names }: ModuleReference): string {
  const what = taken(names);
  const place = quoted(`${file}:${line}`);
  return what ? `${place} takes ${what.text} from ${quoted(target)}` : `${place} uses ${quoted(target)}`;
}

function capped(lines: readonly string[], most: number, word: string): string[] {
  const rest = lines.length - most;
  return rest > 0 ? [...lines.slice(0, most), `And ${rest} ${word}${rest === 1 ? '' : 's'} more.`] : [...lines];
}
