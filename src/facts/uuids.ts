import type { Argument } from './arguments.ts';
import { readCall } from './calls.ts';
import type { Evaluator } from './evaluator.ts';
import { callValue } from './functions.ts';
import { orderedInCode, orderedInSql, placeOf } from './ordered-uuids.ts';
import { uuidGeneratorIn } from './sql/index.ts';
import { sqlOf } from './sql-text.ts';
import { bare } from './tree.ts';
import type { Located, Node, Replacement, SourceFile, UuidValue } from './types.ts';
import { alternatives } from './value.ts';
import type { Frame, Value } from './value.ts';

/** The UUID that an expression makes, through variables, `??`, ternaries and functions of the project. */
export function uuidOf(evaluator: Evaluator, node: Node, frame: Frame, file: SourceFile): UuidValue | undefined {
  return uuidOfValue(evaluator, evaluator.valueOf(node, frame), file, node);
}

function uuidOfValue(evaluator: Evaluator, value: Value, file: SourceFile, fallback: Located): UuidValue | undefined {
  for (const one of alternatives(value)) {
    if (one.is !== 'uuid') continue;
    const isLocal = one.spot.file === file;
    const { node } = one.spot;
    const replacements = isLocal && isOutOfOrder(one.version) ? orderedInCode(evaluator, { node, file, library: one.library, ordered: one.ordered }) : [];
    return { version: one.version, generator: one.spot.file.text.slice(...node.range), at: isLocal ? node : fallback, isLocal, ...listed(replacements) };
  }
  return undefined;
}

/** The UUID that a column's default gives: a value, a function of the code, or SQL of the database. */
export function defaultUuid(evaluator: Evaluator, argument: Argument, file: SourceFile): UuidValue | undefined {
  const { node, frame } = argument;
  const value = evaluator.valueOf(node, frame);
  const made = uuidOfValue(evaluator, value, file, node) ?? referenced(evaluator, value, argument, file);
  if (made) return made;
  for (const one of alternatives(value)) {
    if (one.is !== 'function') continue;
    const result = callValue(evaluator, one, [], frame);
    const local = uuidOfValue(evaluator, result, file, node);
    if (local) return local;
    const body = one.node.body;
    const text = body && body.type !== 'BlockStatement' ? inSql(evaluator, { ...argument, node: body, file: one.file }, file, node) : undefined;
    if (text) return text;
    if (result.is === 'constant' && typeof result.value === 'string') return inText(result.value, node, file);
  }
  return inSql(evaluator, argument, file, node);
}

/** The generator itself, not called: `default: randomUUID`, `defaultValue: DataTypes.UUIDV4`. */
function referenced(evaluator: Evaluator, value: Value, { node, file: at }: Argument, file: SourceFile): UuidValue | undefined {
  for (const one of alternatives(value)) {
    const call = one.is === 'method' ? one.call : one.is === 'export' ? (one.export.call ?? one.export.new) : one.is === 'handle' ? one.type.call : undefined;
    if (!call?.uuid) continue;
    const library = one.is === 'method' ? one.of.type.library : one.is === 'export' ? one.library : one.is === 'handle' ? one.type.library : undefined;
    const isLocal = at === file;
    const replacements = library && isLocal && isOutOfOrder(call.uuid) ? orderedInCode(evaluator, { node: bare(node), file, library, ordered: call.ordered }) : [];
    return { version: call.uuid, generator: at.text.slice(...bare(node).range), at: node, isLocal, ...listed(replacements) };
  }
  return undefined;
}

/** Versions 6 and 7 begin with the time. */
function isOutOfOrder(version: number): boolean {
  return version !== 6 && version !== 7;
}

function listed(replacements: readonly Replacement[]): Pick<UuidValue, 'replacements'> {
  return replacements.length > 0 ? { replacements } : {};
}

/** A generator in SQL that stands in code, with what can stand there instead. */
export function uuidInSql(found: Pick<UuidValue, 'version' | 'generator'>, at: Located, file: SourceFile | undefined): UuidValue {
  const { version, generator } = found;
  const replacements = file && isOutOfOrder(version) ? orderedInSql(file, at, generator) : [];
  return { version, generator, at: (file && placeOf(file, at, generator)) ?? at, isLocal: file !== undefined, ...listed(replacements) };
}

/** `sql\`gen_random_uuid()\``, `knex.raw('gen_random_uuid()')`, `sequelize.fn('gen_random_uuid')`: the SQL stands in the tag, or in the first argument of whatever wraps it. */
function inSql(evaluator: Evaluator, argument: Argument, file: SourceFile, fallback: Node): UuidValue | undefined {
  const inner = bare(argument.node);
  if (inner.type === 'CallExpression' && readCall(evaluator, inner, argument.frame)?.call.uuid !== undefined) return undefined;
  const text = inner.type === 'CallExpression' || inner.type === 'NewExpression' ? inner.arguments[0] : inner;
  const written = text && sqlOf(evaluator, { ...argument, node: text })?.text.trim();
  if (!written) return undefined;
  const found = uuidGeneratorIn(written) ?? (/^\w+$/.test(written) ? uuidGeneratorIn(`${written}()`) : undefined);
  return found && (argument.file === file ? uuidInSql(found, argument.node, file) : uuidInSql(found, fallback, undefined));
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

function inText(text: string, at: Node, file: SourceFile): UuidValue | undefined {
  const found = uuidGeneratorIn(text);
  return found && uuidInSql(found, at, file);
}
