import { parseArgs } from 'node:util';
import type { Command, Input } from './command.ts';
import { nearest } from './nearest.ts';
import { UsageError } from './usage-error.ts';

/**
 * Reads what a user gave a command.
 * @param name the command's name
 * @throws UsageError that names what was meant, where that can be guessed
 */
export async function parseInput(name: string, command: Command, argv: readonly string[]): Promise<Input> {
  const { options } = command;
  const config = Object.fromEntries(
    Object.entries(options).map(([key, { takes, short }]) => [key, { type: takes === undefined ? ('boolean' as const) : ('string' as const), ...(short !== undefined && { short }) }]),
  );
  const { tokens } = parseArgs({ args: [...argv], options: config, strict: false, tokens: true });
  const values: Record<string, string> = {};
  const switches = new Set<string>();
  const args: string[] = [];
  const rest: string[] = [];
  let isRest = false;
  for (const token of tokens) {
    if (token.kind === 'option-terminator') isRest = true;
    else if (token.kind === 'positional') (isRest && command.takesRest ? rest : args).push(token.value);
    else {
      const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
      if (option === undefined) throw await unknownOption(name, token.rawName, Object.keys(options));
      if (option.takes === undefined) switches.add(switchOf(name, token));
      else values[token.name] = valueOf(name, option.takes, token);
    }
  }
  checkCount(name, command, args);
  return { values, switches, args, rest };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function switchOf(name: string, { name: option, rawName, value }: OptionToken): string {
  if (value === undefined) return option;
  throw new UsageError(`\`${rawName}\` is a switch and takes no value.`, `Leave out \`=${value}\`; \`fortress ${name} --help\` shows all options.`);
}

function valueOf(name: string, takes: string, { rawName, value, inlineValue }: OptionToken): string {
  // What looks like the next option is one: a value that begins with `-` is written with `=`.
  if (value !== undefined && value !== '' && (inlineValue === true || !/^-./.test(value))) return value;
  throw new UsageError(`\`${rawName}\` needs a value.`, `Write \`${rawName}${rawName.startsWith('--') ? '=' : ' '}${takes}\`; \`fortress ${name} --help\` shows all options.`);
}

async function unknownOption(name: string, rawName: string, known: readonly string[]): Promise<UsageError> {
  const meant = rawName.startsWith('--') ? await nearest(rawName.slice(2), known) : undefined;
  const next = meant === undefined ? '' : `Did you mean \`--${meant}\`? `;
  return new UsageError(`\`fortress ${name}\` has no option \`${rawName}\`.`, `${next}\`fortress ${name} --help\` shows all options.`);
}

function checkCount(name: string, { args: { min, max }, usage }: Command, args: readonly string[]): void {
  if (args.length >= min && args.length <= max) return;
  const message = args.length < min ? `\`fortress ${name}\` needs ${min === 1 ? 'an argument' : `${min} arguments`}.` : `\`fortress ${name}\` does not know what to do with \`${args[max] ?? ''}\`.`;
  throw new UsageError(message, `Write \`fortress ${name} ${usage}\`.`);
}
