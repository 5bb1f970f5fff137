import type { Command } from '../command.ts';

/** `fortress explain` */
export const explain: Command = {
  usage: 'FILE [options]',
  help: `Tells which module, slice and contract a file or folder belongs to, and what it may refer to. The project
is the one in the working directory.`,
  args: { min: 1, max: 1 },
  options: { config: { takes: 'FILE', help: 'the configuration, instead of fortress.config.* in the working directory' } },
  run: async (input, io) => (await import('../explain/explain.ts')).runExplain(input, io),
};
