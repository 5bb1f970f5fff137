import type { Finding } from '../../arch/index.ts';
import { counted, number } from '../counts.ts';
import { groupedBy } from '../order.ts';
import type { ReporterContext } from '../types.ts';
import { linesOf } from './code-frame.ts';
import { finding, type Colors } from './finding.ts';
import { safe } from './safe.ts';

/** How many kinds are told, and how many places of each. */
const KINDS = 12;
const PLACES = 4;

/** Very many findings by their kind: who breaks which law towards whom, how often, with one of them in full. */
export function condensed(findings: readonly Finding[], colors: Colors, context: ReporterContext): string {
  const kinds = [...groupedBy(findings, kindOf)].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  const told = kinds.slice(0, KINDS).map(([kind, group]) => kindInFull(kind, group, colors, context));
  const rest = kinds.slice(KINDS);
  const more = rest.reduce((sum, [, group]) => sum + group.length, 0);
  const left = rest.length === 0 ? '' : `${colors.bold(`${counted(more, 'finding')} of ${counted(rest.length, 'other kind')}`)}\n\n`;
  return `${told.join('')}${left}${colors.dim('`--format json` lists every finding.')}\n\n`;
}

function kindOf({ rule, severity, status, from, to }: Finding): string {
  const source = from?.module === undefined ? '' : ` in \`${from.module}\``;
  const target = to?.module === undefined ? '' : ` on \`${to.module}\``;
  return `${rule}${source}${target}: ${status === 'baselined' ? 'baselined' : severity}`;
}

function kindInFull(kind: string, group: readonly Finding[], colors: Colors, context: ReporterContext): string {
  const [first, ...others] = group;
  if (first === undefined) return '';
  const files = new Set(group.map(({ file }) => file)).size;
  const head = `${colors.bold(safe(kind))}, ${counted(group.length, 'time')} in ${counted(files, 'file')}\n`;
  const example = `  ${colors.underline(safe(first.file))}\n${finding(first, linesOf(context.sourceOf(first.file)), colors)}`;
  const places = others.slice(0, PLACES).map(({ file, line, column }) => `  ${safe(file)}:${line}:${column}\n`);
  const left = others.length - places.length;
  return `${head}${example}${places.join('')}${left === 0 ? '' : `  ${colors.dim(`and ${number(left)} more`)}\n`}\n`;
}
