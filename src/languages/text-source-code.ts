import { directivesIn, type Directive } from './directives.ts';
import type { Comment } from './comments.ts';
import { NO_SCRIPT } from './no-script.ts';

/** Lines count from 1, columns from 0, as in JavaScript. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Location {
  readonly start: Position;
  readonly end: Position;
}

/** A node of a tree that is no JavaScript. */
export interface TextNode {
  readonly type: string;
  readonly range: [number, number];
  readonly loc: Location;
  readonly parent?: TextNode | undefined;
}

/** The top of such a tree. What rules for JavaScript look for in a program is there, and empty. */
export interface TextRoot extends TextNode {
  readonly children: readonly TextNode[];
  readonly comments: readonly LocatedComment[];
  readonly tokens: readonly never[];
  readonly body: readonly never[];
}

export type LocatedComment = Comment & { readonly loc: Location };

const VISIT = 1;
const ENTER = 1;
const LEAVE = 2;

/** A step of ESLint's walk through the tree. */
interface Step {
  readonly kind: typeof VISIT;
  readonly type: 'visit';
  readonly target: TextNode;
  readonly phase: typeof ENTER | typeof LEAVE;
  readonly args: readonly [TextNode];
}

/** The lines of a text, to tell offsets from positions. */
export class Lines {
  readonly lines: readonly string[];
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    this.lines = text.split(/\r\n|[\r\n\u2028\u2029]/);
    const starts = [0];
    for (const { index, 0: mark } of text.matchAll(/\r\n|[\r\n\u2028\u2029]/g)) starts.push(index + mark.length);
    this.#starts = starts;
  }

  /** @throws RangeError for an offset outside the text */
  positionOf(index: number): Position {
    if (!(index >= 0 && index <= this.#text.length)) throw new RangeError(`Index out of range (requested index ${index}, but source text has length ${this.#text.length}).`);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: index - (this.#starts[low] ?? 0) };
  }

  /** @throws RangeError for a line that is not there */
  indexOf({ line, column }: Position): number {
    const start = this.#starts[line - 1];
    if (start === undefined) throw new RangeError(`Line number out of range (line ${line} requested).`);
    return start + column;
  }

  locationOf([start, end]: readonly [number, number]): Location {
    return { start: this.positionOf(start), end: this.positionOf(end) };
  }
}

/**
 * The source code of a SQL file or a Prisma schema.
 *
 * Beside what ESLint's core asks for it answers what rules for JavaScript ask: people switch those on for every file
 * (`js.configs.recommended` without `files`), and they shall find nothing here, not crash.
 */
export class TextSourceCode {
  readonly text: string;
  readonly ast: TextRoot;
  readonly hasBOM: boolean;
  readonly lines: readonly string[];
  readonly visitorKeys: Record<string, string[]>;
  readonly #lines: Lines;

  constructor(text: string, ast: TextRoot, hasBOM: boolean, visitorKeys: Record<string, string[]>) {
    this.text = text;
    this.ast = ast;
    this.hasBOM = hasBOM;
    this.visitorKeys = visitorKeys;
    this.#lines = new Lines(text);
    this.lines = this.#lines.lines;
  }

  getLoc({ loc }: TextNode | LocatedComment): Location {
    return loc;
  }

  getRange({ range }: TextNode | LocatedComment): [number, number] {
    return range;
  }

  getText(node?: TextNode | LocatedComment | null, before = 0, after = 0): string {
    return node ? this.text.slice(Math.max(node.range[0] - before, 0), node.range[1] + after) : this.text;
  }

  getLines(): readonly string[] {
    return this.lines;
  }

  getLocFromIndex(index: number): Position {
    return this.#lines.positionOf(index);
  }

  getIndexFromLoc(position: Position): number {
    return this.#lines.indexOf(position);
  }

  getParent(node: TextNode): TextNode | undefined {
    return node.parent;
  }

  getAncestors(node: TextNode): TextNode[] {
    const ancestors: TextNode[] = [];
    for (let current = node.parent; current; current = current.parent) ancestors.unshift(current);
    return ancestors;
  }

  *traverse(): Iterable<Step> {
    yield* this.#visit(this.ast);
  }

  *#visit(node: TextNode): Iterable<Step> {
    yield { kind: VISIT, type: 'visit', target: node, phase: ENTER, args: [node] };
    for (const key of this.visitorKeys[node.type] ?? []) {
      for (const child of (node as unknown as Record<string, readonly TextNode[]>)[key] ?? []) yield* this.#visit(child);
    }
    yield { kind: VISIT, type: 'visit', target: node, phase: LEAVE, args: [node] };
  }

  getDisableDirectives(): { directives: Directive<LocatedComment>[]; problems: never[] } {
    return { directives: directivesIn(this.ast.comments), problems: [] };
  }

  getInlineConfigNodes(): LocatedComment[] {
    return directivesIn(this.ast.comments).map(({ node }) => node);
  }

  getAllComments(): readonly LocatedComment[] {
    return this.ast.comments;
  }
}

Object.assign(TextSourceCode.prototype, NO_SCRIPT);
