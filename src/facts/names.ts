import type { TSESTree } from '@typescript-eslint/types';
import { contextualParameter } from './contextual.ts';
import type { Evaluator } from './evaluator.ts';
import { exportsOf, requiredSpecifier } from './exports.ts';
import { memberOf } from './members.ts';
import { annotationOf, bare, decoratorsOf, isFunction, keyName } from './tree.ts';
import { valueOfType } from './type-values.ts';
import { decoratedValue } from './decorators.ts';
import type { FunctionNode, Node, SourceFile, VariableLike } from './types.ts';
import { FOREIGN, unionOf, UNKNOWN } from './value.ts';
import type { Frame, Value } from './value.ts';

/** What a name is where it stands. */
export function valueOfName(evaluator: Evaluator, node: TSESTree.Identifier, frame: Frame): Value {
  const variable = frame.file.scopes.variableAt(node, node.name);
  if (!variable || variable.defs.length === 0) return globalValue(evaluator, node.name, frame);
  const value = valueOfVariable(evaluator, variable, frame);
  return value.is === 'unknown' && !value.isForeign ? hinted(evaluator, node.name, frame) : value;
}

/** Every name that stands for the global object. */
const GLOBAL_OBJECTS = new Set(['globalThis', 'global', 'self', 'window']);

/** Names of the language that are followed. */
const BUILTINS = new Set(['Promise', 'Object', 'Array', 'JSON', 'structuredClone', 'String', 'Number', 'Boolean', 'BigInt', 'Math', 'Date']);

function globalValue(evaluator: Evaluator, name: string, frame: Frame): Value {
  if (name === 'undefined') return { is: 'constant', value: null };
  const known = evaluator.catalog.global(name);
  if (known) return exportValue(evaluator, known.library, known.name, known.export);
  if (GLOBAL_OBJECTS.has(name)) return { is: 'builtin', name: 'globalThis' };
  if (BUILTINS.has(name)) return { is: 'builtin', name };
  return hinted(evaluator, name, frame);
}

/** What convention says of a name that nothing better is known of. Evidence in the file counts before the shape of a call, and that before the name alone. */
export function hinted(evaluator: Evaluator, name: string, frame: Frame): Value {
  const hints = evaluator.catalog.hints(name);
  const known = hints.filter(({ library }) => evaluator.hasEvidence(frame.file, library));
  const exact = known.filter(({ isPattern }) => !isPattern);
  const likely = exact.find(({ evidence }) => evidence === 'file') ?? exact[0] ?? known.find(({ evidence }) => evidence === 'file') ?? known[0];
  const shaped = hints.filter((one, index) => one.evidence === 'shape' && hints.findIndex((other) => other.library === one.library && other.type === one.type) === index);
  const chosen = likely ? [likely] : shaped.length > 0 ? shaped : hints.filter(({ evidence }) => evidence === undefined).slice(0, 1);
  // Several libraries may go by one name: the call that follows tells which.
  return unionOf(
    chosen.flatMap((hint): Value[] => {
      const type = evaluator.catalog.type(hint.library, hint.type);
      if (!type) return [];
      if (likely) return [{ is: 'handle', type, certainty: 'likely', chain: [], ...(likely.isEntity && { entity: { name } }) }];
      return [{ is: 'handle', type, certainty: 'guess', chain: [], ...(hint.evidence === 'shape' && { needsShape: true }) }];
    }),
  );
}

/** What a library's export is as a value. */
export function exportValue(evaluator: Evaluator, library: Parameters<Evaluator['catalog']['type']>[0], name: string, entry: import('../libraries/index.ts').Export): Value {
  const type = typeof entry.gives === 'string' ? evaluator.catalog.type(library, entry.gives) : undefined;
  if (type) return { is: 'handle', type, certainty: 'certain', chain: [] };
  if (entry.gives === 'scalar') return { is: 'scalar' };
  return { is: 'export', library, name, export: entry };
}

function valueOfVariable(evaluator: Evaluator, variable: VariableLike, frame: Frame): Value {
  const definition = variable.defs.find((one) => one.type !== 'Type') ?? variable.defs[0];
  if (!definition) return UNKNOWN;
  switch (definition.type) {
    case 'ImportBinding':
      return importedValue(evaluator, definition.node, definition.parent, frame);
    case 'FunctionName':
      return evaluator.valueOf(definition.node, frame);
    case 'ClassName':
      return evaluator.valueOf(definition.node, frame);
    case 'Variable':
      return declaredValue(evaluator, variable, definition.node as TSESTree.VariableDeclarator, definition.name, frame);
    case 'Parameter':
      return parameterValue(evaluator, definition.node, definition.name, frame);
    case 'ImplicitGlobalVariable':
      return UNKNOWN;
    default:
      return UNKNOWN;
  }
}

function importedValue(evaluator: Evaluator, specifier: Node, declaration: Node | null | undefined, frame: Frame): Value {
  if (specifier.type === 'TSImportEqualsDeclaration') {
    const reference = specifier.moduleReference;
    if (reference.type !== 'TSExternalModuleReference') return evaluator.valueOf(reference, frame);
    const source = reference.expression;
    return source.type === 'Literal' && typeof source.value === 'string' ? moduleValue(evaluator, source.value, frame, 'default') : UNKNOWN;
  }
  if (declaration?.type !== 'ImportDeclaration') return UNKNOWN;
  const source = declaration.source.value;
  if (specifier.type === 'ImportNamespaceSpecifier') return moduleValue(evaluator, source, frame, '*');
  const name = specifier.type === 'ImportSpecifier' ? (specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value) : 'default';
  return importedName(evaluator, source, name, frame);
}

/** What a module exports under a name. */
export function importedName(evaluator: Evaluator, source: string, name: string, frame: Frame): Value {
  const libraries = evaluator.catalog.librariesAt(source);
  for (const library of libraries) {
    const entry = library.definition.exports;
    if (entry && Object.hasOwn(entry, name)) return exportValue(evaluator, library, name, entry[name] as import('../libraries/index.ts').Export);
  }
  if (libraries.length > 0 && name === 'default') return { is: 'package', specifier: source, libraries };
  const file = evaluator.fileAt(frame.file, source);
  const value = file ? exportedValue(evaluator, file, name, frame.depth) : libraries.length > 0 ? FOREIGN : UNKNOWN;
  const generated = value.is === 'unknown' ? evaluator.catalog.generated(name) : undefined;
  return generated ? exportValue(evaluator, generated.library, name, generated.export) : value;
}

/** A whole module as one value: a namespace import, `require('…')`, `await import('…')`. */
export function moduleValue(evaluator: Evaluator, source: string, frame: Frame, prefer: 'default' | '*'): Value {
  const libraries = evaluator.catalog.librariesAt(source);
  if (libraries.length > 0) {
    if (prefer === 'default') {
      const value = importedName(evaluator, source, 'default', frame);
      if (value.is !== 'unknown') return value;
    }
    return { is: 'package', specifier: source, libraries };
  }
  const file = evaluator.fileAt(frame.file, source);
  if (!file) return UNKNOWN;
  const whole = prefer === 'default' ? exportsOf(file).named.get('=') : undefined;
  return whole && whole.from === undefined ? evaluator.valueOf(whole.node, { file, depth: frame.depth }) : { is: 'module', file };
}

/** What another file of the project exports under a name, through its re-exports. */
export function exportedValue(evaluator: Evaluator, file: SourceFile, name: string, depth: number, seen: ReadonlySet<string> = new Set()): Value {
  if (seen.has(file.path) || depth > 20) return UNKNOWN;
  const index = exportsOf(file);
  const frame: Frame = { file, depth };
  if (name === '*') return { is: 'module', file };
  const entry = index.named.get(name);
  if (entry) {
    if (entry.from === undefined) return evaluator.valueOf(entry.node, frame);
    const library = entry.name === '*' ? moduleValue(evaluator, entry.from, frame, '*') : undefined;
    if (library) return library;
    return reexported(evaluator, file, entry.from, entry.name, frame, new Set([...seen, file.path]));
  }
  for (const star of index.stars) {
    const value = reexported(evaluator, file, star, name, frame, new Set([...seen, file.path]));
    if (value.is !== 'unknown' || value.isForeign) return value;
  }
  return UNKNOWN;
}

function reexported(evaluator: Evaluator, from: SourceFile, source: string, name: string, frame: Frame, seen: ReadonlySet<string>): Value {
  if (evaluator.catalog.librariesAt(source).length > 0) {
    const value = importedName(evaluator, source, name, frame);
    return value.is === 'unknown' ? UNKNOWN : value;
  }
  const file = evaluator.fileAt(from, source);
  return file ? exportedValue(evaluator, file, name, frame.depth, seen) : UNKNOWN;
}

function declaredValue(evaluator: Evaluator, variable: VariableLike, declarator: TSESTree.VariableDeclarator, name: Node, frame: Frame): Value {
  const bound = frame.bindings?.get(declarator.id);
  const root = bound ?? declaratorValue(evaluator, declarator, frame);
  const value = destructured(evaluator, declarator.id, name, root, frame);
  const annotation = annotationOf(declarator.id);
  const written = isReassigned(declarator) ? writtenValues(evaluator, variable, frame) : [];
  const all = unionOf([value, ...written]);
  if (all.is === 'unknown' && annotation && declarator.id.type === 'Identifier') {
    const typed = valueOfType(evaluator, annotation, frame);
    if (typed.is !== 'unknown') return typed;
  }
  return all;
}

function isReassigned(declarator: TSESTree.VariableDeclarator): boolean {
  return declarator.parent.type === 'VariableDeclaration' && declarator.parent.kind !== 'const';
}

function writtenValues(evaluator: Evaluator, variable: VariableLike, frame: Frame): Value[] {
  return variable.references
    .filter((reference) => reference.isWrite() && !reference.init && reference.writeExpr && isPlainWrite(reference.identifier))
    .slice(0, 8)
    .map((reference) => evaluator.valueOf(reference.writeExpr as Node, frame));
}

/** `x = value`, not `({ x } = value)` and not `x += value`. */
function isPlainWrite(identifier: Node): boolean {
  return identifier.parent?.type === 'AssignmentExpression' && identifier.parent.left === identifier && ASSIGNMENTS.has(identifier.parent.operator);
}

const ASSIGNMENTS = new Set(['=', '??=', '||=']);

function declaratorValue(evaluator: Evaluator, declarator: TSESTree.VariableDeclarator, frame: Frame): Value {
  const { init } = declarator;
  if (init) {
    const specifier = requiredSpecifier(bare(init));
    if (specifier !== undefined) return moduleValue(evaluator, specifier, frame, declarator.id.type === 'Identifier' ? 'default' : '*');
    return evaluator.valueOf(init, frame);
  }
  const loop = declarator.parent.parent;
  if (loop?.type === 'ForOfStatement') return elementOf(evaluator, evaluator.awaited(evaluator.valueOf(loop.right, frame)), frame);
  return UNKNOWN;
}

/** One of what a value holds many of. */
export function elementOf(evaluator: Evaluator, value: Value, frame: Frame): Value {
  return memberOf(evaluator, value, '*', frame);
}

/** The part of a value that a name inside a pattern takes: `const { rows: [first] } = value`. */
export function destructured(evaluator: Evaluator, pattern: Node, name: Node, root: Value, frame: Frame): Value {
  if (pattern === name) return root;
  switch (pattern.type) {
    case 'AssignmentPattern': {
      const value = destructured(evaluator, pattern.left, name, root, frame);
      return pattern.left === name ? unionOf([value, evaluator.valueOf(pattern.right, frame)]) : value;
    }
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (!contains(property, name)) continue;
        if (property.type === 'RestElement') return root.is === 'stored' || root.is === 'object' ? root : UNKNOWN;
        const key = keyName(property);
        return key === undefined ? UNKNOWN : destructured(evaluator, property.value, name, memberOf(evaluator, root, key, frame), frame);
      }
      return UNKNOWN;
    case 'ArrayPattern':
      for (const [index, element] of pattern.elements.entries()) {
        if (!element || !contains(element, name)) continue;
        if (element.type === 'RestElement') return root;
        return destructured(evaluator, element, name, memberOf(evaluator, root, String(index), frame), frame);
      }
      return UNKNOWN;
    default:
      return UNKNOWN;
  }
}

function contains(outer: Node, inner: Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

function parameterValue(evaluator: Evaluator, fn: Node, name: Node, frame: Frame): Value {
  if (!isFunction(fn) && fn.type !== 'TSEmptyBodyFunctionExpression' && fn.type !== 'TSDeclareFunction') return UNKNOWN;
  const index = fn.params.findIndex((param) => contains(param, name));
  const param = fn.params[index];
  if (!param) return UNKNOWN;
  const pattern = param.type === 'TSParameterProperty' ? param.parameter : param;
  const target = pattern.type === 'AssignmentPattern' ? pattern.left : pattern;
  const root = rootOfParameter(evaluator, fn, param, target, index, frame);
  const value = destructured(evaluator, target.type === 'RestElement' ? target.argument : target, name, root, frame);
  if (value.is === 'unknown' && pattern.type === 'AssignmentPattern' && target === name) return evaluator.valueOf(pattern.right, frame);
  return value;
}

function rootOfParameter(evaluator: Evaluator, fn: Node, param: TSESTree.Parameter, target: Node, index: number, frame: Frame): Value {
  const bound = frame.bindings?.get(param);
  if (bound && bound.is !== 'unknown') return bound;
  const decorated = decoratedValue(evaluator, decoratorsOf(param), frame);
  if (decorated) return decorated;
  const annotation = annotationOf(target);
  if (annotation) {
    const typed = valueOfType(evaluator, annotation, frame);
    if (typed.is !== 'unknown' || typed.isForeign) return typed;
  }
  return isFunction(fn) && target.type !== 'RestElement' ? contextualParameter(evaluator, fn, index - (hasThisParameter(fn) ? 1 : 0), frame) : UNKNOWN;
}

/** `function (this: FastifyInstance, request, reply)`: a type, no parameter. */
function hasThisParameter(fn: FunctionNode): boolean {
  return fn.params[0]?.type === 'Identifier' && fn.params[0].name === 'this';
}
