import type { Diagnostic, Finding, Outlook } from '../arch/index.ts';
import { libraries as ownLibraries, mentionsOf } from '../facts/index.ts';
import { isTableFile } from './index-of.ts';
import { judgeTables, type Judgement } from './judge.ts';
import { ownedTables, type OwnedTable } from './owned.ts';
import { TableOwners } from './owners.ts';
import { loadPostgres } from './postgres.ts';
import { readFileTables } from './read-file.ts';
import { namesForeignTable, tableWords } from './table-words.ts';
import type { FileTables } from './types.ts';
import { unknownTables } from './unknown.ts';

type Libraries = Parameters<typeof mentionsOf>[0];

/** What the check of tables found. */
export interface TablesReport {
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
  /** Every table that is declared, by name. */
  readonly tables: readonly OwnedTable[];
}

const NOTHING: TablesReport = { findings: [], diagnostics: [], tables: [] };

const SQL = /\b(?:select|insert|update|delete|create|alter|drop|truncate|merge|with)\b/i;

/**
 * Who uses whose tables, in the whole project: queries, joins, relations, foreign keys, SQL and migrations.
 * @param own libraries of the team's own, from the configuration
 */
export async function checkTables(outlook: Outlook, own: readonly object[] = []): Promise<TablesReport> {
  if (!outlook.isOn('no-foreign-tables')) return NOTHING;
  // The configuration checks as much of their shape as it can say.
  const libraries = own.length === 0 ? ownLibraries : [...(own as typeof ownLibraries), ...ownLibraries];
  const paths = candidates(outlook, libraries);
  if (paths.length === 0) return NOTHING;
  const postgres = paths.some(({ text }) => SQL.test(text)) ? await loadPostgres() : undefined;
  const read = (some: readonly Candidate[]): FileTables[] => some.flatMap(({ path }) => readFileTables(outlook, path, libraries, postgres) ?? []);
  const texts = new Map(paths.map(({ path, text }) => [path, text]));
  if (paths.length <= MOST_WHOLE) return judgedFiles(outlook, read(paths), texts);
  const declaring = read(paths.filter(({ declares }) => declares));
  const names = tableWords(outlook, declaring);
  const using = read(paths.filter(({ path, text, declares }) => !declares && namesForeignTable(text, outlook.placeOf(path).module, names)));
  const report = judgedFiles(outlook, [...declaring, ...using], texts);
  return names.size > 0 ? report : { ...report, diagnostics: [...report.diagnostics, nothingDeclared(outlook, paths)] };
}

/**
 * In larger projects only those files are parsed that declare a table, or whose words name one of another module: what else they
 * say of tables nobody could judge.
 */
const MOST_WHOLE = 300;

function nothingDeclared(outlook: Outlook, paths: readonly Candidate[]): Diagnostic {
  return {
    message: `${paths.length} files speak of a database, and no table is declared in the project: who may use which table cannot be judged.`,
    next: `Name the owners as \`tables\` in \`${outlook.configFile ?? 'fortress.config.ts'}\`, or declare each table in the module that owns it.`,
  };
}

function judgedFiles(outlook: Outlook, files: readonly FileTables[], texts: ReadonlyMap<string, string>): TablesReport {
  const owners = new TableOwners(outlook, files);
  const judged = files.map((file): readonly [FileTables, Judgement] => [file, judgeTables(outlook, owners, file)]);
  const findings = judged.flatMap(([{ path }, { drafts }]) => outlook.findings(path, texts.get(path) ?? '', drafts));
  return { findings, diagnostics: unknownTables(outlook, owners, judged, texts), tables: ownedTables(outlook, owners, files) };
}

/** A file whose words speak of tables. */
interface Candidate {
  readonly path: string;
  readonly text: string;
  /** It may declare tables, or relations of them. */
  readonly declares: boolean;
}

/** Files whose words speak of tables; none where the project has no database. */
function candidates(outlook: Outlook, libraries: Libraries): Candidate[] {
  const { importsDatabase, mayUseTables, mayDeclareTables } = mentionsOf(libraries);
  const found: Candidate[] = [];
  let hasDatabase = false;
  for (const path of outlook.files(isTableFile)) {
    const place = outlook.placeOf(path);
    if (place.isTest) continue;
    const text = outlook.text(path);
    if (text === undefined) continue;
    const isSchema = /\.(?:sql|prisma)$/.test(path);
    hasDatabase ||= isSchema || importsDatabase(text);
    const declares = isSchema || mayDeclareTables(text);
    if (declares || (place.module !== undefined && mayUseTables(text))) found.push({ path, text, declares });
  }
  return hasDatabase ? found : [];
}
