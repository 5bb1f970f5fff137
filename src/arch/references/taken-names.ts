import type { TSESTree } from '@typescript-eslint/types';
import { keyName, unwrap } from './syntax.ts';
import type { Node, Path } from './syntax.ts';

const ALL: readonly string[] = ['*'];

/**
 * The names that code takes from a module which an expression gives: `const { find } = require('./db')`,
 * `(await import('./db')).find`, `import('./db').then((db) => db.find)`. `*` where it keeps the whole; none where it drops it.
 * `isPromise`: the module comes with an `await` or a `then`.
 */
export function takenNames(module: Path, isPromise: boolean): readonly string[] {
  let current = module;
  let isAwaited = !isPromise;
  for (let parent = current.parent; parent; current = parent, parent = parent.parent) {
    const { node } = parent;
    if (node.type === 'AwaitExpression') isAwaited = true;
    else if (unwrap(node) === node) return isAwaited ? namesIn(node, current.node) : namesOfPromise(parent, current.node);
  }
  return ALL;
}

/** What the node around a module takes from it. */
function namesIn(node: Node, module: Node): readonly string[] {
  switch (node.type) {
    case 'MemberExpression':
      return node.object === module ? named(keyName(node)) : ALL;
    case 'VariableDeclarator':
      return patternNames(node.id);
    case 'AssignmentExpression':
      return node.right === module ? patternNames(node.left) : ALL;
    case 'ExpressionStatement':
      return [];
    default:
      return ALL;
  }
}

function namesOfPromise(path: Path, module: Node): readonly string[] {
  const { node, parent } = path;
  if (node.type === 'ExpressionStatement' || (node.type === 'UnaryExpression' && node.operator === 'void')) return [];
  if (node.type !== 'MemberExpression' || node.object !== module || keyName(node) !== 'then') return ALL;
  const call = parent?.node;
  const callback = call?.type === 'CallExpression' && call.callee === node ? call.arguments[0] : undefined;
  if (callback?.type !== 'ArrowFunctionExpression' && callback?.type !== 'FunctionExpression') return ALL;
  const [param] = callback.params;
  if (!param) return [];
  if (param.type !== 'Identifier') return patternNames(param);
  const body = unwrap(callback.body);
  const isMember = body.type === 'MemberExpression' && body.object.type === 'Identifier' && body.object.name === param.name;
  return isMember ? named(keyName(body)) : ALL;
}

function named(key: string | undefined): readonly string[] {
  return key === undefined ? ALL : [key];
}

function patternNames(pattern: TSESTree.Node): readonly string[] {
  if (pattern.type === 'AssignmentPattern') return patternNames(pattern.left);
  if (pattern.type !== 'ObjectPattern') return ALL;
  const names: string[] = [];
  for (const property of pattern.properties) {
    const key = property.type === 'Property' ? keyName(property) : undefined;
    if (key === undefined) return ALL;
    names.push(key);
  }
  return names;
}
