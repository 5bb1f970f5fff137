import { argumentsAt } from '../arguments.ts';
import { certaintyOf } from '../calls.ts';
import type { CallReading } from '../calls.ts';
import type { Evaluator } from '../evaluator.ts';
import { nameOf } from '../queries.ts';
import { sqlOf } from '../sql-text.ts';
import type { SqlInCode } from '../sql-text.ts';
import type { Node } from '../types.ts';
import { alternatives } from '../value.ts';
import { namedTables } from './named.ts';
import type { SqlText } from './types.ts';

/** The SQL in the arguments of a call. */
export function sqlTextsOf(evaluator: Evaluator, { call, node, frame, library, receiver }: CallReading): SqlText[] {
  if (call.sql === undefined) return [];
  return argumentsAt(evaluator, call.sql, node, frame).flatMap((argument) => {
    const sql = sqlOf(evaluator, argument);
    if (!sql) return [];
    return [
      {
        library: library.name,
        text: sql.text,
        start: sql.start,
        ...(sql.file !== frame.file && { usedAt: nameOf(node) }),
        holes: holesOf(evaluator, sql),
        statements: sql.facts.statements,
        certainty: certaintyOf(receiver),
      },
    ];
  });
}

function holesOf(evaluator: Evaluator, sql: SqlInCode): SqlText['holes'] {
  const { file } = sql;
  return sql.spans.map((span, index) => {
    const node = sql.holes[index];
    const named = node && file ? namedTables(evaluator, { node, file, frame: { ...sql.frame, file } })[0] : undefined;
    return { ...span, ...(named?.target && { target: named.target }), isSql: node !== undefined && isSql(evaluator, node, sql) };
  });
}

/** A fragment or a query of the library's own: what it names is read where it is made. */
function isSql(evaluator: Evaluator, node: Node, { file, frame }: SqlInCode): boolean {
  return file !== undefined && alternatives(evaluator.valueOf(node, { ...frame, file })).some((value) => value.is === 'handle');
}
