import type { Finding } from '../../arch/index.ts';
import { groupedBy } from '../order.ts';
import type { ReporterContext } from '../types.ts';
import { finding, type Colors } from './finding.ts';
import { linesOf } from './code-frame.ts';
import { safe } from './safe.ts';

/** Every finding, under the name of its file. */
export function byFile(findings: readonly Finding[], withCode: boolean, colors: Colors, context: ReporterContext): string {
  let out = '';
  for (const [file, group] of groupedBy(findings, (one) => one.file)) {
    const lines = withCode ? linesOf(context.sourceOf(file)) : [];
    out += `${colors.underline(safe(file))}\n${group.map((one) => finding(one, lines, colors)).join(withCode ? '\n' : '')}\n`;
  }
  return out;
}
