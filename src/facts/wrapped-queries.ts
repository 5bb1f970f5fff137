import type { TSESTree } from '@typescript-eslint/types';
import { argumentsAt } from './arguments.ts';
import { readCall } from './calls.ts';
import type { CallReading } from './calls.ts';
import type { Evaluator } from './evaluator.ts';
import { queryAt } from './queries.ts';
import { sqlOf } from './sql-text.ts';
import { bare, forEachChild, isFunction, parameterPattern } from './tree.ts';
import type { FunctionNode, Node, QueryFact } from './types.ts';
import { alternatives } from './value.ts';
import type { Frame, Value } from './value.ts';

/** A function longer than this does more than hand SQL on. */
const LONGEST = 1_500;

/**
 * The query of a call of the project's own function that hands SQL on to a library: `export const query = (text, values) => pool.query(text, values)`.
 * Nothing where what it is given is no SQL.
 */
export function wrappedQueryAt(evaluator: Evaluator, node: TSESTree.CallExpression, frame: Frame): QueryFact | undefined {
  const { callee } = node;
  if (node.arguments.length === 0 || callee.type === 'Super') return undefined;
  const given = node.arguments.find((argument) => mayBeSql(argument, frame.file.text) && isStatement(evaluator, argument, frame));
  if (!given) return undefined;
  for (const fn of alternatives(evaluator.valueOf(callee, frame))) {
    if (fn.is !== 'function') continue;
    const inner = innerReading(evaluator, fn, node.arguments.indexOf(given), frame);
    if (!inner) continue;
    const { reading, parameters } = inner;
    return queryAt(evaluator, node, frame, {
      kind: 'call',
      call: { query: 'sql', sql: String(node.arguments.indexOf(given)), ...(parameters !== undefined && { parameters: String(parameters) }) },
      library: reading.library,
      name: reading.name,
      node,
      frame,
      ...(reading.receiver && { receiver: reading.receiver }),
    });
  }
  return undefined;
}

const BEGINS = /^.?\s*(?:select|insert|update|delete|with|merge|replace|truncate)\b/i;
const NAMED = /[sS]ql|SQL|[qQ]uer(?:y|ies)|[tT]ext|[sS]tatement|[sS]tmt|^[A-Z][A-Z0-9_]+$/;

/** Cheap, for it is asked of every argument: text that begins like a statement, or a name that says so. */
function mayBeSql(argument: Node, source: string): boolean {
  const inner = bare(argument);
  switch (inner.type) {
    case 'Literal':
    case 'TemplateLiteral':
    case 'BinaryExpression':
      return BEGINS.test(source.slice(inner.range[0], inner.range[0] + 200));
    case 'Identifier':
      return NAMED.test(inner.name);
    case 'MemberExpression':
      return NAMED.test(source.slice(...inner.range));
    default:
      return false;
  }
}

function isStatement(evaluator: Evaluator, node: Node, frame: Frame): boolean {
  const sql = sqlOf(evaluator, { node, file: frame.file, frame });
  return sql !== undefined && sql.facts.statements.some(({ verb }) => verb !== 'fragment' && verb !== 'other');
}

/** The call inside a function that runs the SQL in one of its parameters, and the parameter that fills the placeholders. */
function innerReading(evaluator: Evaluator, fn: Value & { is: 'function' }, index: number, frame: Frame): { readonly reading: CallReading; readonly parameters?: number } | undefined {
  const { node, file } = fn;
  if (!node.body || node.body.range[1] - node.body.range[0] > LONGEST || !evaluator.mayEnter(frame)) return undefined;
  const names = node.params.map((param) => nameOfParameter(parameterPattern(param)));
  const inside: Frame = { file, depth: frame.depth + 1, ...(fn.self && { self: fn.self }) };
  for (const call of callsIn(node)) {
    const handed = call.arguments.map((argument) => (argument.type === 'SpreadElement' ? spreadName(argument) : nameOfParameter(bare(argument))));
    if (!handed.some((name) => name !== undefined && names.includes(name))) continue;
    const reading = readCall(evaluator, call, inside);
    if (reading?.call.sql === undefined) continue;
    const isRest = call.arguments[0]?.type === 'SpreadElement';
    const sql = isRest ? call.arguments[0] : argumentsAt(evaluator, reading.call.sql, call, inside)[0]?.node;
    if (!sql || indexOf(names, sql) !== (isRest ? 0 : index)) continue;
    const values = isRest ? index + 1 : reading.call.parameters === undefined ? -1 : parametersIndex(evaluator, reading, names, inside);
    return { reading, ...(values >= 0 && { parameters: values }) };
  }
  return undefined;
}

function parametersIndex(evaluator: Evaluator, { call, node }: CallReading, names: readonly (string | undefined)[], frame: Frame): number {
  const [values] = argumentsAt(evaluator, call.parameters ?? [], node, frame);
  return values ? indexOf(names, values.node) : -1;
}

function indexOf(names: readonly (string | undefined)[], node: Node): number {
  const inner = bare(node);
  const name = inner.type === 'SpreadElement' ? spreadName(inner) : nameOfParameter(inner);
  return name === undefined ? -1 : names.indexOf(name);
}

function spreadName({ argument }: TSESTree.SpreadElement): string | undefined {
  return argument.type === 'Identifier' ? argument.name : undefined;
}

function nameOfParameter(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'RestElement' && node.argument.type === 'Identifier' ? node.argument.name : undefined;
}

function callsIn(fn: FunctionNode): TSESTree.CallExpression[] {
  const found: TSESTree.CallExpression[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'CallExpression') found.push(node);
    forEachChild(node, visit);
  };
  if (fn.body && !isFunction(fn.body)) visit(fn.body);
  return found;
}
