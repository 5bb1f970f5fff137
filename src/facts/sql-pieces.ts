import type { TSESTree } from '@typescript-eslint/types';
import { bare } from './tree.ts';
import type { Node } from './types.ts';

/** SQL put together from pieces of a source file: everything that is no text of it is blank, so that its offsets are those of the file from `start` on. */
export interface SqlPieces {
  readonly text: string;
  readonly start: number;
  /** The expressions that stand in it, in order. */
  readonly holes: readonly { readonly node: Node; readonly start: number; readonly end: number }[];
}

/** Text as code writes it: a string, a template, a sum of either. */
export type Text = TSESTree.StringLiteral | TSESTree.TemplateLiteral | TSESTree.BinaryExpression;

/** More pieces than this are generated code. */
const MOST_PIECES = 500;

export function isText(node: Node): node is Text {
  return (node.type === 'Literal' && typeof node.value === 'string') || node.type === 'TemplateLiteral' || (node.type === 'BinaryExpression' && node.operator === '+');
}

/** Puts texts of one file together, in source order; one that does not go on with the one before begins a statement of its own. */
export function piecesOf(texts: readonly { readonly node: Text; readonly isNew: boolean }[], source: string): SqlPieces {
  const start = Math.min(...texts.map(({ node }) => node.range[0]));
  const end = Math.max(...texts.map(({ node }) => node.range[1]));
  const pieces = new Pieces(source, start, end);
  for (const { node, isNew } of texts) {
    if (isNew) pieces.separate(node.range[0]);
    pieces.add(node);
  }
  return pieces.done();
}

class Pieces {
  readonly #source: string;
  readonly #start: number;
  readonly #characters: string[];
  readonly #holes: { node: Node; start: number; end: number }[] = [];

  constructor(source: string, start: number, end: number) {
    this.#source = source;
    this.#start = start;
    this.#characters = Array.from({ length: end - start }, () => ' ');
  }

  done(): SqlPieces {
    const holes = this.#holes.sort((one, other) => one.start - other.start);
    return { text: this.#characters.join(''), start: this.#start, holes };
  }

  /** The opening quote's place is blank: a `;` fits there. */
  separate(at: number): void {
    this.#characters[at - this.#start] = ';';
  }

  add(node: Text): void {
    if (node.type === 'Literal') return this.#copy(node.range[0] + 1, node.range[1] - 1);
    if (node.type === 'TemplateLiteral') return this.#template(node);
    for (const side of [node.left, node.right]) {
      const inner = bare(side);
      if (isText(inner)) this.add(inner);
      else this.#expression(inner, side.range[0], side.range[1]);
    }
  }

  #template(node: TSESTree.TemplateLiteral): void {
    let from = node.range[0] + 1;
    for (const expression of node.expressions.slice(0, MOST_PIECES)) {
      const open = this.#source.lastIndexOf('${', expression.range[0]);
      const close = this.#source.indexOf('}', expression.range[1]);
      this.#copy(from, open);
      this.#expression(expression, open, close + 1);
      from = close + 1;
    }
    this.#copy(from, node.range[1] - 1);
  }

  /** An expression is a hole, unless its branches are themselves parts of the SQL: `${page ? `OFFSET ${skip}` : ''}`. */
  #expression(node: Node, from: number, to: number): void {
    const branches = branchesOf(node).map(textIn);
    if (branches.some((text) => text !== undefined && isFragment(text))) {
      for (const text of branches) if (text) this.add(text);
      return;
    }
    this.#characters.fill('_', from - this.#start, to - this.#start);
    this.#holes.push({ node, start: from - this.#start, end: to - this.#start });
  }

  #copy(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const char = this.#source[at] as string;
      if (char !== '\\' || at + 1 >= to) {
        this.#characters[at - this.#start] = char;
        continue;
      }
      // An escape takes two places: the second is what it stands for.
      at++;
      this.#characters[at - this.#start] = ESCAPES[this.#source[at] as string] ?? (this.#source[at] as string);
    }
  }
}

const ESCAPES: { readonly [code: string]: string } = { n: '\n', r: '\r', t: ' ', b: ' ', f: ' ', v: ' ', 0: ' ', '\n': ' ' };

function branchesOf(node: Node): Node[] {
  const inner = bare(node);
  if (inner.type === 'ConditionalExpression') return [inner.consequent, inner.alternate].flatMap(branchesOf);
  if (inner.type === 'LogicalExpression') return (inner.operator === '&&' ? [inner.right] : [inner.left, inner.right]).flatMap(branchesOf);
  return [inner];
}

function textIn(node: Node): Text | undefined {
  if (node.type === 'TaggedTemplateExpression') return node.quasi;
  return isText(node) ? node : undefined;
}

/** Part of the SQL, not a value of it: it has more than one word, or holes of its own. */
function isFragment(text: Text): boolean {
  if (text.type === 'Literal') return /\S\s+\S/.test(text.value);
  if (text.type === 'BinaryExpression') return isText(bare(text.left)) || isText(bare(text.right));
  return text.quasis.some(({ value }) => /\S\s+\S/.test(value.raw)) || (text.expressions.length > 0 && text.quasis.some(({ value }) => /[a-z]/i.test(value.raw)));
}
