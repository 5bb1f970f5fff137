import type { Finding } from '../arch/index.ts';
import { fullMessage } from './full-message.ts';
import { withUniqueKeys } from './order.ts';
import { descriptionOf, inPascalCase, pageUrl } from './rule-pages.ts';
import type { Reporter, ReporterContext } from './types.ts';

/** How a code host calls the root of the repository. */
const SOURCE_ROOT = '%SRCROOT%';

/**
 * SARIF 2.1.0, as GitHub's code scanning takes it in.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/ and https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export const sarif: Reporter = ({ findings, coverage }, context) => {
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  const results = withUniqueKeys(findings).map(({ finding, key }) => resultOf(finding, key, rules.indexOf(finding.rule), context));
  const driver = {
    name: 'Fortress',
    semanticVersion: context.version,
    informationUri: 'https://www.npmjs.com/package/eslint-plugin-fortress',
    rules: rules.map((rule) => ruleOf(rule, findings, context)),
  };
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results, properties: { coverage } };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`;
};

function ruleOf(id: string, findings: readonly Finding[], context: ReporterContext) {
  const description = descriptionOf(id, context);
  const severity = findings.some(({ rule, severity: one }) => rule === id && one === 'error') ? 'error' : 'warning';
  const helpUri = pageUrl(id, context.version);
  const page = context.pageOf(id);
  return {
    id,
    name: inPascalCase(id),
    shortDescription: { text: description },
    fullDescription: { text: description },
    help: { text: `${description} The page of the rule tells why, and the ways out: ${helpUri}`, ...(page !== undefined && { markdown: page }) },
    helpUri,
    defaultConfiguration: { level: severity },
    properties: { tags: ['architecture'], precision: 'very-high', 'problem.severity': severity },
  };
}

function resultOf(finding: Finding, key: string, ruleIndex: number, { prefix, sourceOf }: ReporterContext) {
  const { rule, severity, file, line, column, endLine, endColumn, status, to } = finding;
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  // Nobody can go to a file that is not there.
  const target = to?.file === undefined || sourceOf(to.file) === undefined ? undefined : artifact(prefix + to.file);
  return {
    ruleId: rule,
    ruleIndex,
    level: severity,
    message: { text: fullMessage(finding) },
    locations: [{ physicalLocation: { artifactLocation: artifact(prefix + file), region } }],
    ...(target && { relatedLocations: [{ id: 1, physicalLocation: { artifactLocation: target }, message: { text: 'What is referred to.' } }] }),
    // The name under which GitHub looks for an identity that is stable when lines move.
    partialFingerprints: { primaryLocationLineHash: key },
    suppressions: status === 'baselined' ? [{ kind: 'external', status: 'accepted', justification: 'The baseline lists it.' }] : [],
  };
}

function artifact(path: string) {
  return { uri: encodeURI(path).replaceAll(/[#?:]/g, encodeURIComponent), uriBaseId: SOURCE_ROOT };
}
