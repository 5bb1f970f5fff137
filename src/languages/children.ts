import type { TextNode } from './text-source-code.ts';

/** The nodes below a node, in source order. */
export function childrenOf(node: TextNode, keys: Readonly<Record<string, string[]>>): TextNode[] {
  return (keys[node.type] ?? []).flatMap((key) => (node as unknown as Record<string, TextNode | readonly TextNode[] | undefined>)[key] ?? []);
}
