import { readSql } from '../facts/index.ts';
import { commentsIn, type Syntax } from './comments.ts';
import { languageOf } from './language.ts';
import { Lines } from './lines.ts';
import type { TextRoot } from './text-source-code.ts';

/** A backslash hides a quote in MySQL only; where that is so, the worst is that text is taken for a comment. */
const SYNTAX: Syntax = { lineComments: ['--'], quotes: ["'", '"', '`'], hasDollarQuotes: true };

/** `.sql`: migrations and queries of any dialect. The tree is the list of statements. */
export const sql = languageOf({ visitorKeys: { SqlFile: ['statements'], SqlStatement: [] }, parse });

function parse(text: string): TextRoot {
  const lines = new Lines(text);
  const placeOf = ([start, end]: readonly [number, number]) => {
    const range: [number, number] = [start, end];
    return { range, loc: lines.locationOf(range) };
  };
  const statements = readSql(text).statements.map(({ at, verb, tables }) => ({ type: 'SqlStatement', verb, tables, ...placeOf(at.range) }));
  const comments = commentsIn(text, SYNTAX).map((comment) => ({ ...comment, ...placeOf(comment.range) }));
  const root: TextRoot & { readonly statements: typeof statements } = { type: 'SqlFile', statements, comments, ...placeOf([0, text.length]) };
  return root;
}
