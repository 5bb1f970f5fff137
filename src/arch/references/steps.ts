import type { TSESTree } from '@typescript-eslint/types';
import { denotes, isThisFile } from './denotes.ts';
import type { Scopes } from './scopes.ts';
import { argumentAt, keyName, unwrap } from './syntax.ts';
import type { Node, Path } from './syntax.ts';

/** What an expression hands on, and how: `new URL('./x', import.meta.url)` names `./x`, and so does `.href` of it. */
export interface Step {
  readonly inner: Node;
  /** The expression is a reference by itself. */
  readonly isReference: boolean;
  /** A name without `./` is a path too. */
  readonly isPath: boolean;
}

/** One step into an expression that gives the place of the file named inside it. */
export function stepInto(node: Node, path: Path, scopes: Scopes): Step | undefined {
  const outer = unwrap(node);
  if (outer.type === 'ImportExpression') return { inner: outer.source, isReference: true, isPath: false };
  if (outer.type === 'NewExpression') {
    const named = urlArgument(outer, path, scopes);
    return named && { inner: named, isReference: true, isPath: true };
  }
  if (outer.type === 'MemberExpression') {
    const key = keyName(outer);
    return key === 'href' || key === 'pathname' ? { inner: outer.object, isReference: false, isPath: false } : undefined;
  }
  if (outer.type !== 'CallExpression') return undefined;
  const callee = unwrap(outer.callee);
  if (callee.type === 'MemberExpression' && keyName(callee) === 'toString') return { inner: callee.object, isReference: false, isPath: false };
  const first = argumentAt(outer);
  if (!first) return undefined;
  switch (denotes(callee, path, scopes)) {
    case 'url:fileURLToPath':
    case 'url:pathToFileURL':
    case 'String':
      return { inner: first, isReference: false, isPath: false };
    case 'require.resolve':
    case 'import.meta.resolve':
      return { inner: first, isReference: true, isPath: false };
    default:
      return undefined;
  }
}

/** What `new URL(…, import.meta.url)` names; nothing for a URL with another base. */
export function urlArgument(node: TSESTree.NewExpression, path: Path, scopes: Scopes): Node | undefined {
  const base = argumentAt(node, 1);
  if (!base || denotes(node.callee, path, scopes) !== 'URL' || !isThisFile(base, path, scopes)) return undefined;
  return argumentAt(node);
}

/** Puts `./` before a path that a URL or a worker takes relative to a folder. Leaves `/x`, `#x` and `https:` alone. */
export function asPath(text: string): string {
  return /^(?:[./#?]|[a-z][a-z\d+.-]+:)/i.test(text) ? text : `./${text}`;
}
