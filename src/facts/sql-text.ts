import type { TSESTree } from '@typescript-eslint/types';
import type { Argument } from './arguments.ts';
import type { Evaluator } from './evaluator.ts';
import { readSql } from './sql/index.ts';
import type { SqlFacts } from './sql/types.ts';
import { bare } from './tree.ts';
import type { Node, SourceFile } from './types.ts';
import type { Frame } from './value.ts';

/** SQL that stands in a source file. Offsets of `facts` plus `start` are offsets of the file. */
export interface SqlInCode {
  readonly facts: SqlFacts;
  readonly start: number;
  readonly file: SourceFile;
  readonly frame: Frame;
  /** The expressions in the holes of the template or concatenation, in order. */
  readonly holes: readonly Node[];
}

const read = new WeakMap<Node, SqlInCode>();

/** Reads the SQL in a string, template, tagged template, concatenation, or the constant that a name leads to. */
export function sqlOf(evaluator: Evaluator, argument: Argument): SqlInCode | undefined {
  const node = bare(argument.node);
  const written = isText(node) ? node : undefined;
  if (written) return sqlIn(written, argument.file, argument.frame);
  if (node.type === 'TaggedTemplateExpression') return sqlIn(node.quasi, argument.file, argument.frame);
  if (node.type === 'Identifier') {
    const init = initialiserOf(node, argument.file);
    return init && sqlOf(evaluator, { ...argument, node: init });
  }
  return undefined;
}

type Text = TSESTree.Literal | TSESTree.TemplateLiteral | TSESTree.BinaryExpression;

function isText(node: Node): node is Text {
  return (node.type === 'Literal' && typeof node.value === 'string') || node.type === 'TemplateLiteral' || (node.type === 'BinaryExpression' && node.operator === '+');
}

function initialiserOf(name: TSESTree.Identifier, file: SourceFile): Node | undefined {
  const definition = file.scopes.variableAt(name, name.name)?.defs[0];
  return definition?.type === 'Variable' && definition.node.type === 'VariableDeclarator' && definition.node.id.type === 'Identifier' ? (definition.node.init ?? undefined) : undefined;
}

function sqlIn(node: Text, file: SourceFile, frame: Frame): SqlInCode {
  let known = read.get(node);
  if (known?.file === file) return known;
  const [start, end] = node.range;
  // Everything that is not text of the SQL becomes blank, so that offsets in the SQL are offsets in the file.
  const characters = Array.from({ length: end - start }, () => ' ');
  const holes: { node: Node; start: number; end: number }[] = [];
  fill(node, file.text, start, characters, holes);
  holes.sort((one, other) => one.start - other.start);
  known = { facts: readSql(characters.join(''), { holes }), start, file, frame, holes: holes.map((hole) => hole.node) };
  read.set(node, known);
  return known;
}

function fill(node: Node, text: string, start: number, into: string[], holes: { node: Node; start: number; end: number }[]): void {
  const copy = (from: number, to: number): void => {
    for (let at = from; at < to; at++) {
      if (text[at] === '\\' && at + 1 < to) {
        const escaped = text[at + 1] as string;
        into[at - start] = ' ';
        into[at + 1 - start] = 'nrtbfv\n'.includes(escaped) ? ' ' : escaped;
        at++;
      } else into[at - start] = text[at] as string;
    }
  };
  const hole = (inner: Node, from: number, to: number): void => {
    into.fill('_', from - start, to - start);
    holes.push({ node: inner, start: from - start, end: to - start });
  };
  if (node.type === 'Literal') return copy(node.range[0] + 1, node.range[1] - 1);
  if (node.type === 'TemplateLiteral') {
    let from = node.range[0] + 1;
    for (const [index, expression] of node.expressions.entries()) {
      const open = text.lastIndexOf('${', expression.range[0]);
      const close = text.indexOf('}', expression.range[1]);
      copy(from, open);
      hole(expression, open, close + 1);
      from = close + 1;
      if (index > 500) break;
    }
    return copy(from, node.range[1] - 1);
  }
  if (node.type === 'BinaryExpression') {
    for (const side of [node.left, node.right]) {
      const inner = bare(side);
      if (isText(inner)) fill(inner, text, start, into, holes);
      else hole(inner, side.range[0], side.range[1]);
    }
  }
}

/** The expression that fills a placeholder of the SQL, when it stands beside it. */
export function holeAt(sql: SqlInCode, key: number | string): Node | undefined {
  return typeof key === 'number' ? sql.holes[key] : undefined;
}
