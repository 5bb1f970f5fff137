import type { Argument } from './arguments.ts';
import { readCall } from './calls.ts';
import type { Evaluator } from './evaluator.ts';
import { callValue } from './functions.ts';
import { uuidGeneratorIn } from './sql/index.ts';
import { sqlOf } from './sql-text.ts';
import { bare } from './tree.ts';
import type { Located, Node, SourceFile, UuidValue } from './types.ts';
import { alternatives } from './value.ts';
import type { Frame, Value } from './value.ts';

/** The UUID that an expression makes, through variables, `??`, ternaries and functions of the project. */
export function uuidOf(evaluator: Evaluator, node: Node, frame: Frame, file: SourceFile): UuidValue | undefined {
  return uuidOfValue(evaluator.valueOf(node, frame), file, node);
}

function uuidOfValue(value: Value, file: SourceFile, fallback: Located): UuidValue | undefined {
  for (const one of alternatives(value)) {
    if (one.is !== 'uuid') continue;
    const isLocal = one.spot.file === file;
    const { node } = one.spot;
    return { version: one.version, generator: one.spot.file.text.slice(...node.range), at: isLocal ? node : fallback, isLocal };
  }
  return undefined;
}

/** The UUID that a column's default gives: a value, a function of the code, or SQL of the database. */
export function defaultUuid(evaluator: Evaluator, argument: Argument, file: SourceFile): UuidValue | undefined {
  const { node, frame } = argument;
  const value = evaluator.valueOf(node, frame);
  const made = uuidOfValue(value, file, node) ?? referenced(value, argument, file);
  if (made) return made;
  for (const one of alternatives(value)) {
    if (one.is !== 'function') continue;
    const result = callValue(evaluator, one, [], frame);
    const local = uuidOfValue(result, file, node);
    if (local) return local;
    const body = one.node.body;
    const text = body && body.type !== 'BlockStatement' ? inSql(evaluator, { ...argument, node: body, file: one.file }, file, node) : undefined;
    if (text) return text;
    if (result.is === 'constant' && typeof result.value === 'string') return inText(result.value, node);
  }
  return inSql(evaluator, argument, file, node);
}

/** The generator itself, not called: `default: randomUUID`, `defaultValue: DataTypes.UUIDV4`. */
function referenced(value: Value, { node, file: at }: Argument, file: SourceFile): UuidValue | undefined {
  for (const one of alternatives(value)) {
    const call = one.is === 'method' ? one.call : one.is === 'export' ? (one.export.call ?? one.export.new) : one.is === 'handle' ? one.type.call : undefined;
    if (call?.uuid) return { version: call.uuid, generator: at.text.slice(...bare(node).range), at: node, isLocal: at === file };
  }
  return undefined;
}

/** `sql\`gen_random_uuid()\``, `knex.raw('gen_random_uuid()')`, `sequelize.fn('gen_random_uuid')`: the SQL stands in the tag, or in the first argument of whatever wraps it. */
function inSql(evaluator: Evaluator, argument: Argument, file: SourceFile, fallback: Node): UuidValue | undefined {
  const inner = bare(argument.node);
  if (inner.type === 'CallExpression' && readCall(evaluator, inner, argument.frame)?.call.uuid !== undefined) return undefined;
  const text = inner.type === 'CallExpression' || inner.type === 'NewExpression' ? inner.arguments[0] : inner;
  const written = text && sqlOf(evaluator, { ...argument, node: text })?.text.trim();
  if (!written) return undefined;
  const found = uuidGeneratorIn(written) ?? (/^\w+$/.test(written) ? uuidGeneratorIn(`${written}()`) : undefined);
  return found && { version: found.version, generator: found.generator, at: argument.file === file ? argument.node : fallback, isLocal: argument.file === file };
}

/** The UUID that a written value is: made by the code, or by SQL in its place. A plain string is a string. */
export function writtenUuid(evaluator: Evaluator, argument: Argument, file: SourceFile): UuidValue | undefined {
  const { node, frame } = argument;
  const made = uuidOf(evaluator, node, frame, file);
  if (made) return made;
  const inner = bare(node);
  const isSql = (inner.type === 'CallExpression' || inner.type === 'TaggedTemplateExpression') && readCall(evaluator, inner, frame)?.call.query === 'sql';
  return isSql ? inSql(evaluator, argument, file, node) : undefined;
}

function inText(text: string, at: Node): UuidValue | undefined {
  const found = uuidGeneratorIn(text);
  return found && { version: found.version, generator: found.generator, at, isLocal: true };
}
