import type { Command } from '../command.ts';
import { GRAPH_FORMATS, OWN_FORMATS } from '../graph/formats.ts';

/** `fortress graph` */
export const graph: Command = {
  usage: '[path] [options]',
  help: `Draws the modules of the project in a folder (the working directory, unless told) and how they refer to
each other, what breaks the law in red. Besides ${OWN_FORMATS.join(', ')}, which draw modules,
dependency-cruiser's reporters draw its files:
${lines(GRAPH_FORMATS.filter((name) => !OWN_FORMATS.includes(name)))}`,
  args: { min: 0, max: 1 },
  options: {
    format: { takes: 'NAME', help: 'one of these (mermaid, unless told or the name of the output says another)' },
    output: { takes: 'FILE', help: 'write the picture to a file' },
    focus: { takes: 'MODULE', help: 'only this module with its contract and slices, and its neighbours' },
    since: { takes: 'REV', help: 'show what came (green) and went (dashed) since the branch left REV' },
    config: { takes: 'FILE', help: 'the configuration, instead of fortress.config.* in the folder' },
  },
  run: async (input, io) => (await import('../graph/run.ts')).runGraph(input, io),
};

/** Names, as many on a line as fit. */
function lines(names: readonly string[]): string {
  return names.reduce((out, name) => `${out}${out === '' ? '' : ','}${(out.split('\n').at(-1) ?? '').length + name.length > 96 ? '\n' : ' '}${name}`, '').trim();
}
