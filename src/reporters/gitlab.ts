import { fullMessage } from './full-message.ts';
import { withUniqueKeys } from './order.ts';
import type { Reporter } from './types.ts';

/**
 * GitLab's code quality report. What the baseline tolerates is left out: GitLab itself compares branches.
 * https://docs.gitlab.com/ci/testing/code_quality/
 */
export const gitlab: Reporter = ({ findings }, { prefix }) => {
  const issues = withUniqueKeys(findings)
    .filter(({ finding }) => finding.status === 'new')
    .map(({ finding, key }) => ({
      type: 'issue',
      description: fullMessage(finding),
      check_name: finding.rule,
      fingerprint: key,
      severity: finding.severity === 'error' ? 'major' : 'minor',
      location: { path: prefix + finding.file, lines: { begin: finding.line, end: finding.endLine } },
    }));
  return `${JSON.stringify(issues, null, 2)}\n`;
};
