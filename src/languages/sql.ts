import { readSql } from '../facts/index.ts';
import { languageOf } from './language.ts';

/** `.sql`: migrations and queries of any dialect. The tree is the list of statements. */
export const sql = languageOf({
  root: 'SqlFile',
  syntax: {
    lineComments: ['--'],
    // A backslash hides a quote in MySQL only; where it does not, the worst is a comment that is read as text.
    quotes: [
      { mark: "'", isEscaped: false },
      { mark: '"', isEscaped: false },
      { mark: '`', isEscaped: false },
    ],
    hasDollarQuotes: true,
  },
  nodesOf: (text) => readSql(text).statements.map((statement) => ({ type: 'SqlStatement', range: statement.at.range, verb: statement.verb, tables: statement.tables })),
});
