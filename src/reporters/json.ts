import type { Finding } from '../arch/index.ts';
import { summaryOf } from './counts.ts';
import type { Reporter } from './types.ts';

/** The public contract: one object, described by `docs/report.schema.json`. */
export const json: Reporter = ({ findings, coverage }) => {
  const { files, assignedFiles, modules, references, resolvedReferences, unanalysableReferences } = coverage;
  const report = {
    schemaVersion: 1,
    violations: findings.map(violation),
    coverage: { files, assignedFiles, modules, references, resolvedReferences, unanalysableReferences },
    summary: summaryOf(findings),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
};

function violation({ rule, severity, file, line, column, endLine, endColumn, message, fingerprint, status, from, to, kind }: Finding) {
  return {
    rule,
    severity,
    file,
    line,
    column,
    endLine,
    endColumn,
    message,
    fingerprint,
    status,
    ...(from && { from: { ...(from.module !== undefined && { module: from.module }) } }),
    ...(to && { to: { ...(to.module !== undefined && { module: to.module }), ...(to.file !== undefined && { file: to.file }) } }),
    ...(kind && { kind }),
  };
}
