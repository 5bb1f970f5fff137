import { readSql } from '../sql/index.ts';
import type { TableFacts } from './types.ts';

/** The SQL of a migration. */
export function readSqlTables(text: string): TableFacts {
  return { declared: [], uses: [], followed: [], sql: [{ library: 'sql', text, start: 0, holes: [], statements: readSql(text).statements, certainty: 'certain' }] };
}
