import type { TSESTree } from '@typescript-eslint/types';
import type { Evaluator } from './evaluator.ts';
import { instanceOf } from './evaluator.ts';
import { exportsOf } from './exports.ts';
import { callValue } from './functions.ts';
import { memberOf } from './members.ts';
import { exportedValue } from './names.ts';
import { entityOfType } from './type-arguments.ts';
import { annotationOf } from './tree.ts';
import type { Node, SourceFile } from './types.ts';
import { alternatives, FOREIGN, unionOf, UNKNOWN } from './value.ts';
import type { Frame, Value } from './value.ts';

/** Types that only wrap another: what they hold is what matters. */
const WRAPPERS = new Set(['Promise', 'Partial', 'Required', 'Readonly', 'Omit', 'Pick', 'NonNullable', 'Awaited', 'Extract', 'Exclude', 'Ref', 'Loaded', 'Inject', 'DeepPartial']);

/** What a value of an annotated type is. */
export function valueOfType(evaluator: Evaluator, type: TSESTree.TypeNode, frame: Frame): Value {
  return evaluator.typeOf(type, () => readType(evaluator, type, frame));
}

function readType(evaluator: Evaluator, type: TSESTree.TypeNode, frame: Frame): Value {
  switch (type.type) {
    case 'TSTypeReference':
      return referencedType(evaluator, type, frame);
    case 'TSTypeQuery':
      return type.exprName.type === 'Identifier' || type.exprName.type === 'TSQualifiedName' ? valueOfQuery(evaluator, type.exprName, frame) : UNKNOWN;
    case 'TSUnionType':
      return unionOf(type.types.map((one) => valueOfType(evaluator, one, frame)));
    case 'TSIntersectionType': {
      // Each part answers for its own members, as the alternatives of a union do.
      const parts = type.types.flatMap((one) => alternatives(valueOfType(evaluator, one, frame)));
      return unionOf([...parts.filter((one) => one.is === 'handle'), ...parts.filter((one) => one.is !== 'handle')]);
    }
    case 'TSTypeLiteral':
      return { is: 'interface', node: type, file: frame.file };
    case 'TSArrayType': {
      const element = valueOfType(evaluator, type.elementType, frame);
      return element.is === 'unknown' ? UNKNOWN : { is: 'list', of: element };
    }
    case 'TSTupleType':
      return { is: 'tuple', elements: type.elementTypes.map((one) => elementType(evaluator, one, frame)) };
    case 'TSFunctionType':
      return { is: 'signature', node: type, frame };
    case 'TSIndexedAccessType':
      return indexedType(evaluator, type, frame);
    case 'TSTypeOperator':
      return type.typeAnnotation ? valueOfType(evaluator, type.typeAnnotation, frame) : UNKNOWN;
    case 'TSNumberKeyword':
    case 'TSStringKeyword':
    case 'TSBooleanKeyword':
      return UNKNOWN;
    default:
      return UNKNOWN;
  }
}

function elementType(evaluator: Evaluator, type: TSESTree.TypeNode, frame: Frame): Value {
  if (type.type === 'TSNamedTupleMember') return elementType(evaluator, type.elementType, frame);
  if (type.type === 'TSOptionalType') return elementType(evaluator, type.typeAnnotation, frame);
  return type.type === 'TSRestType' ? UNKNOWN : valueOfType(evaluator, type, frame);
}

/** What a parameter of a function type is: `type Handler = (req: Request, res: Response) => void`. */
export function signatureParameter(evaluator: Evaluator, { node, frame }: Value & { is: 'signature' }, index: number): Value {
  const annotation = node.params[index] && annotationOf(node.params[index]);
  return annotation ? valueOfType(evaluator, annotation, frame) : UNKNOWN;
}

/** `PrismaClient['order']` */
function indexedType(evaluator: Evaluator, { objectType, indexType }: TSESTree.TSIndexedAccessType, frame: Frame): Value {
  const name = indexType.type === 'TSLiteralType' && indexType.literal.type === 'Literal' ? indexType.literal.value : undefined;
  return typeof name === 'string' ? memberOf(evaluator, valueOfType(evaluator, objectType, frame), name, frame) : UNKNOWN;
}

function valueOfQuery(evaluator: Evaluator, name: TSESTree.Identifier | TSESTree.TSQualifiedName, frame: Frame): Value {
  return evaluator.valueOf(name, frame);
}

function referencedType(evaluator: Evaluator, type: TSESTree.TSTypeReference, frame: Frame): Value {
  const parameters = type.typeArguments?.params ?? [];
  const name = type.typeName.type === 'Identifier' ? type.typeName.name : undefined;
  const first = parameters[0];
  if (name && first) {
    if (name === 'ReturnType') {
      const fn = valueOfType(evaluator, first, frame);
      return evaluator.awaited(callValue(evaluator, fn, [], frame));
    }
    if (name === 'Parameters') {
      const fn = alternatives(valueOfType(evaluator, first, frame)).find((one) => one.is === 'signature');
      return fn?.is === 'signature' ? { is: 'tuple', elements: fn.node.params.map((_, index) => signatureParameter(evaluator, fn, index)) } : UNKNOWN;
    }
    if (name === 'InstanceType') return instanceOf(valueOfType(evaluator, first, frame));
    if (name === 'Array' || name === 'ReadonlyArray') {
      const element = valueOfType(evaluator, first, frame);
      return element.is === 'unknown' ? UNKNOWN : { is: 'list', of: element };
    }
    if (WRAPPERS.has(name) && !isDeclaredHere(type.typeName, frame)) return valueOfType(evaluator, first, frame);
  }
  return namedType(evaluator, type.typeName, parameters, frame);
}

function isDeclaredHere(name: Node, frame: Frame): boolean {
  if (name.type !== 'Identifier') return false;
  const definition = frame.file.scopes.variableAt(name, name.name)?.defs[0];
  return definition !== undefined && definition.type !== 'ImportBinding';
}

/** What an instance of a named type is. */
export function namedType(evaluator: Evaluator, name: TSESTree.EntityName, parameters: readonly TSESTree.TypeNode[], frame: Frame): Value {
  const given = (): readonly Value[] => parameters.map((one) => valueOfType(evaluator, one, frame));
  const value = name.type === 'Identifier' ? typeNamed(evaluator, name, frame, given) : qualified(evaluator, name, frame, given);
  return typed(evaluator, value, parameters, frame);
}

/** The type arguments that a name is used with, worked out only where the name turns out to take some. */
type Given = () => readonly Value[];
const NONE: Given = () => [];

function qualified(evaluator: Evaluator, name: TSESTree.EntityName, frame: Frame, given: Given = NONE): Value {
  if (name.type === 'Identifier') return evaluator.valueOf(name, frame);
  if (name.type !== 'TSQualifiedName') return UNKNOWN;
  return memberType(evaluator, qualified(evaluator, name.left, frame), name.right.name, frame, given);
}

/** A type below a namespace: `express.Request`, `Koa.Context`. */
function memberType(evaluator: Evaluator, left: Value, part: string, frame: Frame, given: Given = NONE): Value {
  if (left.is === 'package') {
    for (const library of left.libraries) {
      const exports = library.definition.exports;
      const entry = exports && Object.hasOwn(exports, part) ? exports[part] : undefined;
      if (entry) return { is: 'export', library, name: part, export: entry };
    }
    return FOREIGN;
  }
  if (left.is === 'export') {
    // Members of a default export are exports too: `import pg from 'pg'; pg.PoolClient`.
    const exports = left.name === 'default' ? left.library.definition.exports : undefined;
    const entry = [left.export.members, exports].find((names) => names && Object.hasOwn(names, part))?.[part];
    return entry ? { is: 'export', library: left.library, name: `${left.name}.${part}`, export: entry } : FOREIGN;
  }
  if (left.is === 'module') return exportedType(evaluator, left.file, part, frame, given);
  return UNKNOWN;
}

/** The class, interface or alias that a name means as a type. */
function typeNamed(evaluator: Evaluator, name: TSESTree.Identifier, frame: Frame, given: Given = NONE): Value {
  const definition = frame.file.scopes.variableAt(name, name.name)?.defs.find((one) => one.type !== 'Parameter');
  if (!definition) return evaluator.catalog.global(name.name) ? evaluator.valueOf(name, frame) : UNKNOWN;
  if (definition.type === 'ImportBinding') return importedType(evaluator, definition.node, definition.parent, frame, given);
  return declaredType(evaluator, definition.node, frame, given);
}

function importedType(evaluator: Evaluator, specifier: Node, declaration: Node | null | undefined, frame: Frame, given: Given): Value {
  if (declaration?.type !== 'ImportDeclaration') return UNKNOWN;
  const source = declaration.source.value;
  const name =
    specifier.type === 'ImportSpecifier' ? (specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value) : specifier.type === 'ImportDefaultSpecifier' ? 'default' : '*';
  const libraries = evaluator.catalog.librariesAt(source);
  for (const library of libraries) {
    const exports = library.definition.exports;
    const entry = exports && Object.hasOwn(exports, name) ? exports[name] : undefined;
    if (entry) return { is: 'export', library, name, export: entry };
  }
  if (name === '*' && libraries.length > 0) return { is: 'package', specifier: source, libraries };
  const file = evaluator.fileAt(frame.file, source);
  const value = file ? exportedType(evaluator, file, name, frame, given) : UNKNOWN;
  if (value.is !== 'unknown') return value;
  const generated = evaluator.catalog.generated(name);
  if (generated) return { is: 'export', ...generated };
  // What a package of the workspace calls its database may still look like one.
  return !file && /^[@a-z]/i.test(source) && !source.startsWith('@/') && !DATABASE.test(name) ? FOREIGN : value;
}

const DATABASE = /^(?:db|tx|trx)$|(?:Database|Db|DB|Transaction|Tx|Trx)$/;

function exportedType(evaluator: Evaluator, file: SourceFile, name: string, frame: Frame, given: Given = NONE, seen: ReadonlySet<string> = new Set()): Value {
  if (seen.has(file.path)) return UNKNOWN;
  const index = exportsOf(file);
  const inFile: Frame = { file, depth: frame.depth };
  const entry = index.named.get(name);
  if (entry?.from !== undefined) {
    const libraries = evaluator.catalog.librariesAt(entry.from);
    for (const library of libraries) {
      const exports = library.definition.exports;
      if (exports && Object.hasOwn(exports, entry.name)) return { is: 'export', library, name: entry.name, export: exports[entry.name] as import('../libraries/index.ts').Export };
    }
    const next = evaluator.fileAt(file, entry.from);
    return next ? exportedType(evaluator, next, entry.name, frame, given, new Set([...seen, file.path])) : UNKNOWN;
  }
  if (entry) {
    if (entry.node.type === 'Identifier') return typeNamed(evaluator, entry.node, inFile, given);
    return declaredType(evaluator, entry.node, inFile, given);
  }
  for (const star of index.stars) {
    const next = evaluator.fileAt(file, star);
    const value = next ? exportedType(evaluator, next, name, frame, given, new Set([...seen, file.path])) : UNKNOWN;
    if (value.is !== 'unknown') return value;
  }
  return exportedValue(evaluator, file, name, frame.depth);
}

function declaredType(evaluator: Evaluator, node: Node, frame: Frame, given: Given): Value {
  switch (node.type) {
    case 'ClassDeclaration':
    case 'ClassExpression':
      return { is: 'class', node, file: frame.file };
    case 'TSInterfaceDeclaration':
      return unionOf([{ is: 'interface', node, file: frame.file }, ...libraryBases(evaluator, node, frame)]);
    case 'TSTypeAliasDeclaration':
      return valueOfType(evaluator, node.typeAnnotation, node.typeParameters ? withTypeArguments(node.typeParameters, given(), frame) : frame);
    case 'TSTypeParameter':
      return frame.bindings?.get(node) ?? constraintOf(evaluator, node, frame);
    default:
      return UNKNOWN;
  }
}

function constraintOf(evaluator: Evaluator, node: TSESTree.TSTypeParameter, frame: Frame): Value {
  const type = node.constraint ?? node.default;
  return type ? valueOfType(evaluator, type, frame) : UNKNOWN;
}

/** Inside `type RouterArgs<T> = …`, as it is used. */
function withTypeArguments(declared: TSESTree.TSTypeParameterDeclaration, given: readonly Value[], frame: Frame): Frame {
  const bindings = new Map<Node, Value>(frame.bindings ?? []);
  for (const [index, parameter] of declared.params.entries()) {
    const value = given[index];
    if (value && value.is !== 'unknown') bindings.set(parameter, value);
  }
  return { ...frame, bindings };
}

/** Interfaces that extend each other deeper than this do it in a circle. */
const DEEPEST_INTERFACE = 8;

/** The types of libraries that an interface extends: `interface AppContext extends ParameterizedContext`. */
function libraryBases(evaluator: Evaluator, node: TSESTree.TSInterfaceDeclaration, frame: Frame): Value[] {
  if (frame.depth > DEEPEST_INTERFACE) return [];
  return node.extends.flatMap((parent) => alternatives(heritage(evaluator, parent, { file: frame.file, depth: frame.depth + 1 })).filter((one) => one.is === 'handle'));
}

function heritage(evaluator: Evaluator, parent: TSESTree.TSInterfaceHeritage, frame: Frame): Value {
  const { expression } = parent;
  const parameters = parent.typeArguments?.params ?? [];
  if (expression.type === 'Identifier') return namedType(evaluator, expression, parameters, frame);
  if (expression.type !== 'MemberExpression' || expression.object.type !== 'Identifier' || expression.property.type !== 'Identifier') return UNKNOWN;
  return typed(evaluator, memberType(evaluator, evaluator.valueOf(expression.object, frame), expression.property.name, frame), parameters, frame);
}

/** A class or a library's export, used as a type. */
function typed(evaluator: Evaluator, value: Value, parameters: readonly TSESTree.TypeNode[], frame: Frame): Value {
  if (value.is === 'class') return { is: 'instance', node: value.node, file: value.file };
  if (value.is === 'export') {
    const name = value.export.type ?? value.export.class?.instance;
    const type = name === undefined ? undefined : evaluator.catalog.type(value.library, name);
    if (!type) return FOREIGN;
    const [argument] = value.export.unnamed ? [] : parameters;
    const entity = argument && entityOfType(evaluator, argument, frame);
    const row = argument && value.library.definition.row !== undefined ? valueOfType(evaluator, argument, frame) : UNKNOWN;
    return { is: 'handle', type, certainty: 'certain', chain: [], ...(entity && { entity }), ...(row.is === 'instance' && { model: row }) };
  }
  return value;
}

/** What a member of an interface or type literal is, by its annotation; through `extends` too. */
export function interfaceMember(evaluator: Evaluator, value: Value & { is: 'interface' }, name: string, depth = 0): Value {
  const { node, file } = value;
  const frame: Frame = { file, depth: 0 };
  const members = node.type === 'TSInterfaceDeclaration' ? node.body.body : node.members;
  for (const member of members) {
    if (member.type !== 'TSPropertySignature' || member.key.type !== 'Identifier' || member.key.name !== name) continue;
    return member.typeAnnotation ? valueOfType(evaluator, member.typeAnnotation.typeAnnotation, frame) : UNKNOWN;
  }
  if (node.type !== 'TSInterfaceDeclaration' || depth > 5) return UNKNOWN;
  for (const parent of node.extends) {
    for (const base of alternatives(heritage(evaluator, parent, frame))) {
      if (base.is === 'interface') {
        const found = interfaceMember(evaluator, base, name, depth + 1);
        if (found.is !== 'unknown') return found;
      }
    }
  }
  return UNKNOWN;
}
