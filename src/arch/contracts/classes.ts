import type { TSESTree } from '@typescript-eslint/types';
import { makesData, type Imported } from './imported.ts';
import { isData, rootOf, type Known } from './pure.ts';

type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/**
 * What makes a class more than a carrier of data, in words; `undefined` where it only carries data: fields, and a
 * constructor that fills them.
 */
export function behaviourOf(node: ClassNode, known: Known): string | undefined {
  const foreign = node.decorators.find((decorator) => !isDescribing(decorator, known));
  if (foreign !== undefined) return `has the decorator \`@${rootOf(foreign.expression)?.name ?? 'unknown'}\``;
  if (node.superClass !== null && !isBase(node.superClass, known)) return 'extends what is no data';
  for (const member of node.body.body) {
    const behaviour = behaviourOfMember(member, known);
    if (behaviour !== undefined) return behaviour;
  }
  return undefined;
}

function behaviourOfMember(member: TSESTree.ClassElement, known: Known): string | undefined {
  if ('decorators' in member && member.decorators.some((decorator) => !isDescribing(decorator, known))) return `decorates \`${keyOf(member)}\` with more than a description`;
  switch (member.type) {
    case 'TSIndexSignature':
    case 'TSAbstractPropertyDefinition':
      return undefined;
    case 'PropertyDefinition':
      return isValue(member.value, known, []) ? undefined : `works out \`${keyOf(member)}\``;
    case 'MethodDefinition':
      if (member.kind !== 'constructor') return `has the method \`${keyOf(member)}\``;
      return member.value.body === null || onlyFills(member.value, known) ? undefined : 'does more in its constructor than to keep what it is given';
    case 'StaticBlock':
      return 'has a static block';
    default:
      return `has the member \`${keyOf(member)}\``;
  }
}

function keyOf(member: TSESTree.ClassElement): string {
  if (!('key' in member)) return 'static';
  const { key } = member;
  return key.type === 'Identifier' || key.type === 'PrivateIdentifier' ? key.name : key.type === 'Literal' ? String(key.value) : '…';
}

/** A decorator of a schema library describes the field; any other may do anything. */
function isDescribing(decorator: TSESTree.Decorator, known: Known): boolean {
  const root = rootOf(decorator.expression);
  const imported: Imported | undefined = root && known.imports.get(root.name);
  return imported !== undefined && makesData(imported);
}

function isBase(node: TSESTree.Expression, known: Known): boolean {
  const root = rootOf(node);
  if (root === undefined) return false;
  const imported = known.imports.get(root.name);
  if (imported !== undefined) return imported.behind !== 'internal' && (node.type === 'Identifier' || makesData(imported));
  return known.classes.has(root.name) || known.constants.has(root.name) || root.name === 'Error' || root.name === 'Event' || root.name === 'CustomEvent';
}

function onlyFills(constructor: TSESTree.FunctionExpression | TSESTree.TSEmptyBodyFunctionExpression, known: Known): boolean {
  const parameters = constructor.params.flatMap((parameter) => namesIn(parameter));
  return (constructor.body?.body ?? []).every((statement) => {
    if (statement.type !== 'ExpressionStatement') return false;
    const { expression } = statement;
    if (expression.type === 'AssignmentExpression') return isOwnField(expression.left) && isValue(expression.right, known, parameters);
    if (expression.type !== 'CallExpression') return expression.type === 'Literal';
    if (expression.callee.type === 'Super') return expression.arguments.every((argument) => isValue(argument, known, parameters));
    return isFreezing(expression) || isAssigning(expression);
  });
}

function isOwnField(node: TSESTree.Node): boolean {
  return node.type === 'MemberExpression' && node.object.type === 'ThisExpression';
}

/** `Object.freeze(this)`. */
function isFreezing({ callee }: TSESTree.CallExpression): boolean {
  return callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && callee.object.name === 'Object' && callee.property.type === 'Identifier' && callee.property.name === 'freeze';
}

/** `Object.assign(this, data)`. */
function isAssigning({ callee, arguments: [target] }: TSESTree.CallExpression): boolean {
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name === 'assign' && target?.type === 'ThisExpression';
}

/** A value that a carrier of data may hold: data, what it is given, and when and under which id it was made. */
function isValue(node: TSESTree.Node | null, known: Known, parameters: readonly string[]): boolean {
  return isData(node, { ...known, constants: new Set([...known.constants, ...parameters]), isForEach: true });
}

function namesIn(parameter: TSESTree.Node): string[] {
  switch (parameter.type) {
    case 'Identifier':
      return [parameter.name];
    case 'TSParameterProperty':
      return namesIn(parameter.parameter);
    case 'AssignmentPattern':
      return namesIn(parameter.left);
    case 'RestElement':
      return namesIn(parameter.argument);
    case 'ObjectPattern':
      return parameter.properties.flatMap((property) => namesIn(property.type === 'Property' ? property.value : property.argument));
    case 'ArrayPattern':
      return parameter.elements.flatMap((element) => (element === null ? [] : namesIn(element)));
    default:
      return [];
  }
}
