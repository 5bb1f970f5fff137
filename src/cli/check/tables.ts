import type { CheckOptions, Project, Report } from '../../arch/index.ts';
import { checkTables, type OwnedTable } from '../../tables/index.ts';

/** The report of a check with who uses whose tables. */
export async function withTables(project: Project, report: Report, options: CheckOptions = {}): Promise<Report> {
  return project.completed(report, await checked(project), options);
}

/** The tables of a project, and who owns each. */
export async function tablesOf(project: Project): Promise<readonly OwnedTable[]> {
  return (await checked(project)).tables;
}

/** The tables of a project are read once for a check, however many ask. */
function checked(project: Project): ReturnType<typeof checkTables> {
  const outlook = project.outlook();
  return outlook.remembered('tables of the check', () => checkTables(outlook, project.libraries));
}
