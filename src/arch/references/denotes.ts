import type { TSESTree } from '@typescript-eslint/types';
import { FLUENT, FOREIGN_REQUIRE, SYNONYMS } from './call-forms.ts';
import type { Scopes } from './scopes.ts';
import { argumentAt, keyName, plainString, unwrap } from './syntax.ts';
import type { Node, Path } from './syntax.ts';

/** How far down an expression is read, and what following a name costs of it; a circle of constants ends there. */
const MAX_DEPTH = 256;
const HOP = 16;

/**
 * What an expression denotes, as a dotted name: `require` for the real one under whatever name it goes, `vi.mock`,
 * `import.meta.url`, `child_process:fork` for what comes from a package. `undefined` where it cannot be read, and for
 * what the file declares itself, such as a parameter called `require`.
 */
export function denotes(node: Node, path: Path, scopes: Scopes, depth = 0): string | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const inner = unwrap(node);
  const next = (one: Node): string | undefined => denotes(one, path, scopes, depth + 1);
  switch (inner.type) {
    case 'Identifier':
      return nameOf(inner.name, path, scopes, depth);
    case 'MetaProperty':
      return inner.meta.name === 'import' ? 'import.meta' : undefined;
    case 'MemberExpression':
      return member(next(inner.object), keyName(inner));
    case 'CallExpression':
      return callOf(inner, next(inner.callee), path, scopes, depth);
    case 'AwaitExpression':
      return inner.argument.type === 'ImportExpression' ? exportsOf(plainString(inner.argument.source)) : next(inner.argument);
    // `typeof require === 'function' ? require : createRequire(import.meta.url)`: either way it is one.
    case 'ConditionalExpression':
      return next(inner.consequent) ?? next(inner.alternate);
    case 'LogicalExpression':
      return next(inner.left) ?? next(inner.right);
    default:
      return undefined;
  }
}

function nameOf(name: string, path: Path, scopes: Scopes, depth: number): string | undefined {
  const binding = scopes.lookup(name, path);
  if (!binding) return canonical(name === 'window' || name === 'self' || name === 'global' ? 'globalThis' : name);
  if (binding.kind === 'import') {
    // Test helpers pass them on, and there is no other `vi` or `jest`.
    if (binding.imported === 'vi' || binding.imported === 'jest') return binding.imported;
    const source = exportsOf(binding.source);
    return binding.imported === '*' ? source : member(source, binding.imported);
  }
  if (binding.kind !== 'variable' || !binding.keys) return undefined;
  let value = denotes(binding.init, binding.path, scopes, depth + HOP);
  for (const key of binding.keys) value = member(value, key);
  return value;
}

function callOf(call: TSESTree.CallExpression, callee: string | undefined, path: Path, scopes: Scopes, depth: number): string | undefined {
  if (callee === undefined) return undefined;
  if (callee === 'module:createRequire') {
    const base = argumentAt(call);
    return base && isThisFile(base, path, scopes, depth + 1) ? 'require' : FOREIGN_REQUIRE;
  }
  if (callee === 'require' || callee === FOREIGN_REQUIRE || callee === 'process.getBuiltinModule') return exportsOf(plainString(argumentAt(call)));
  const fluent = FLUENT.exec(callee)?.groups;
  return fluent?.['jest'] ?? fluent?.['proxyquire'];
}

/** Whether an expression is the place of the file itself, as URL or as path. */
export function isThisFile(node: Node, path: Path, scopes: Scopes, depth = 0): boolean {
  const name = denotes(node, path, scopes, depth);
  if (name === 'import.meta.url' || name === '__filename') return true;
  const inner = unwrap(node);
  if (inner.type === 'MemberExpression') return keyName(inner) === 'href' && isThisFile(inner.object, path, scopes, depth + 1);
  if (inner.type !== 'CallExpression' || depth > MAX_DEPTH) return false;
  const callee = denotes(inner.callee, path, scopes, depth + 1);
  const first = argumentAt(inner);
  return first !== undefined && (callee === 'url:fileURLToPath' || callee === 'url:pathToFileURL') && isThisFile(first, path, scopes, depth + 1);
}

/** All that a module exports: its name and a colon. */
function exportsOf(source: string | undefined): string | undefined {
  return source === undefined ? undefined : `${source.startsWith('node:') ? source.slice('node:'.length) : source}:`;
}

function member(object: string | undefined, key: string | undefined): string | undefined {
  if (object === undefined || key === undefined) return undefined;
  if (object === 'globalThis') return canonical(key);
  // The default export of a CommonJS module is the module.
  if (object.endsWith(':')) return key === 'default' ? object : canonical(object + key);
  return canonical(`${object}.${key}`);
}

function canonical(name: string): string {
  return SYNONYMS.get(name) ?? name;
}
