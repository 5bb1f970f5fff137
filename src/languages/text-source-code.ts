import { childrenOf } from './children.ts';
import { directivesIn, type Directive } from './directives.ts';
import { Lines, type Location, type Position } from './lines.ts';
import { NO_SCRIPT } from './no-script.ts';

/** A node of a tree that is no JavaScript. */
export interface TextNode {
  readonly type: string;
  readonly range: readonly [number, number];
  readonly loc: Location;
  readonly parent?: TextNode | undefined;
}

/** The top of such a tree. */
export interface TextRoot extends TextNode {
  readonly comments: readonly TextComment[];
}

/** A comment, with the text between its marks. */
export interface TextComment extends TextNode {
  readonly value: string;
}

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

  getLoc({ loc }: TextNode): Location {
    return loc;
  }

  getRange({ range }: TextNode): readonly [number, number] {
    return range;
  }

  getText(node?: TextNode | null, before = 0, after = 0): string {
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
    for (const child of childrenOf(node, this.visitorKeys)) yield* this.#visit(child);
    yield { kind: VISIT, type: 'visit', target: node, phase: LEAVE, args: [node] };
  }

  getDisableDirectives(): { directives: Directive<TextComment>[]; problems: never[] } {
    return { directives: directivesIn(this.ast.comments), problems: [] };
  }

  getInlineConfigNodes(): TextComment[] {
    return directivesIn(this.ast.comments).map(({ node }) => node);
  }

  getAllComments(): readonly TextComment[] {
    return this.ast.comments;
  }
}

Object.assign(TextSourceCode.prototype, NO_SCRIPT);
