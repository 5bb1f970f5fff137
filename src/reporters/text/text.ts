import pc from 'picocolors';
import { coverageSentence, summaryOf, summarySentence } from '../counts.ts';
import { isNew, type Reporter } from '../types.ts';
import { condensed } from './condensed.ts';
import { byFile } from './by-file.ts';

/** Up to here every finding is shown with its code. */
const WITH_CODE = 50;
/** Up to here every finding is shown; what is more is told by its kinds. */
const IN_FULL = 200;

/** For people: findings by file, with the code, the reason and the way out; the last lines say how many and how much was seen. */
export const text: Reporter = (report, context) => {
  const colors = pc.createColors(context.colors);
  const shown = context.showBaselined ? report.findings : report.findings.filter(isNew);
  const summary = summaryOf(report.findings);
  const body = shown.length > IN_FULL ? condensed(shown, colors, context) : byFile(shown, shown.length <= WITH_CODE, colors, context);
  const paint = summary.errors > 0 ? colors.red : summary.warnings > 0 ? colors.yellow : colors.green;
  const hint = summary.errors > WITH_CODE && context.baselineCommand !== undefined ? `\`${context.baselineCommand}\` lists what is there today, so that only what is new fails.\n` : '';
  return `${body}${paint(colors.bold(summarySentence(summary, context.scope)))}\n${colors.dim(coverageSentence(report.coverage))}\n${hint}`;
};
