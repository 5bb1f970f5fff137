import type { Finding } from '../arch/index.ts';
import { fullMessage } from './full-message.ts';
import { groupedBy } from './order.ts';
import { coverageSentence, summaryOf } from './counts.ts';
import type { Reporter } from './types.ts';

/**
 * JUnit's XML, as Jenkins, GitLab and Azure read it: a suite for each file, a case for each finding. An error is a failure, a
 * warning passes with a word, what the baseline tolerates is skipped. A clean check is one case that passes.
 */
export const junit: Reporter = ({ findings, coverage }) => {
  const { errors } = summaryOf(findings);
  const suites = [...groupedBy(findings, ({ file }) => file)].map(([file, group]) => suite(file, group));
  const passed = suites.length > 0 ? '' : cleanSuite(coverageSentence(coverage));
  const head = `<testsuites name="fortress" tests="${Math.max(findings.length, 1)}" failures="${errors}" errors="0" time="0">`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${suites.join('')}${passed}</testsuites>\n`;
};

function cleanSuite(words: string): string {
  const one = `    <testcase name="fortress check" classname="fortress" time="0">\n      <system-out>${text(words)}</system-out>\n    </testcase>\n`;
  return `  <testsuite name="fortress" tests="1" failures="0" errors="0" skipped="0" time="0">\n${one}  </testsuite>\n`;
}

function suite(file: string, findings: readonly Finding[]): string {
  const { errors, baselined } = summaryOf(findings);
  const head = `  <testsuite name="${attribute(file)}" tests="${findings.length}" failures="${errors}" errors="0" skipped="${baselined}" time="0">`;
  return `${head}\n${findings.map(testCase).join('')}  </testsuite>\n`;
}

function testCase(finding: Finding): string {
  const { rule, file, line, column } = finding;
  return `    <testcase name="${attribute(`${rule} (${line}:${column})`)}" classname="${attribute(file)}" time="0">\n${outcome(finding)}    </testcase>\n`;
}

function outcome(finding: Finding): string {
  const { file, line, column, rule, severity, status, message } = finding;
  const words = text(`${file}:${line}:${column}\n${fullMessage(finding)}`);
  if (status === 'baselined') return `      <skipped message="${attribute(`In the baseline: ${message}`)}"/>\n`;
  if (severity === 'warning') return `      <system-out>${words}</system-out>\n`;
  return `      <failure type="${attribute(rule)}" message="${attribute(message)}">${words}</failure>\n`;
}

function text(value: string): string {
  return allowed(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Line ends in attributes would be read as spaces. */
function attribute(value: string): string {
  return text(value).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;').replaceAll('\r', '&#13;');
}

/** XML 1.0 has no way to write most control characters and no lone surrogates. */
function allowed(value: string): string {
  return value.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}
