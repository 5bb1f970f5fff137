import type { CheckOptions, Project, Report } from '../../arch/index.ts';
import { checkTables } from '../../tables/index.ts';

/** The report of a check with who uses whose tables. */
export async function withTables(project: Project, report: Report, options: CheckOptions = {}): Promise<Report> {
  return project.completed(report, await checkTables(project.outlook(), project.libraries), options);
}
