import type { Finding } from '../arch/index.ts';
import { fullMessage } from './full-message.ts';
import { isNew, type Reporter, type ReporterContext } from './types.ts';

/**
 * Annotations of GitHub Actions, one a line. A run shows the first ten errors and the first ten warnings: errors come first.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export const github: Reporter = ({ findings }, context) => {
  const shown = findings.filter(isNew);
  const ordered = [...shown.filter(({ severity }) => severity === 'error'), ...shown.filter(({ severity }) => severity === 'warning')];
  return ordered.map((finding) => `${annotation(finding, context)}\n`).join('');
};

function annotation(finding: Finding, { prefix }: ReporterContext): string {
  const { rule, severity, file, line, column, endLine, endColumn } = finding;
  // GitHub drops columns of an annotation that spans lines.
  const columns = line === endLine ? { col: column, endColumn } : {};
  const properties = Object.entries({ file: prefix + file, line, endLine, ...columns, title: rule });
  return `::${severity} ${properties.map(([key, value]) => `${key}=${property(String(value))}`).join(',')}::${data(fullMessage(finding))}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
