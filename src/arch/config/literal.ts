import type { TSESTree } from '@typescript-eslint/types';
import { parseModule } from '../references/index.ts';
import type { KeyPath } from './validate.ts';

/** What a configuration file says, as far as it can be read without running it. */
export interface ReadConfig {
  /** The exported object, where all of it stands there as it is; then nothing needs to be run. */
  readonly literal: { readonly value: unknown } | undefined;
  /** Offset of a key (of a property) or of a value (of an element); of the nearest part above it that can be seen. */
  offsetOf(path: KeyPath): number;
  /** The first thing that the parser stumbles over. */
  readonly problem: { readonly message: string; readonly start: number } | undefined;
}

const CONFIG_MODULE = 'eslint-plugin-fortress/config';

/** Reads `export default defineConfig({ … })`, `export default { … }` or `module.exports = { … }`. */
export function readConfigText(path: string, text: string): ReadConfig {
  const { program, errors } = parseModule(path, text);
  const exported = exportedObject(program);
  const value = exported !== undefined && program.body.every(isHarmless) ? literalOf(exported) : undefined;
  return {
    literal: value,
    offsetOf: (keys) => offsetOf(exported, keys),
    problem: errors[0],
  };
}

type Node = TSESTree.Node;

/** Statements that can change nothing about the literal: what they do is known without running them. */
function isHarmless(statement: TSESTree.ProgramStatement): boolean {
  if (statement.type === 'ImportDeclaration') return statement.importKind === 'type' || statement.source.value === CONFIG_MODULE;
  if (statement.type === 'ExpressionStatement') return statement.expression.type === 'AssignmentExpression' || statement.expression.type === 'Literal';
  return statement.type === 'ExportDefaultDeclaration' || statement.type.startsWith('TS');
}

function exportedObject(program: TSESTree.Program): Node | undefined {
  for (const statement of program.body) {
    if (statement.type === 'ExportDefaultDeclaration') return configOf(statement.declaration);
    if (statement.type === 'TSExportAssignment') return configOf(statement.expression);
    const assignment = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
    if (assignment?.type !== 'AssignmentExpression' || assignment.operator !== '=') continue;
    const { left } = assignment;
    if (left.type === 'MemberExpression' && left.object.type === 'Identifier' && left.object.name === 'module') return configOf(assignment.right);
  }
  return undefined;
}

function configOf(node: Node): Node | undefined {
  const bare = unwrapped(node);
  if (bare.type === 'CallExpression' && bare.callee.type === 'Identifier' && bare.callee.name === 'defineConfig' && bare.arguments.length === 1) {
    return configOf(bare.arguments[0] as Node);
  }
  return bare.type === 'ObjectExpression' ? bare : undefined;
}

function unwrapped(node: Node): Node {
  return node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression' ? unwrapped(node.expression) : node;
}

function literalOf(node: Node): { readonly value: unknown } | undefined {
  const bare = unwrapped(node);
  if (bare.type === 'Literal') return 'regex' in bare || 'bigint' in bare ? undefined : { value: bare.value };
  if (bare.type === 'TemplateLiteral' && bare.expressions.length === 0) return { value: bare.quasis[0]?.value.cooked };
  if (bare.type === 'ArrayExpression') {
    const values: unknown[] = [];
    for (const element of bare.elements) {
      const read = element === null ? undefined : literalOf(element);
      if (read === undefined) return undefined;
      values.push(read.value);
    }
    return { value: values };
  }
  if (bare.type !== 'ObjectExpression') return undefined;
  const object: Record<string, unknown> = {};
  for (const property of bare.properties) {
    const key = keyOf(property);
    const read = key === undefined || property.type !== 'Property' ? undefined : literalOf(property.value);
    if (key === undefined || read === undefined) return undefined;
    Object.defineProperty(object, key, { value: read.value, enumerable: true, configurable: true, writable: true });
  }
  return { value: object };
}

function keyOf(property: TSESTree.ObjectLiteralElement): string | undefined {
  if (property.type !== 'Property' || property.computed || property.kind !== 'init') return undefined;
  if (property.key.type === 'Identifier') return property.key.name;
  return property.key.type === 'Literal' ? String(property.key.value) : undefined;
}

function offsetOf(object: Node | undefined, path: KeyPath): number {
  let current = object;
  let offset = object?.range[0] ?? 0;
  for (const key of path) {
    const bare = current === undefined ? undefined : unwrapped(current);
    if (bare?.type === 'ObjectExpression') {
      const property = bare.properties.find((one) => keyOf(one) === key);
      if (property?.type !== 'Property') break;
      offset = property.range[0];
      current = property.value;
    } else if (bare?.type === 'ArrayExpression' && typeof key === 'number') {
      const element = bare.elements[key];
      if (!element) break;
      offset = element.range[0];
      current = element;
    } else break;
  }
  return offset;
}
