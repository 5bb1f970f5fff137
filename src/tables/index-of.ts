import type { Outlook } from '../arch/index.ts';
import { mentionsOf } from '../facts/index.ts';
import { TableOwners } from './owners.ts';
import { readFileTables } from './read-file.ts';
import type { FileTables } from './types.ts';

type Libraries = Parameters<typeof mentionsOf>[0];

/** Files that can say something of tables. */
export function isTableFile(name: string): boolean {
  return /(?<!\.d)\.(?:[cm]?[jt]s|[jt]sx|sql|prisma)$/.test(name);
}

/** A folder of declarations larger than this is generated. */
const MOST_DECLARING = 4000;

/** Who owns which table, as the files of the project say now. Remembered until one of them changes. */
export function ownersIn(outlook: Outlook, libraries: Libraries): TableOwners {
  return outlook.remembered('table owners', () => new TableOwners(outlook, declaringFiles(outlook, libraries)));
}

function declaringFiles(outlook: Outlook, libraries: Libraries): FileTables[] {
  const { mayDeclareTables } = mentionsOf(libraries);
  const found: FileTables[] = [];
  for (const path of outlook.files(isTableFile)) {
    if (found.length >= MOST_DECLARING) break;
    if (outlook.placeOf(path).isTest) continue;
    const tables = outlook.remembered(`tables of ${path}`, () => {
      const text = outlook.text(path);
      return text !== undefined && (path.endsWith('.prisma') || mayDeclareTables(text)) ? readFileTables(outlook, path, libraries, undefined) : undefined;
    });
    if (tables && (tables.declared.length > 0 || tables.relations.length > 0)) found.push(tables);
  }
  return found;
}

