import { FORMATS } from '../../reporters/index.ts';
import type { Command } from '../command.ts';

/** `fortress check` */
export const check: Command = {
  usage: '[path] [options] [-- FILE...]',
  help: `Checks the references of the project in a folder (the working directory, unless told) against the law
of modules, slices and contracts. With files after --, all of the project is read, and only what
stands in those files is reported.`,
  args: { min: 0, max: 1 },
  takesRest: true,
  options: {
    format: { takes: 'NAME', help: `${FORMATS.slice(0, -1).join(', ')} or ${FORMATS.at(-1) ?? ''} (text, unless told)` },
    output: { takes: 'FILE', help: 'write the report to a file' },
    config: { takes: 'FILE', help: 'the configuration, instead of fortress.config.* in the folder' },
    baseline: { takes: 'FOLDER', help: 'what is tolerated (fortress-baseline in the folder, where there is one)' },
    'update-baseline': { help: 'list what is found today in the baseline, so that only what is new fails' },
    'shrink-only': { help: 'with --update-baseline: take out what is fixed, add nothing' },
    'show-baselined': { help: 'show in the text what the baseline tolerates' },
    since: { takes: 'REV', help: 'report only what came since the branch left REV' },
    'max-warnings': { takes: 'N', help: 'fail where there are more warnings than N' },
    'no-cache': { help: 'read every file anew' },
  },
  run: async (input, io) => (await import('../check/run.ts')).runCheck(input, io),
};
