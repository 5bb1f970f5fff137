/** A comment that switches rules off or on, as ESLint's core takes it. */
export interface Directive<Node> {
  readonly type: 'disable' | 'enable' | 'disable-line' | 'disable-next-line';
  readonly node: Node;
  /** The names of the rules, as written; empty for all of them. */
  readonly value: string;
  readonly justification: string;
}

const DIRECTIVE = /^\s*eslint-(disable-next-line|disable-line|disable|enable)(?:\s+([\s\S]*))?$/;

/** What `eslint-disable-next-line rule -- reason` and its relatives say. */
export function directivesIn<Node extends { readonly value: string }>(comments: readonly Node[]): Directive<Node>[] {
  return comments.flatMap((node) => {
    // A third slash or a star belongs to the mark: `///`, `/**`.
    const [, type, rest = ''] = DIRECTIVE.exec(node.value.replace(/^[/*]/, '')) ?? [];
    if (type === undefined) return [];
    const [value = '', ...reasons] = rest.split(/\s-{2,}\s/);
    return [{ type: type as Directive<Node>['type'], node, value: value.trim(), justification: reasons.join(' -- ').trim() }];
  });
}
