import type { Command } from '../command.ts';

/** `fortress why` */
export const why: Command = {
  usage: 'A B [options]',
  help: `Shows every way on which A comes to B, shortest first, and which law allows or forbids each step. A and B
are names of modules, files or folders. The project is the one in the working directory.`,
  args: { min: 2, max: 2 },
  options: { config: { takes: 'FILE', help: 'the configuration, instead of fortress.config.* in the working directory' } },
  run: async (input, io) => (await import('../explain/why.ts')).runWhy(input, io),
};
