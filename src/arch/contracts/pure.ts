import type { TSESTree } from '@typescript-eslint/types';
import { makesData, type Imported } from './imported.ts';

type Node = TSESTree.Node;

/** What an expression of a contract may lean on. */
export interface Known {
  readonly imports: ReadonlyMap<string, Imported>;
  /** Constants of the file, also those further down. */
  readonly constants: ReadonlySet<string>;
  /** Classes of the file. */
  readonly classes: ReadonlySet<string>;
  /** The expression is worked out for each object: the clock and a new id are data then. */
  readonly isForEach?: boolean;
}

const CONSTANTS: ReadonlySet<string> = new Set(['undefined', 'NaN', 'Infinity', 'Number', 'Math']);
/** Globals that make a value of their arguments and reach nothing. */
const MAKERS: ReadonlySet<string> = new Set(['Symbol', 'BigInt', 'Number', 'String', 'Boolean', 'Object', 'Array', 'Set', 'Map', 'RegExp', 'Math', 'JSON', 'Record', 'Date']);

/** Whether an expression is data: literals and what is put together from them, or made by a schema library. */
export function isData(node: Node | null | undefined, known: Known): boolean {
  if (!node) return true;
  const all = (nodes: readonly (Node | null)[]): boolean => nodes.every((one) => isData(one, known));
  switch (node.type) {
    case 'Literal':
      return true;
    case 'TemplateLiteral':
      return all(node.expressions);
    case 'Identifier':
      return CONSTANTS.has(node.name) || known.constants.has(node.name) || known.classes.has(node.name) || known.imports.has(node.name);
    case 'UnaryExpression':
      return node.operator !== 'delete' && isData(node.argument, known);
    case 'BinaryExpression':
    case 'LogicalExpression':
      return all([node.left, node.right]);
    case 'ConditionalExpression':
      return all([node.test, node.consequent, node.alternate]);
    case 'ArrayExpression':
      return all(node.elements);
    case 'SpreadElement':
      return isData(node.argument, known);
    case 'ObjectExpression':
      return all(node.properties);
    case 'Property':
      return node.kind === 'init' && !node.method && (!node.computed || isData(node.key, known)) && isData(node.value, known);
    case 'MemberExpression':
      return isMember(node, known);
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'ChainExpression':
      return isData(node.expression, known);
    case 'CallExpression':
    case 'NewExpression':
      return isMade(node, known);
    case 'TaggedTemplateExpression':
      return isMaker(node.tag, known) && all(node.quasi.expressions);
    default:
      return false;
  }
}

function isMember(node: TSESTree.MemberExpression, known: Known): boolean {
  if (rootOf(node)?.name === 'process' || rootOf(node)?.name === 'globalThis') return false;
  return isData(node.object, known) && (!node.computed || isData(node.property, known));
}

function isMade(node: TSESTree.CallExpression | TSESTree.NewExpression, known: Known): boolean {
  if (known.isForEach === true && isStamp(node.callee)) return true;
  if (!isMaker(node.callee, known)) return false;
  const root = rootOf(node.callee);
  // The clock is read where the file is loaded: that is no constant.
  if (root?.name === 'Date' && node.arguments.length === 0) return false;
  if (root?.name === 'Math' && node.callee.type === 'MemberExpression' && node.callee.property.type === 'Identifier' && node.callee.property.name === 'random') return false;
  // A schema holds functions: refinements, transforms, defaults. They are part of it.
  return node.arguments.every((argument) => isFunction(argument) || isData(argument, known) || isSchemaPart(argument, known));
}

/** When and under which id something was made. */
function isStamp(callee: Node): boolean {
  const root = rootOf(callee)?.name ?? '';
  const last = callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : root;
  return root === 'Date' || /uuid|ulid|nanoid|cuid/i.test(last);
}

/** `z.object({ total: z.number().refine((n) => n > 0) })`: functions may stand anywhere within a schema. */
function isSchemaPart(node: Node, known: Known): boolean {
  if (node.type === 'ObjectExpression') {
    return node.properties.every((one) => (one.type === 'Property' ? isFunction(one.value) || isData(one.value, known) || isSchemaPart(one.value, known) : isData(one, known)));
  }
  return node.type === 'ArrayExpression' && node.elements.every((one) => one === null || isFunction(one) || isData(one, known) || isSchemaPart(one, known));
}

function isMaker(callee: Node, known: Known): boolean {
  const root = rootOf(callee);
  if (root === undefined) return isChainOnData(callee, known);
  const imported = known.imports.get(root.name);
  // What an internal makes is told where that is imported; once is enough.
  if (imported !== undefined) return imported.behind === 'internal' || makesData(imported);
  if (known.constants.has(root.name) || known.classes.has(root.name)) return true;
  return MAKERS.has(root.name);
}

/** `[1, 2].map(…)`, `'a,b'.split(',')`. */
function isChainOnData(callee: Node, known: Known): boolean {
  return callee.type === 'MemberExpression' && isData(callee.object, known);
}

/** The name that a chain of members and calls begins with. */
export function rootOf(node: Node): TSESTree.Identifier | undefined {
  switch (node.type) {
    case 'Identifier':
      return node;
    case 'MemberExpression':
      return rootOf(node.object);
    case 'CallExpression':
    case 'NewExpression':
      return rootOf(node.callee);
    case 'TSNonNullExpression':
    case 'TSAsExpression':
    case 'TSInstantiationExpression':
    case 'ChainExpression':
      return rootOf(node.expression);
    default:
      return undefined;
  }
}

export function isFunction(node: Node | null | undefined): node is TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression {
  return node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionExpression';
}

/** `(value: unknown): value is Invoice`, `asserts value is Invoice`. */
export function isTypeGuard(node: { readonly returnType?: TSESTree.TSTypeAnnotation | undefined }): boolean {
  return node.returnType?.typeAnnotation.type === 'TSTypePredicate';
}
