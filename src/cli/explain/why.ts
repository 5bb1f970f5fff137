import pc from 'picocolors';
import type { Step, Ways } from '../../arch/index.ts';
import { showsColors } from '../colors.ts';
import type { ExitCode, Input } from '../command.ts';
import type { Io } from '../io.ts';
import { projectHere } from './project-here.ts';

/** Runs `fortress why`. */
export async function runWhy({ args: [from = '', to = ''], values }: Input, io: Io): Promise<ExitCode> {
  const project = projectHere(values['config'], io);
  const isModule = (name: string): boolean => project.modules.some((module) => module.name === name);
  const named = (name: string): string => (isModule(name) ? name : project.pathOf(name));
  await io.stdout.write(waysInWords(project.why(named(from), named(to)), pc.createColors(showsColors(io))));
  return 0;
}

type Colors = ReturnType<typeof pc.createColors>;

/** Ways for people: each with its steps, and the law that decides about each. */
function waysInWords({ from, to, ways, leftOut }: Ways, colors: Colors): string {
  if (ways.length === 0) return `Nothing in \`${from}\` comes to \`${to}\`.\n`;
  const count = ways.length + leftOut;
  const head = `${count === 1 ? 'One way' : `${count} ways`} from \`${from}\` to \`${to}\`${leftOut === 0 ? '' : `, of which the first ${ways.length}`}\n`;
  return head + ways.map((steps, i) => `\n${colors.bold(`${i + 1}.`)} ${wayInWords(steps, colors)}`).join('');
}

function wayInWords(steps: readonly Step[], colors: Colors): string {
  return steps.map((step, i) => `${i === 0 ? '' : '   '}${stepInWords(step, colors)}`).join('');
}

function stepInWords({ file, line, column, to, names, kind, law, verdict }: Step, colors: Colors): string {
  const taken = names.length === 0 ? '' : ` (${kind === 'type' ? 'type ' : ''}${names.map((name) => `\`${name}\``).join(', ')})`;
  const paint = { allowed: colors.green, excepted: colors.yellow, warning: colors.yellow, error: colors.red }[verdict];
  return `${file}:${line}:${column} -> ${to}${taken}\n   ${paint(verdict)}: ${law}\n`;
}
