import type { Picture, PictureEdge, PictureNode } from './types.ts';

/** How an edge stands, the gravest first. */
export type Tone = 'error' | 'warning' | 'excepted' | 'removed' | 'added' | 'allowed';

/** What an edge looks like. */
export function toneOf({ errors, warnings, excepted, change }: PictureEdge): Tone {
  if (change === 'removed') return 'removed';
  if (errors > 0) return 'error';
  if (warnings > 0) return 'warning';
  if (change === 'added') return 'added';
  return excepted > 0 ? 'excepted' : 'allowed';
}

/** A few words on an edge: how many references, how many of them are forbidden, and what a branch did. */
export function edgeLabel(edge: PictureEdge): string {
  const { count, types, errors, warnings, excepted, change, growth = 0 } = edge;
  const forbidden = errors + warnings;
  const judged = forbidden > 0 ? `${part(forbidden, count)} forbidden` : excepted > 0 ? `${part(excepted, count)} excepted` : types === count ? plural(count, 'type') : String(count);
  if (change !== undefined) return `${judged}, ${change === 'added' ? 'new' : 'gone'}`;
  return growth === 0 ? judged : `${judged} (${signed(growth)})`;
}

/** The same where the colour says what is forbidden. */
export function countLabel(edge: PictureEdge): string {
  return edgeLabel(edge).replace(/ (?:forbidden|excepted)/, '');
}

/** An edge in a sentence. */
export function edgeSentence(edge: PictureEdge, nameOf: (id: string) => string): string {
  const { from, to, count, types, contract, errors, warnings, excepted, isInCycle, isInCut, change, growth = 0 } = edge;
  const verb = change === 'removed' ? ' that are gone' : '';
  const facts = [
    `${nameOf(from)} → ${nameOf(to)}: ${plural(count, 'reference')}${verb}`,
    ...(types > 0 ? [`${types} of types only`] : []),
    ...(contract > 0 ? [`${contract} to the contract`] : []),
    ...(errors > 0 ? [`${errors} forbidden`] : []),
    ...(warnings > 0 ? [`${warnings} forbidden with a warning`] : []),
    ...(excepted > 0 ? [`${excepted} tolerated by an exception`] : []),
    ...(isInCut ? ['part of the cheapest cut of a cycle'] : isInCycle ? ['part of a cycle'] : []),
    ...(change === 'added' ? ['new'] : []),
    ...(change === undefined && growth !== 0 ? [`${signed(growth)} since then`] : []),
  ];
  return `${facts.join(', ')}.`;
}

/** A node in a few words, below its name. */
export function nodeFacts({ files, owner, isOpen, cycle, change }: PictureNode): string {
  return [plural(files, 'file'), owner, isOpen ? 'open' : undefined, cycle === undefined ? undefined : 'in a cycle', change === undefined ? undefined : change === 'added' ? 'new' : 'gone']
    .filter((one) => one !== undefined)
    .join(' · ');
}

/** What the picture is of, as its title. */
export function titleOf({ name, focus, since }: Picture): string {
  const about = focus === undefined ? `Modules of ${name}` : `${focus.module} in ${name}`;
  return since === undefined ? about : `${about}, compared with ${since}`;
}

/** `1 file`, `2 files` */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

function part(some: number, all: number): string {
  return some === all ? String(some) : `${some} of ${all}`;
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : `−${-value}`;
}
