import { COMMANDS } from './commands/index.ts';
import type { Command, Option } from './command.ts';

/** Options that every command has. */
export const HELP: Option = { short: 'h', help: 'show this help' };

const EXIT_CODES = `Exit code
  0  compliant
  1  a new error, or more warnings than --max-warnings
  2  could not run
`;

/** The help of `fortress`. */
export function generalHelp(version: string): string {
  const commands = COMMANDS.map(({ name, takes, summary }): Row => [`${name} ${takes}`, summary]);
  const options: Row[] = [
    ['-h, --help', 'show this help, or that of a command'],
    ['-v, --version', 'show the version'],
  ];
  return `fortress ${version}\nChecks the architecture of TypeScript backends.\n\nUsage\n  fortress COMMAND [options]\n\nCommands\n${rows(commands)}\nOptions\n${rows(options)}\n${EXIT_CODES}`;
}

/** The help of one command. */
export function commandHelp(name: string, { usage, help, options }: Command): string {
  const listed = Object.entries(options).map(([key, { takes, short, help: words }]): Row => [
    `${short === undefined ? '' : `-${short}, `}--${key}${takes === undefined ? '' : ` ${takes}`}`,
    words,
  ]);
  return `Usage\n  fortress ${name} ${usage}\n\n${help}\n\nOptions\n${rows(listed)}\n${EXIT_CODES}`;
}

type Row = readonly [left: string, right: string];

function rows(all: readonly Row[]): string {
  const width = Math.max(...all.map(([left]) => left.length));
  return all.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('');
}
