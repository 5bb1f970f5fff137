import { commentsIn, type Syntax } from './comments.ts';
import { Lines, TextSourceCode, type TextNode, type TextRoot } from './text-source-code.ts';

/** A node as a reader of a language gives it: where it stands is known, on which line is not. */
export interface PlainNode {
  readonly type: string;
  readonly range: readonly [number, number];
  /** What the reader knows of it, for rules. */
  readonly [detail: string]: unknown;
}

/** What tells one language from another. */
export interface TextLanguage {
  /** The type of the tree's top. */
  readonly root: string;
  readonly syntax: Syntax;
  /** The nodes of the tree, one level deep, in order. Never throws: what cannot be read is left out. */
  nodesOf(text: string): readonly PlainNode[];
}

/** A file as ESLint hands it over. */
export interface TextFile {
  readonly body: string | Uint8Array;
  readonly bom: boolean;
}

/** An ESLint language for a file that is no JavaScript, so that rules and squiggles reach it. */
export function languageOf({ root, syntax, nodesOf }: TextLanguage) {
  const visitorKeys: Record<string, string[]> = { [root]: ['children'] };
  return {
    fileType: 'text' as const,
    lineStart: 1 as const,
    columnStart: 0 as const,
    nodeTypeKey: 'type',
    visitorKeys,
    // A global `languageOptions` (globals, a parser, an ECMAScript version) is about JavaScript, and no mistake. Rules for JavaScript read
    // `parserOptions` before they look at the file.
    defaultLanguageOptions: { parserOptions: {} },
    validateLanguageOptions(): void {},
    matchesSelectorClass: (): boolean => false,
    parse(file: TextFile) {
      const text = textOf(file);
      return { ok: true as const, ast: treeOf(text, root, commentsIn(text, syntax), nodesOf(text)) };
    },
    createSourceCode(file: TextFile, { ast }: { readonly ast: TextRoot }): TextSourceCode {
      return new TextSourceCode(textOf(file), ast, file.bom, visitorKeys);
    },
  };
}

function textOf({ body }: TextFile): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}

function treeOf(text: string, type: string, comments: ReturnType<typeof commentsIn>, nodes: readonly PlainNode[]): TextRoot {
  const lines = new Lines(text);
  const range: [number, number] = [0, text.length];
  const children: TextNode[] = [];
  const root: TextRoot = {
    type,
    range,
    loc: lines.locationOf(range),
    children,
    comments: comments.map((comment) => ({ ...comment, loc: lines.locationOf(comment.range) })),
    tokens: [],
    body: [],
  };
  for (const node of nodes) {
    const own: [number, number] = [node.range[0], node.range[1]];
    children.push({ ...node, range: own, loc: lines.locationOf(own), parent: root });
  }
  return root;
}
