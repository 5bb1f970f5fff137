import { childrenOf } from './children.ts';
import { TextSourceCode, type TextNode, type TextRoot } from './text-source-code.ts';

/** What tells one language from another. */
export interface TextLanguage {
  /** Where a node's children stand, by the node's type, in source order. */
  readonly visitorKeys: Readonly<Record<string, readonly string[]>>;
  /** Never throws: what cannot be read is left out. Nodes need no parents. */
  parse(text: string): TextRoot;
}

/** A file as ESLint hands it over. */
export interface TextFile {
  readonly body: string | Uint8Array;
  readonly bom: boolean;
}

/** An ESLint language for a file that is no JavaScript, so that rules and squiggles reach it. */
export function languageOf({ visitorKeys, parse }: TextLanguage) {
  const keys = Object.fromEntries(Object.entries(visitorKeys).map(([type, names]) => [type, [...names]]));
  return {
    fileType: 'text' as const,
    lineStart: 1 as const,
    columnStart: 0 as const,
    nodeTypeKey: 'type',
    visitorKeys: keys,
    // A global `languageOptions` (globals, a parser, an ECMAScript version) is about JavaScript, and no mistake. Rules for JavaScript read
    // `parserOptions` before they look at the file.
    defaultLanguageOptions: { parserOptions: {} },
    validateLanguageOptions(): void {},
    matchesSelectorClass: (): boolean => false,
    parse(file: TextFile) {
      const ast = parse(textOf(file));
      linkParents(ast, keys);
      return { ok: true as const, ast };
    },
    createSourceCode(file: TextFile, { ast }: { readonly ast: TextRoot }): TextSourceCode {
      return new TextSourceCode(textOf(file), ast, file.bom, keys);
    },
  };
}

function textOf({ body }: TextFile): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}

function linkParents(node: TextNode, keys: Readonly<Record<string, string[]>>): void {
  for (const child of childrenOf(node, keys)) {
    (child as { parent?: TextNode }).parent = node;
    linkParents(child, keys);
  }
}
