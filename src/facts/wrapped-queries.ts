import type { TSESTree } from '@typescript-eslint/types';
import { argumentsAt } from './arguments.ts';
import { readCall } from './calls.ts';
import type { CallReading } from './calls.ts';
import type { Evaluator } from './evaluator.ts';
import { queryAt } from './queries.ts';
import { sqlOf } from './sql-text.ts';
import { bare, forEachChild, isFunction, keyName, parameterPattern } from './tree.ts';
import type { FunctionNode, Node, QueryFact } from './types.ts';
import { alternatives } from './value.ts';
import type { Frame, Value } from './value.ts';

/** A function longer than this does more than hand SQL on. */
const LONGEST = 1_500;

/**
 * The query of a call that no page describes and that is given SQL: a function of the project that hands it on to a library (`export const query =
 * (text, values) => pool.query(text, values)`), or one that cannot be followed.
 */
export function wrappedQueryAt(evaluator: Evaluator, node: TSESTree.CallExpression, frame: Frame): QueryFact | undefined {
  const { callee } = node;
  if (node.arguments.length === 0 || callee.type === 'Super') return undefined;
  const given = node.arguments.find((argument) => mayBeSql(argument, frame.file.text) && isStatement(evaluator, argument, frame));
  if (given) {
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
  }
  return unfollowedQueryAt(evaluator, node, frame, given && node.arguments.indexOf(given));
}

/** Where clients take SQL and its parameters, when they take an object. */
const SQL_KEYS = ['0.query', '0.sql', '0.text', '0.statement'];
const PARAMETER_KEYS = ['0.params', '0.query_params', '0.parameters', '0.values', '0.replacements', '0.binds'];

/** Functions that write a text down, or name a test. */
const SAYS = /(?:^|\.)(?:log|debug|info|warn|error|trace|fatal|verbose|describe|it|test|expect|each|print|t)$/;

/** SQL that skips rows or makes a UUID says so, whatever runs it; of other SQL nothing is said. */
function unfollowedQueryAt(evaluator: Evaluator, node: TSESTree.CallExpression, frame: Frame, index: number | undefined): QueryFact | undefined {
  const library = evaluator.catalog.libraries.find(({ name }) => name === 'sql');
  if (!library || SAYS.test(frame.file.text.slice(...node.callee.range))) return undefined;
  const sql = index === undefined ? SQL_KEYS.find((path) => isGiven(evaluator, path, node, frame)) : String(index);
  if (sql === undefined) return undefined;
  const parameters = index === undefined ? PARAMETER_KEYS : [String(index + 1)];
  const fact = queryAt(evaluator, node, frame, { kind: 'call', call: { query: 'sql', sql, parameters }, library, name: calledName(node), node, frame });
  const isTold = fact?.entity !== undefined && (fact.offsets.length > 0 || fact.written.some(({ uuid }) => uuid));
  return fact && isTold ? { ...fact, certainty: 'likely' } : undefined;
}

function isGiven(evaluator: Evaluator, path: string, node: TSESTree.CallExpression, frame: Frame): boolean {
  if (bare(node.arguments[0] as Node).type !== 'ObjectExpression') return false;
  const [argument] = argumentsAt(evaluator, path, node, frame);
  return argument !== undefined && mayBeSql(argument.node, argument.file.text) && isStatement(evaluator, argument.node, argument.frame);
}

function calledName({ callee }: TSESTree.CallExpression): string {
  const inner = bare(callee);
  return inner.type === 'Identifier' ? inner.name : inner.type === 'MemberExpression' ? (keyName(inner) ?? 'query') : 'query';
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
    case 'CallExpression':
      // `query.replace(…)`, `text.trim()`
      return inner.callee.type === 'MemberExpression' && mayBeSql(inner.callee.object, source);
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
