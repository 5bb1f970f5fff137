import { relative, sep } from 'node:path';
import pc from 'picocolors';
import type { Explanation } from '../../arch/index.ts';
import { showsColors } from '../colors.ts';
import type { ExitCode, Input } from '../command.ts';
import type { Io } from '../io.ts';
import { projectHere } from './project-here.ts';

/** Runs `fortress explain`. */
export async function runExplain({ args: [file = ''], values }: Input, io: Io): Promise<ExitCode> {
  const project = projectHere(values['config'], io);
  await io.stdout.write(explained(project.explain(project.pathOf(file)), project.root, pc.createColors(showsColors(io))));
  return 0;
}

type Colors = ReturnType<typeof pc.createColors>;

/** An explanation for people. */
function explained(told: Explanation, root: string, colors: Colors): string {
  const rows = [
    ['belongs to', ownerOf(told, root)],
    ['slice', told.slice ?? ''],
    ['owner', told.module?.owner ?? ''],
    ['contract', contractOf(told)],
    ['test', told.isTest ? 'yes' : ''],
  ].filter(([, value]) => value !== '');
  const facts = rows.map(([label = '', value = '']) => `  ${label.padEnd(10)}  ${value}\n`).join('');
  return `${colors.underline(told.file)}\n${facts}${list('May refer to', told.allowed, colors.green('+'), colors)}${list('May not refer to', told.forbidden, colors.red('-'), colors)}`;
}

function ownerOf({ zone, module }: Explanation, root: string): string {
  if (module !== undefined) return `module \`${module.name}\` (${relative(root, module.path).replaceAll(sep, '/')})${module.open ? ', which is open: others may enter, and each use is a warning' : ''}`;
  return { shared: 'the shared kernel', root: 'the composition root', module: 'a module', none: 'nothing: no module, no kernel, no composition root' }[zone];
}

function contractOf({ module, isContract, contract }: Explanation): string {
  if (module === undefined) return '';
  const files = contract.length === 0 ? `\`${module.name}\` has none yet` : contract.map((file) => `\`${file}\``).join(', ');
  return isContract ? `yes, this is part of it: ${files}` : files;
}

function list(title: string, sentences: readonly string[], mark: string, colors: Colors): string {
  return sentences.length === 0 ? '' : `\n${colors.bold(title)}\n${sentences.map((sentence) => `  ${mark} ${sentence}\n`).join('')}`;
}
