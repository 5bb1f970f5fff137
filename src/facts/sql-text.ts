import type { TSESTree } from '@typescript-eslint/types';
import { argumentsAt, propertiesOf } from './arguments.ts';
import type { Argument } from './arguments.ts';
import { readCall } from './calls.ts';
import type { Evaluator } from './evaluator.ts';
import { exportsOf } from './exports.ts';
import { readSql } from './sql/index.ts';
import type { SqlFacts, SqlHole } from './sql/index.ts';
import { isText, piecesOf } from './sql-pieces.ts';
import type { Text } from './sql-pieces.ts';
import { bare, keyName } from './tree.ts';
import type { Node, SourceFile } from './types.ts';
import type { Frame } from './value.ts';

/** SQL that stands in a source file. Offsets of `facts` plus `start` are offsets of the file. */
export interface SqlInCode {
  readonly facts: SqlFacts;
  /** The SQL itself; what is no text of it is blank. */
  readonly text: string;
  readonly start: number;
  /** Where it stands; nothing where only the text is known, and no place in it means anything. */
  readonly file?: SourceFile;
  readonly frame: Frame;
  /** The expressions in the holes of the template or concatenation, in order. */
  readonly holes: readonly Node[];
  /** Where the holes stand in the text. */
  readonly spans: readonly SqlHole[];
}

/** A text and where it stands. */
interface Piece {
  readonly node: Text;
  readonly file: SourceFile;
  readonly frame: Frame;
  /** It replaces what was there before it. */
  readonly isNew?: boolean;
}

const read = new WeakMap<Node, Omit<SqlInCode, 'frame'>>();

/** Names that lead to names: longer ways are not SQL. */
const FARTHEST = 6;

/**
 * Reads the SQL in an expression: a string, a template, a tag, a sum; a name, a property or an import that leads to one, with what is
 * appended to it; what a call of a library wraps (`sql.raw(text)`), or a method of strings changes (`text.trim()`).
 */
export function sqlOf(evaluator: Evaluator, argument: Argument): SqlInCode | undefined {
  const pieces = textsOf(evaluator, argument, 0);
  const first = pieces[0];
  if (!first) return constantSql(evaluator, argument);
  const here = pieces.filter(({ file }) => file === first.file);
  const key = here.length === 1 ? first.node : bare(argument.node);
  let known = read.get(key);
  if (known?.file !== first.file) {
    const { text, start, holes } = piecesOf(here.map(({ node, isNew }) => ({ node, isNew: isNew === true })), first.file.text);
    known = { facts: readSql(text, { holes }), text, start, file: first.file, holes: holes.map(({ node }) => node), spans: holes.map(({ start: from, end }) => ({ start: from, end })) };
    read.set(key, known);
  }
  return { ...known, frame: first.frame };
}

/** A text that is known by its value only: an argument of the function around. */
function constantSql(evaluator: Evaluator, { node, frame }: Argument): SqlInCode | undefined {
  const value = evaluator.valueOf(node, frame);
  if (value.is !== 'constant' || typeof value.value !== 'string' || !/\s/.test(value.value.trim())) return undefined;
  return { facts: readSql(value.value), text: value.value, start: 0, frame, holes: [], spans: [] };
}

function textsOf(evaluator: Evaluator, argument: Argument, depth: number): Piece[] {
  const node = bare(argument.node);
  const { file, frame } = argument;
  if (isText(node)) return [{ node, file, frame }];
  if (depth > FARTHEST) return [];
  const next = (inner: Node): Piece[] => textsOf(evaluator, { node: inner, file, frame }, depth + 1);
  switch (node.type) {
    case 'TaggedTemplateExpression':
      return [{ node: node.quasi, file, frame }];
    case 'Identifier':
      return textsOfName(evaluator, node, argument, depth);
    case 'MemberExpression': {
      const name = keyName(node);
      const found = name === undefined ? undefined : propertiesOf(evaluator, { node: node.object, file, frame }, name)[0];
      return found ? textsOf(evaluator, found, depth + 1) : [];
    }
    case 'ConditionalExpression':
      return [...next(node.consequent), ...next(node.alternate).map((piece) => ({ ...piece, isNew: true }))];
    case 'LogicalExpression':
      return next(node.left).length > 0 ? next(node.left) : next(node.right);
    case 'CallExpression':
      return textsOfCall(evaluator, node, argument, depth);
    default:
      return [];
  }
}

/** Methods that leave a text what it is. */
const KEEPING = new Set(['trim', 'trimStart', 'trimEnd', 'replace', 'replaceAll', 'toString', 'normalize', 'concat']);

function textsOfCall(evaluator: Evaluator, node: TSESTree.CallExpression, { file, frame }: Argument, depth: number): Piece[] {
  const { callee } = node;
  if (callee.type === 'MemberExpression') {
    const object = bare(callee.object);
    const name = keyName(callee) ?? '';
    if (name === 'join' && object.type === 'ArrayExpression') {
      return object.elements.flatMap((element) => (element && element.type !== 'SpreadElement' ? textsOf(evaluator, { node: element, file, frame }, depth + 1) : []));
    }
    if (KEEPING.has(name)) return textsOf(evaluator, { node: object, file, frame }, depth + 1);
  }
  const reading = readCall(evaluator, node, frame);
  if (reading?.call.query !== 'sql' || reading.call.sql === undefined) return [];
  const [given] = argumentsAt(evaluator, reading.call.sql, node, frame);
  return given ? textsOf(evaluator, given, depth + 1) : [];
}

/** The text that a name leads to: where it is declared, and what is appended or assigned to it. */
function textsOfName(evaluator: Evaluator, name: TSESTree.Identifier, { file, frame }: Argument, depth: number): Piece[] {
  const variable = file.scopes.variableAt(name, name.name);
  const definition = variable?.defs[0];
  if (definition?.type === 'ImportBinding') {
    const found = importedNode(evaluator, definition.node, definition.parent, file);
    return found ? textsOf(evaluator, { ...found, frame: { file: found.file, depth: frame.depth } }, depth + 1) : [];
  }
  if (!variable || definition?.type !== 'Variable' || definition.node.type !== 'VariableDeclarator' || definition.node.id.type !== 'Identifier') return [];
  const { init } = definition.node;
  const declared = init ? textsOf(evaluator, { node: init, file, frame }, depth + 1) : [];
  const written = variable.references.flatMap(({ identifier }): Piece[] => {
    const assignment = identifier.parent;
    if (assignment?.type !== 'AssignmentExpression' || assignment.left !== identifier) return [];
    const isAppended = assignment.operator === '+=' || goesOnWith(assignment.right, name.name);
    if (assignment.operator !== '=' && !isAppended) return [];
    return textsOf(evaluator, { node: assignment.right, file, frame }, depth + 1).map((piece, index) => (isAppended || index > 0 ? piece : { ...piece, isNew: true }));
  });
  return [...declared, ...written];
}

/** `text = text + ' OFFSET 5'`, `text = \`${text} OFFSET 5\`` */
function goesOnWith(node: Node, name: string): boolean {
  const inner = bare(node);
  if (inner.type === 'BinaryExpression') return goesOnWith(inner.left, name);
  if (inner.type === 'TemplateLiteral') return inner.quasis[0]?.value.raw.trim() === '' && inner.expressions[0] !== undefined && goesOnWith(inner.expressions[0], name);
  return inner.type === 'Identifier' && inner.name === name;
}

/** The node that an import leads to, through re-exports. */
export function importedNode(evaluator: Evaluator, specifier: Node, declaration: Node | null | undefined, from: SourceFile): { node: Node; file: SourceFile } | undefined {
  if (declaration?.type !== 'ImportDeclaration' || specifier.type === 'ImportNamespaceSpecifier') return undefined;
  let name = specifier.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier' ? specifier.imported.name : 'default';
  let source: string = declaration.source.value;
  let file: SourceFile = from;
  for (let steps = 0; steps < FARTHEST; steps++) {
    const next = evaluator.fileAt(file, source);
    if (!next) return undefined;
    const { named, stars } = exportsOf(next);
    const entry = named.get(name);
    file = next;
    if (entry && entry.from === undefined) return { node: entry.node, file };
    if (!entry && stars.length !== 1) return undefined;
    source = entry?.from ?? (stars[0] as string);
    name = entry?.name ?? name;
  }
  return undefined;
}

/** The expression that fills a placeholder of the SQL, when it stands beside it. */
export function holeAt(sql: SqlInCode, key: number | string): Node | undefined {
  return typeof key === 'number' ? sql.holes[key] : undefined;
}
