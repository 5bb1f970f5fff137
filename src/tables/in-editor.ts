import type { Finding, Outlook } from '../arch/index.ts';
import type { mentionsOf, TableFacts } from '../facts/index.ts';
import { ownersIn } from './index-of.ts';
import { judgeTables } from './judge.ts';
import { tablesOfFile } from './read-file.ts';

/**
 * The findings on tables in one file, whose text need not be saved: what the command would report, word by word.
 * @param facts what the file says of tables
 */
export function tableFindings(outlook: Outlook, path: string, text: string, facts: TableFacts, libraries?: Parameters<typeof mentionsOf>[0]): readonly Finding[] {
  const file = tablesOfFile(outlook, path, facts, undefined);
  if (file.declared.length === 0 && file.uses.length === 0 && file.followed.length === 0) return [];
  const owners = ownersIn(outlook, libraries).with(file);
  return outlook.findings(path, text, judgeTables(outlook, owners, file).drafts, 'no-foreign-tables');
}
