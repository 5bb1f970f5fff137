import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command, ExitCode } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { commandHelp, generalHelp, HELP } from './help.ts';
import type { Io } from './io.ts';
import { nearest } from './nearest.ts';
import { parseInput } from './parse-input.ts';
import { UsageError } from './usage-error.ts';
import { version } from './package-files.ts';

export type { ExitCode } from './command.ts';
export { processIo, type Io } from './io.ts';
export { told } from './told.ts';

/**
 * The `fortress` command.
 * @param argv what follows `fortress` on the command line
 * @throws an error that `told` puts into words, where it cannot be run
 */
export async function fortress(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [first, ...rest] = argv;
  if (first === undefined) {
    await io.stderr.write(generalHelp(version()));
    return 2;
  }
  if (first === '--version' || first === '-v') return print(io, `${version()}\n`);
  if (first === '--help' || first === '-h') return print(io, generalHelp(version()));
  if (first === 'help') return rest[0] === undefined ? print(io, generalHelp(version())) : help(await commandNamed(rest[0], io), rest[0], io);
  if (io.cwd === '') throw new UsageError('The working directory is not there any more.', 'Go to a folder that exists.');
  const command = await commandNamed(first, io);
  if (asksForHelp(rest)) return help(command, first, io);
  const input = await parseInput(first, withHelp(command), rest);
  return input.switches.has('help') ? help(command, first, io) : command.run(input, io);
}

async function commandNamed(name: string, io: Io): Promise<Command> {
  const listed = COMMANDS.find((one) => one.name === name);
  if (listed !== undefined) return listed.load();
  const all = `Commands are ${COMMANDS.map((one) => `\`${one.name}\``).join(', ')}.`;
  if (name.startsWith('-')) throw new UsageError(`\`fortress\` has no option \`${name}\` before its command.`, `Write the command first: \`fortress check ${name}\`. ${all}`);
  const meant = existsSync(resolve(io.cwd, name)) ? `check ${name}` : await nearest(name, COMMANDS.map((one) => one.name));
  throw new UsageError(`\`${name}\` is no command of \`fortress\`.`, `${meant === undefined ? '' : `Did you mean \`fortress ${meant}\`? `}${all}`);
}

/** Who asks for help gets it, whatever else the line says. */
function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end)).includes('--help');
}

function help(command: Command, name: string, io: Io): Promise<ExitCode> {
  return print(io, commandHelp(name, withHelp(command)));
}

function withHelp(command: Command): Command {
  return { ...command, options: { ...command.options, help: HELP } };
}

async function print(io: Io, text: string): Promise<ExitCode> {
  await io.stdout.write(text);
  return 0;
}
