import { importedNode } from '../sql-text.ts';
import type { Evaluator } from '../evaluator.ts';
import type { Argument } from '../arguments.ts';
import { bare, constantString, isFunction, keyName, returnedBy } from '../tree.ts';
import type { Node, SourceFile } from '../types.ts';
import { alternatives } from '../value.ts';
import type { Frame, Handle, Value } from '../value.ts';
import type { TableName } from './types.ts';

/** A table that an expression names, and the expression; no target where only the running program knows it. */
export interface Named {
  readonly node: Node;
  readonly file: SourceFile;
  readonly target?: TableName;
}

/** How what stands there is to be understood. */
export interface Naming {
  /** Text is a column with its table. */
  readonly column?: boolean;
  /** A function gives the table: `() => Invoice`. Elsewhere, a function builds a query of its own. */
  readonly isGiven?: boolean;
  /** An object gives aliases: `{ o: 'orders' }`. */
  readonly hasAliases?: boolean;
}

/** The tables that an expression names; none where it is a query, a fragment of SQL or something else that has no name. */
export function namedTables(evaluator: Evaluator, { node, frame, file }: Argument, naming: Naming = {}, depth = 0): Named[] {
  if (depth > 4) return [];
  const inner = bare(node);
  const text = constantString(inner);
  if (text !== undefined) return fromText(text, inner, file, naming);
  const next = (one: Node): Named[] => namedTables(evaluator, { node: one, frame, file }, naming, depth + 1);
  if (inner.type === 'ArrayExpression') return inner.elements.flatMap((one) => (one ? next(one) : []));
  if (inner.type === 'ObjectExpression') return naming.hasAliases ? inner.properties.flatMap((one) => (one.type === 'Property' ? next(one.value) : [])) : [];
  if (isFunction(inner)) return naming.isGiven ? returnedBy(inner).flatMap(next) : [];
  const values = alternatives(evaluator.valueOf(inner, frame));
  const found = values.flatMap((value) => {
    if (value.is === 'constant') return typeof value.value === 'string' ? fromText(value.value, inner, file, naming) : [];
    if (value.is === 'array') return namedTables(evaluator, { node: value.node, file: value.file, frame: { ...value.frame, file: value.file } }, naming, depth + 1).map((one) => ({ ...one, node: inner, file }));
    const target = tableOfValue(value);
    return target ? [{ node: inner, file, target }] : [];
  });
  if (found.length > 0) return found;
  // `invoices.id`, `Invoice.name`
  if (inner.type === 'MemberExpression' && keyName(inner) !== undefined && inner.object.type !== 'ThisExpression') {
    const owner = alternatives(evaluator.valueOf(inner.object, frame)).flatMap((value) => tableOfValue(value) ?? []);
    if (owner.length > 0) return owner.map((target) => ({ node: bare(inner.object), file, target }));
  }
  // `forwardRef(() => Invoice)`, `lazy(() => Invoice)`
  const given = inner.type === 'CallExpression' ? inner.arguments[0] : undefined;
  if (given && isFunction(given) && naming.isGiven) return next(given);
  const declared = declaredName(evaluator, inner, file);
  if (declared) return [{ node: inner, file, target: declared }];
  return values.every((value) => value.is === 'unknown') && mayHoldName(inner) ? [{ node: inner, file }] : [];
}

/** A variable, a property or a template may hold the name of any table; a call gives what nobody can see. */
function mayHoldName(node: Node): boolean {
  return node.type === 'Identifier' || node.type === 'MemberExpression' || node.type === 'TemplateLiteral';
}

function fromText(text: string, node: Node, file: SourceFile, { column }: Naming): Named[] {
  const target = tableInText(text, column === true);
  return target ? [{ node, file, target }] : [];
}

const PART = /^(?:"([^"]+)"|`([^`]+)`|\[([^\]]+)\]|([\p{L}_#][\p{L}\p{N}_$-]*))/u;

/** `billing.invoices as i`, `"Invoices"`, `invoices.id` of a column. */
export function tableInText(text: string, isColumn = false): TableName | undefined {
  const parts: string[] = [];
  let rest = text.trim();
  for (;;) {
    const match = PART.exec(rest);
    if (!match) return undefined;
    parts.push(match[1] ?? match[2] ?? match[3] ?? match[4] ?? '');
    rest = rest.slice(match[0].length);
    if (!rest.startsWith('.')) break;
    rest = rest.slice(1);
  }
  // What follows is an alias; anything else is no name.
  if (!/^(?:\s+(?:as\s+)?["'`[]?[\w$]+["'`\]]?)?\s*$/i.test(rest)) return undefined;
  if (isColumn) parts.pop();
  const name = parts.at(-1);
  if (name === undefined) return undefined;
  const schema = parts.at(-2);
  return { name, ...(schema !== undefined && { schema }) };
}

/** The table that a value is: a class, a table that a call of a library made, a repository of either. */
export function tableOfValue(value: Value): TableName | undefined {
  switch (value.is) {
    case 'class':
      return value.node.id ? { name: value.node.id.name, declaredIn: value.file.path } : undefined;
    case 'handle':
      return tableOfHandle(value);
    default:
      return undefined;
  }
}

/** The table that a library's value is, or is about. */
export function tableOfHandle({ chain, model, entity, type }: Handle): TableName | undefined {
  const made = chain.find((step) => step.call.table && step.call.table.alters !== true);
  if (made) return { name: constantOf(made.node) ?? entity?.name ?? '', declaredIn: made.file.path };
  if (model?.node.id) return { name: model.node.id.name, declaredIn: model.file.path };
  return entity && (type.methods.size > 0 || type.isEntity) && type.awaited === undefined ? { name: entity.name } : undefined;
}

/** The name that the result of a call is kept under: `const invoices = pgTable(…)`, `exports.invoices = …`. */
export function constantOf(node: Node): string | undefined {
  for (let current: Node | undefined = node.parent; current; current = current.parent) {
    switch (current.type) {
      case 'VariableDeclarator':
        return current.id.type === 'Identifier' ? current.id.name : undefined;
      case 'AssignmentExpression':
        return current.left.type === 'MemberExpression' ? keyName(current.left) : current.left.type === 'Identifier' ? current.left.name : undefined;
      case 'Property':
        return keyName(current);
      case 'CallExpression':
      case 'MemberExpression':
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'LogicalExpression':
      case 'AwaitExpression':
        break;
      default:
        return undefined;
    }
  }
  return undefined;
}

/** Where a name is declared that has no value that can be followed: `export const Invoice = new EntitySchema(…)`. */
function declaredName(evaluator: Evaluator, node: Node, file: SourceFile): TableName | undefined {
  if (node.type !== 'Identifier') return undefined;
  const definition = file.scopes.variableAt(node, node.name)?.defs[0];
  if (definition?.type === 'ImportBinding') {
    const found = importedNode(evaluator, definition.node, definition.parent, file);
    const name = found && (found.node.type === 'Identifier' ? found.node.name : 'id' in found.node && found.node.id?.type === 'Identifier' ? found.node.id.name : node.name);
    return found && name !== undefined ? { name, declaredIn: found.file.path } : undefined;
  }
  const isMade = definition?.type === 'Variable' && definition.node.type === 'VariableDeclarator' && definition.node.init?.type === 'NewExpression';
  return isMade ? { name: node.name, declaredIn: file.path } : undefined;
}

/** What a bare name of an entity leads to in a file that imports or declares it: `Repository<Invoice>`. */
export function entityInFile(evaluator: Evaluator, name: string, frame: Frame): TableName | undefined {
  const { file } = frame;
  const definition = file.scopes.variableAt(file.program, name)?.defs[0];
  if (definition?.type === 'ClassName' && 'body' in definition.node) return { name, declaredIn: file.path };
  if (definition?.type !== 'ImportBinding') return undefined;
  const found = importedNode(evaluator, definition.node, definition.parent, file);
  if (!found) return undefined;
  const own = found.node.type === 'Identifier' ? found.node.name : 'id' in found.node && found.node.id?.type === 'Identifier' ? found.node.id.name : name;
  return { name: own, declaredIn: found.file.path };
}
