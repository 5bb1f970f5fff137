import { openProject, type Project, type Report } from '../../arch/index.ts';
import { loadReporter, summaryOf, summarySentence, type ReporterContext, type Summary } from '../../reporters/index.ts';
import type { ExitCode, Input } from '../command.ts';
import type { Io } from '../io.ts';
import { sortedFindings } from './findings.ts';
import { checkWishes, type CheckWishes } from './options.ts';
import { diagnosticLines } from './diagnostics.ts';
import { hearSignals, withProgress } from './progress.ts';
import { openRatchet } from './ratchet.ts';
import { contextOf, writeReport } from './report.ts';
import { broughtSince, branchPoint, graphAt, type BranchPoint } from './since.ts';
import { tablesOf, withTables } from './tables.ts';

/** Runs `fortress check`. */
export async function runCheck(input: Input, io: Io): Promise<ExitCode> {
  const wishes = await checkWishes(input, io.cwd);
  const reporter = await loadReporter(wishes.format);
  const ratchet = openRatchet(wishes);
  const branch = wishes.since === undefined ? undefined : branchPoint(wishes.root, wishes.since, io.env);
  const project = openProject({ root: wishes.root, cache: wishes.cache, ...(wishes.configFile !== undefined && { configFile: wishes.configFile }) });
  const report = await checked(project, wishes, io);
  const held = ratchet.hold(report.findings, io.env);
  const brought = branch === undefined ? undefined : await broughtSince(branch, held.findings, wishes);
  if (brought !== undefined) await hearSignals();
  const findings = sortedFindings(brought?.findings ?? held.findings);
  const summary = summaryOf(findings);
  await io.stderr.write(diagnosticLines([...report.diagnostics, ...held.diagnostics, ...(brought?.diagnostics ?? [])]));
  await writeReport(reporter({ findings, coverage: report.coverage }, contextOf(wishes, ratchet, io, await drawnOf(project, branch, wishes))), wishes, io);
  await io.stderr.write(closingLines(summary, wishes, held.told));
  return verdict(summary, wishes);
}

/** What a page shows besides findings; read only where there is one. */
async function drawnOf(project: Project, branch: BranchPoint | undefined, wishes: CheckWishes): Promise<Pick<ReporterContext, 'graph' | 'graphThen' | 'tables'>> {
  const tables = wishes.format === 'html' ? await tablesOf(project) : [];
  return {
    graph: () => project.graph(),
    graphThen: () => (branch === undefined ? undefined : { ...graphAt(branch, wishes), revision: branch.revision }),
    tables: () => tables,
  };
}

async function checked(project: Project, { only }: CheckWishes, io: Io): Promise<Report> {
  const options = only.length > 0 ? { only } : {};
  return withTables(project, await withProgress(io, (onProgress) => project.check({ onProgress, ...options })), options);
}

function verdict({ errors, warnings }: Summary, { maxWarnings = Infinity }: CheckWishes): ExitCode {
  return errors > 0 || warnings > maxWarnings ? 1 : 0;
}

/** What stdout does not say: what was written, why it fails, and how it ended where the report is for machines. */
function closingLines(summary: Summary, { format, output, maxWarnings = Infinity }: CheckWishes, told: readonly string[]): string {
  const lines = [...told];
  if (format !== 'text' || output !== undefined) lines.push(summarySentence(summary));
  if (summary.warnings > maxWarnings) lines.push(`\`--max-warnings\` allows ${maxWarnings}.`);
  return lines.map((line) => `${line}\n`).join('');
}
