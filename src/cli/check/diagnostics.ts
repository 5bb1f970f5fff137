import type { Diagnostic } from '../../arch/index.ts';

/** What the check survived, a line each. */
export function diagnosticLines(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(({ file, message, next }) => `warning: ${file === undefined || message.includes(file) ? '' : `${file}: `}${message} ${next}\n`).join('');
}
