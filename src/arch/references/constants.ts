import type { TSESTree } from '@typescript-eslint/types';
import { denotes, isThisFile } from './denotes.ts';
import type { Scopes } from './scopes.ts';
import { asPath, stepInto } from './steps.ts';
import { argumentAt, keyName, plainString, unwrap } from './syntax.ts';
import type { Node, Path } from './syntax.ts';

/** What of a string can be read. */
export interface Text {
  readonly text: string;
  /** `false` when the text is only the static beginning. */
  readonly isWhole: boolean;
  /** The text is a path from this file's folder: it began with `__dirname` or `import.meta.url`. */
  readonly isLocal: boolean;
  /** The value was named by a reference of its own, at another place: `const worker = new URL('./w.ts', import.meta.url)`. */
  readonly isNamed: boolean;
}

const MAX_DEPTH = 24;

/** Reads the string that an expression gives, as far as it stands in this file; `undefined` where not even its beginning does. */
export function textOf(node: Node, path: Path, scopes: Scopes, depth = 0): Text | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const inner = unwrap(node);
  switch (inner.type) {
    case 'Literal':
      return typeof inner.value === 'string' || typeof inner.value === 'number' ? whole(String(inner.value)) : undefined;
    case 'TemplateLiteral':
      return join(templateParts(inner), path, scopes, depth);
    case 'BinaryExpression':
      return inner.operator === '+' ? join(operands(inner), path, scopes, depth) : undefined;
    case 'Identifier':
      return ofName(inner.name, path, scopes, depth);
    case 'MemberExpression':
      return denotes(inner, path, scopes) === '__dirname' ? FOLDER : (ofStep(inner, path, scopes, depth) ?? ofMember(inner, path, scopes, depth));
    case 'ImportExpression':
    case 'NewExpression':
      return ofStep(inner, path, scopes, depth);
    case 'CallExpression':
      return ofStep(inner, path, scopes, depth) ?? ofPathCall(inner, path, scopes, depth);
    default:
      return undefined;
  }
}

const FOLDER: Text = { text: '.', isWhole: true, isLocal: true, isNamed: false };

function whole(text: string): Text {
  return { text, isWhole: true, isLocal: false, isNamed: false };
}

type Part = string | Node;

function templateParts(template: TSESTree.TemplateLiteral): Part[] {
  return template.quasis.flatMap((quasi, index) => {
    const expression = template.expressions[index];
    const cooked = quasi.value.cooked ?? '';
    return expression ? [cooked, expression] : [cooked];
  });
}

/** The terms of `a + b + c`, without going down the tree as deep as the sum is long. */
function operands(sum: TSESTree.BinaryExpression): Part[] {
  const terms: Part[] = [];
  let left: Node = sum;
  while (left.type === 'BinaryExpression' && left.operator === '+') {
    terms.push(left.right);
    left = unwrap(left.left);
  }
  terms.push(left);
  return terms.reverse();
}

function join(parts: readonly Part[], path: Path, scopes: Scopes, depth: number): Text | undefined {
  let text = '';
  let isLocal = false;
  for (const part of parts) {
    const known = typeof part === 'string' ? whole(part) : textOf(part, path, scopes, depth + 1);
    if (text === '' && known?.isLocal) isLocal = true;
    text += known?.text ?? '';
    if (!known?.isWhole) return text === '' ? undefined : { text: isLocal ? tidy(text) : text, isWhole: false, isLocal, isNamed: false };
  }
  return { text: isLocal ? tidy(text) : text, isWhole: true, isLocal, isNamed: false };
}

/** `./../x`, as it comes of `__dirname + '/../x'`, without what says nothing. */
function tidy(path: string): string {
  return path.replaceAll(/\/{2,}/g, '/').replace(/^(?:\.\/)+(?=\.{1,2}(?:\/|$))/, '');
}

function ofName(name: string, path: Path, scopes: Scopes, depth: number): Text | undefined {
  const binding = scopes.lookup(name, path);
  if (!binding) return name === '__dirname' ? FOLDER : undefined;
  if (binding.kind !== 'variable' || (!binding.isConst && scopes.isReassigned(name))) return undefined;
  const value = binding.keys && valueAt(binding.init, binding.keys, binding.path, scopes, depth);
  if (!value) return undefined;
  const text = textOf(value.node, value.path, scopes, depth + 1);
  return text && { ...text, isNamed: text.isNamed || stepInto(value.node, value.path, scopes)?.isReference === true };
}

interface Located {
  readonly node: Node;
  readonly path: Path;
}

/** The value at the end of `keys` in an object literal. */
function valueAt(node: Node, keys: readonly string[], path: Path, scopes: Scopes, depth: number): Located | undefined {
  let value: Located | undefined = { node, path };
  for (const key of keys) value = value && property(value, key, scopes, depth + 1);
  return value;
}

function property(object: Located, key: string, scopes: Scopes, depth: number): Located | undefined {
  const found = literalOf(object, scopes, depth);
  if (!found) return undefined;
  if (found.node.type === 'TSEnumDeclaration') {
    const members = found.node.body?.members ?? [];
    const named = members.find(({ id }) => (id.type === 'Identifier' ? id.name : plainString(id)) === key);
    return named?.initializer ? { node: named.initializer, path: found.path } : undefined;
  }
  if (found.node.type !== 'ObjectExpression') return undefined;
  // The last one wins; a spread after it could win over it.
  for (const one of found.node.properties.toReversed()) {
    if (one.type === 'SpreadElement') return undefined;
    if (keyName(one) === key) return { node: one.value, path: found.path };
  }
  return undefined;
}

/** The object literal or enum behind an expression. */
function literalOf({ node, path }: Located, scopes: Scopes, depth: number): Located | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const inner = unwrap(node);
  if (inner.type === 'ObjectExpression') return { node: inner, path };
  if (inner.type === 'CallExpression' && denotes(inner.callee, path, scopes) === 'Object.freeze') {
    const frozen = argumentAt(inner);
    return frozen && literalOf({ node: frozen, path }, scopes, depth + 1);
  }
  if (inner.type === 'MemberExpression') {
    const value = memberValue(inner, path, scopes, depth);
    return value && literalOf(value, scopes, depth + 1);
  }
  if (inner.type !== 'Identifier') return undefined;
  const binding = scopes.lookup(inner.name, path);
  if (binding?.kind === 'enum') return { node: binding.node, path: binding.path };
  if (binding?.kind !== 'variable' || !binding.isConst || !binding.keys) return undefined;
  const value = valueAt(binding.init, binding.keys, binding.path, scopes, depth);
  return value && literalOf(value, scopes, depth + 1);
}

function memberValue(node: TSESTree.MemberExpression, path: Path, scopes: Scopes, depth: number): Located | undefined {
  const key = keyName(node);
  return key === undefined ? undefined : property({ node: node.object, path }, key, scopes, depth + 1);
}

function ofMember(node: TSESTree.MemberExpression, path: Path, scopes: Scopes, depth: number): Text | undefined {
  const value = memberValue(node, path, scopes, depth);
  return value && textOf(value.node, value.path, scopes, depth + 1);
}

function ofStep(node: Node, path: Path, scopes: Scopes, depth: number): Text | undefined {
  const step = stepInto(node, path, scopes);
  const text = step && textOf(step.inner, path, scopes, depth + 1);
  return text && step.isPath ? { ...text, text: asPath(text.text), isLocal: true } : text;
}

/** `path.join(__dirname, '../x')` and its kin, where the first part is this file's folder. */
function ofPathCall(call: TSESTree.CallExpression, path: Path, scopes: Scopes, depth: number): Text | undefined {
  const name = /^path(?:\/posix)?:(?:posix\.)?(\w+)$/.exec(denotes(call.callee, path, scopes) ?? '')?.[1];
  const first = argumentAt(call);
  if (!first) return undefined;
  if (name === 'dirname') return isThisFile(first, path, scopes) ? FOLDER : undefined;
  if (name !== 'join' && name !== 'resolve') return undefined;
  const parts = call.arguments.flatMap((argument, index): Part[] => (index === 0 ? [argument] : ['/', argument]));
  const joined = join(parts, path, scopes, depth);
  return joined?.isLocal ? joined : undefined;
}
