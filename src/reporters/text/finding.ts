import type pc from 'picocolors';
import type { Finding } from '../../arch/index.ts';
import { codeFrame, type CodeFrame } from './code-frame.ts';
import { safe } from './safe.ts';

/** What paints text, or leaves it as it is. */
export type Colors = ReturnType<typeof pc.createColors>;

/**
 * One finding: its place and rule, its code, its words.
 * @param lines the lines of its file; without them no code is shown
 */
export function finding(one: Finding, lines: readonly string[], colors: Colors): string {
  const { line, column, rule, message, notes = [] } = one;
  const frame = lines.length === 0 ? undefined : codeFrame(lines, one);
  const head = `  ${line}:${column}  ${severityOf(one, colors)}  ${colors.dim(rule)}\n`;
  const words = [message, ...notes].map((part) => `    ${safe(part)}\n`).join('');
  return head + (frame === undefined ? '' : framed(frame, one, colors)) + words;
}

/** How loud a finding is, in its colour. */
export function severityOf({ severity, status }: Finding, colors: Colors): string {
  if (status === 'baselined') return colors.dim('baselined');
  return severity === 'error' ? colors.red('error') : colors.yellow('warning');
}

function framed({ before, line, blanks, carets }: CodeFrame, { severity, status }: Finding, colors: Colors): string {
  const width = String(line.number).length;
  const gutter = (label: string): string => colors.dim(`    ${label.padStart(width)} |`);
  const paint = status === 'baselined' ? colors.dim : severity === 'error' ? colors.red : colors.yellow;
  const above = before === undefined ? '' : `${gutter(String(before.number))} ${colors.dim(before.code)}\n`;
  return `${above}${gutter(String(line.number))} ${line.code}\n${gutter('')} ${blanks}${paint(carets)}\n`;
}
