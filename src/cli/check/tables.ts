import type { CheckOptions, Project, Report } from '../../arch/index.ts';
import { checkTables, type OwnedTable } from '../../tables/index.ts';

/** The report of a check with who uses whose tables. */
export async function withTables(project: Project, report: Report, options: CheckOptions = {}): Promise<Report> {
  return project.completed(report, await checkTables(project.outlook(), project.libraries), options);
}

/** The tables of a project, and who owns each. */
export async function tablesOf(project: Project): Promise<readonly OwnedTable[]> {
  return (await checkTables(project.outlook(), project.libraries)).tables;
}
