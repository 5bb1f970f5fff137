import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openProject, type Diagnostic, type Finding } from '../../src/arch/index.ts';
import { withTables } from '../../src/cli/check/tables.ts';
import { lint } from '../support/lint.ts';

const RULE = 'no-foreign-tables';

/** What the command says of tables in a project. */
export async function checkedTables(root: string): Promise<{ readonly findings: readonly Finding[]; readonly diagnostics: readonly Diagnostic[]; readonly others: readonly string[] }> {
  const project = openProject({ root, today: new Date('2026-11-25') });
  const { findings, diagnostics } = await withTables(project, project.check());
  const others = findings.filter(({ rule }) => rule !== RULE && rule !== 'no-cross-module-imports');
  return { findings: findings.filter(({ rule }) => rule === RULE), diagnostics, others: others.map(({ rule, file }) => `${file} ${rule}`) };
}

/** A finding as a line: where it stands, on what, and whose tables they are. */
export function lineOf(root: string, { file, line, column, endLine, endColumn, message }: Finding): string {
  const text = readFileSync(join(root, file), 'utf8').split('\n').slice(line - 1, endLine);
  const on = text.length === 1 ? (text[0] ?? '').slice(column - 1, endColumn - 1) : '…';
  return `${file}:${line} ${on} | ${message.slice(0, message.indexOf(':'))}`;
}

/** What ESLint says in every file of a project, as the command would say it. */
export function linted(root: string): string[] {
  return filesIn(root).flatMap((filename) =>
    lint({ code: readFileSync(join(root, filename), 'utf8'), filename, cwd: root, rules: { [RULE]: 'error' } }).map(
      ({ line, column, endLine, endColumn, message }) => `${filename}:${line}:${column}-${endLine ?? 0}:${endColumn ?? 0} ${message}`,
    ),
  );
}

/** The same lines for the command. */
export function placed({ file, line, column, endLine, endColumn, message }: Finding): string {
  return `${file}:${line}:${column}-${endLine}:${endColumn} ${message}`;
}

function filesIn(root: string): string[] {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  return names.filter((path) => /\.(?:[cm]?[jt]sx?|sql|prisma)$/.test(path) && !path.startsWith('node_modules')).sort();
}
