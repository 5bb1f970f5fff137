import type { Coverage, Finding } from '../arch/index.ts';

/** How many violations there are. What the baseline tolerates is counted apart. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly baselined: number;
}

/** Counts findings. */
export function summaryOf(findings: readonly Finding[]): Summary {
  const summary = { errors: 0, warnings: 0, baselined: 0 };
  for (const { status, severity } of findings) {
    if (status === 'baselined') summary.baselined += 1;
    else if (severity === 'error') summary.errors += 1;
    else summary.warnings += 1;
  }
  return summary;
}

/** The summary as a sentence: `2 errors, 1 warning; 3 more are in the baseline.` */
export function summarySentence({ errors, warnings, baselined }: Summary, scope?: string): string {
  const parts = [errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : ''].filter((part) => part !== '');
  const found = parts.length > 0 ? parts.join(', ') : 'No violations';
  const tolerated = baselined === 0 ? '' : `; ${number(baselined)} ${parts.length > 0 ? 'more ' : ''}${baselined === 1 ? 'is' : 'are'} in the baseline`;
  return `${found}${scope === undefined ? '' : ` ${scope}`}${tolerated}.`;
}

/** How much was seen, as a sentence. */
export function coverageSentence(coverage: Coverage): string {
  const { files, assignedFiles, modules, references, resolvedReferences, unanalysableReferences } = coverage;
  const unread = unanalysableReferences === 0 ? '' : `, ${number(unanalysableReferences)} cannot be read`;
  return (
    `${counted(files, 'file')} checked, ${number(assignedFiles)} of them in ${counted(modules, 'module')}; ` +
    `${counted(references, 'reference')}, of which ${number(resolvedReferences)} resolved${unread}.`
  );
}

/** `1 file`, `1,000 files` */
export function counted(count: number, word: string): string {
  return `${number(count)} ${word}${count === 1 ? '' : 's'}`;
}

/** A number with commas, whatever the locale of the machine. */
export function number(value: number): string {
  return String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
