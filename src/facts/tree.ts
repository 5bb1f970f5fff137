import { visitorKeys } from '@typescript-eslint/visitor-keys';
import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode, Node } from './types.ts';

/** Child nodes of a node, in source order. Works on the trees of both parsers: they share their shapes. */
export function forEachChild(node: Node, visit: (child: Node) => void): void {
  for (const key of visitorKeys[node.type] ?? unknownKeys(node)) {
    const child = (node as unknown as Record<string, unknown>)[key];
    if (Array.isArray(child)) {
      for (const one of child) if (isNode(one)) visit(one);
    } else if (isNode(child)) visit(child);
  }
}

function unknownKeys(node: Node): string[] {
  return Object.keys(node).filter((key) => key !== 'parent' && key !== 'range' && key !== 'loc');
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

/** Gives every node its parent. ESLint's tree has them; the one of oxc does not. */
export function linkParents(program: TSESTree.Program): void {
  const stack: Node[] = [program];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const parent = node;
    forEachChild(parent, (child) => {
      (child as { parent?: Node }).parent = parent;
      stack.push(child);
    });
  }
}

/** The expression without what is erased or changes nothing: `x as T`, `x!`, `x satisfies T`, `<T>x`, chains. */
export function bare(node: Node): Node {
  let current = node;
  for (;;) {
    switch (current.type) {
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
      case 'TSInstantiationExpression':
      case 'ChainExpression':
        current = current.expression;
        break;
      default:
        return current;
    }
  }
}

/** The node that stands around an expression, past everything that `bare` takes off. */
export function outer(node: Node): Node | undefined {
  let parent = node.parent;
  while (
    parent &&
    (parent.type === 'TSAsExpression' ||
      parent.type === 'TSNonNullExpression' ||
      parent.type === 'TSSatisfiesExpression' ||
      parent.type === 'TSTypeAssertion' ||
      parent.type === 'ChainExpression')
  ) {
    parent = parent.parent;
  }
  return parent;
}

/** The name of a property, method or member, when it can be read: `a.b`, `a['b']`, `{ 'b': 1 }`. */
export function keyName(
  node: TSESTree.MemberExpression | TSESTree.Property | TSESTree.PropertyDefinition | TSESTree.MethodDefinition | TSESTree.ClassElement | TSESTree.TypeElement,
): string | undefined {
  if (node.type === 'MemberExpression') {
    if (!node.computed) return node.property.type === 'Identifier' || node.property.type === 'PrivateIdentifier' ? node.property.name : undefined;
    return constantString(node.property);
  }
  if (!('key' in node)) return undefined;
  const { key } = node;
  if (key.type === 'Identifier' && !node.computed) return key.name;
  if (key.type === 'PrivateIdentifier') return key.name;
  if (key.type === 'Literal' && typeof key.value === 'number') return String(key.value);
  return constantString(key);
}

/** The text of a string literal or of a template without holes. */
export function constantString(node: Node): string | undefined {
  const inner = bare(node);
  if (inner.type === 'Literal' && typeof inner.value === 'string') return inner.value;
  if (inner.type === 'TemplateLiteral' && inner.expressions.length === 0) return inner.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

/** Whether the node is a function with a body or expression of its own. */
export function isFunction(node: Node | null | undefined): node is FunctionNode {
  return node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionExpression' || node?.type === 'FunctionDeclaration';
}

/** The function around a node; nothing at the top of the file. */
export function functionAround(node: Node): FunctionNode | undefined {
  for (let current = node.parent; current; current = current.parent) if (isFunction(current)) return current;
  return undefined;
}

/** The function that a `this` belongs to, where it is no method or field of a class. */
export function functionOfThis(node: Node): FunctionNode | undefined {
  for (let current = node.parent; current && current.type !== 'ClassBody'; current = current.parent) {
    if (!isFunction(current) || current.type === 'ArrowFunctionExpression') continue;
    return current.parent.type === 'MethodDefinition' || current.parent.type === 'PropertyDefinition' ? undefined : current;
  }
  return undefined;
}

/** Whether a node stands in a static member of the class around it, where `this` is the class. */
export function isInStatic(node: Node): boolean {
  for (let current: Node | undefined = node; current; current = current.parent) {
    if (current.parent?.type === 'ClassBody') return current.type === 'StaticBlock' || ('static' in current && current.static);
  }
  return false;
}

/** The class around a node, not looking past a function with a `this` of its own that is no method. */
export function classAround(node: Node): TSESTree.ClassDeclaration | TSESTree.ClassExpression | undefined {
  for (let current = node.parent; current; current = current.parent) {
    if (current.type === 'ClassDeclaration' || current.type === 'ClassExpression') return current;
  }
  return undefined;
}

/** What a function gives back: the expression of an arrow, the arguments of its own `return`s. */
export function returnedBy(fn: FunctionNode): TSESTree.Expression[] {
  if (!fn.body) return [];
  if (fn.body.type !== 'BlockStatement') return [fn.body];
  const found: TSESTree.Expression[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'ReturnStatement') {
      if (node.argument) found.push(node.argument);
      return;
    }
    if (isFunction(node) || node.type === 'ClassDeclaration' || node.type === 'ClassExpression') return;
    if (EXPRESSIONS_WITHOUT_RETURN.has(node.type)) return;
    forEachChild(node, visit);
  };
  forEachChild(fn.body, visit);
  return found;
}

/** A `return` cannot stand below these; not looking there keeps the search short. */
const EXPRESSIONS_WITHOUT_RETURN = new Set(['ExpressionStatement', 'VariableDeclaration', 'ReturnStatement', 'ThrowStatement']);

/** The parameter without its default, and without the `private readonly` of a parameter property. */
export function parameterPattern(param: TSESTree.Parameter): Node {
  const inner = param.type === 'TSParameterProperty' ? param.parameter : param;
  return inner.type === 'AssignmentPattern' ? inner.left : inner;
}

/** The decorators of a class, member or parameter. */
export function decoratorsOf(node: Node): readonly TSESTree.Decorator[] {
  return ('decorators' in node && (node.decorators as readonly TSESTree.Decorator[] | undefined)) || [];
}

/** The annotation of a name, without the colon. */
export function annotationOf(node: Node): TSESTree.TypeNode | undefined {
  return 'typeAnnotation' in node && node.typeAnnotation?.type === 'TSTypeAnnotation' ? node.typeAnnotation.typeAnnotation : undefined;
}
