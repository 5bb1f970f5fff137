import type { Command } from '../command.ts';

/** A command as the list of commands knows it. It is loaded when it is asked for. */
export interface ListedCommand {
  readonly name: string;
  /** What it is given, for the list. */
  readonly takes: string;
  /** A few words, for the list. */
  readonly summary: string;
  load(): Promise<Command>;
}

/** Every command. */
export const COMMANDS: readonly ListedCommand[] = [
  { name: 'check', takes: '[path]', summary: 'check the architecture of a project', load: async () => (await import('./check.ts')).check },
  { name: 'graph', takes: '[path]', summary: 'draw the modules and how they refer to each other', load: async () => (await import('./graph.ts')).graph },
  { name: 'explain', takes: 'FILE', summary: 'which module, slice and contract, and what it may refer to', load: async () => (await import('./explain.ts')).explain },
  { name: 'why', takes: 'A B', summary: 'every way from A to B, and the law that allows or forbids each', load: async () => (await import('./why.ts')).why },
];
