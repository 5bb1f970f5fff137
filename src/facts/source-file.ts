import { createRequire } from 'node:module';
import type { analyze } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { linkParents } from './tree.ts';
import type { Node, ScopeLookup, SourceFile, VariableLike } from './types.ts';

/** What this room needs of a scope; ESLint's and typescript-eslint's managers both have it. */
export interface ScopeLike {
  readonly set: ReadonlyMap<string, VariableLike>;
  readonly upper: ScopeLike | null;
  readonly type: string;
  readonly childScopes: readonly ScopeLike[];
  readonly references: readonly { readonly identifier: Node; readonly resolved: VariableLike | null }[];
}

/** What this room needs of a scope manager. */
export interface ScopeManagerLike {
  readonly scopes: readonly ScopeLike[];
  acquire(node: Node, inner?: boolean): ScopeLike | null;
}

/**
 * A file for the facts reader.
 * @param scopeManager ESLint's, where there is one; otherwise the scopes are analysed when first asked for.
 */
export function sourceFileOf(path: string, text: string, program: TSESTree.Program, scopeManager?: ScopeManagerLike): SourceFile {
  if (!program.body.some((statement) => statement.parent)) linkParents(program);
  let lookup: ScopeLookup | undefined;
  return {
    path,
    text,
    program,
    get scopes() {
      lookup ??= scopeLookup(scopeManager ?? analyzed(program));
      return lookup;
    },
  };
}

const require = createRequire(import.meta.url);

/** Loaded when it is first needed: ESLint brings scopes of its own, and the analyser takes longer to load than the rest of the room. */
function analyzed(program: TSESTree.Program): ScopeManagerLike {
  const manager = require('@typescript-eslint/scope-manager') as { readonly analyze: typeof analyze };
  return manager.analyze(program, { sourceType: 'module', lib: [] }) as unknown as ScopeManagerLike;
}

function scopeLookup(manager: ScopeManagerLike): ScopeLookup {
  let resolved: Map<Node, VariableLike> | undefined;
  return {
    variableAt(node, name) {
      resolved ??= resolvedReferences(manager);
      const known = resolved.get(node);
      if (known) return known;
      for (let scope = scopeAt(manager, node); scope; scope = scope.upper) {
        const variable = scope.set.get(name);
        if (variable) return variable;
      }
      return undefined;
    },
  };
}

function resolvedReferences(manager: ScopeManagerLike): Map<Node, VariableLike> {
  const resolved = new Map<Node, VariableLike>();
  for (const scope of manager.scopes) {
    for (const reference of scope.references) if (reference.resolved) resolved.set(reference.identifier, reference.resolved);
  }
  return resolved;
}

function scopeAt(manager: ScopeManagerLike, node: Node): ScopeLike | null {
  for (let current: Node | undefined = node; current; current = current.parent) {
    const scope = manager.acquire(current, true);
    if (scope) return scope.type === 'function-expression-name' ? (scope.childScopes[0] ?? scope) : scope;
  }
  return manager.scopes[0] ?? null;
}
