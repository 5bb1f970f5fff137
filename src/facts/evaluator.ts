import type { Catalog, Library } from './catalog.ts';
import { applyCall, readCall } from './calls.ts';
import { exportsOf } from './exports.ts';
import { callFunction } from './functions.ts';
import { memberOf } from './members.ts';
import { valueOfName } from './names.ts';
import { thisOutsideClass } from './this-values.ts';
import { bare, classAround, functionOfThis, isInStatic, keyName } from './tree.ts';
import { valueOfType } from './type-values.ts';
import type { Node, SourceFile, Surroundings } from './types.ts';
import { alternatives, FOREIGN, SCALAR, unionOf, UNKNOWN } from './value.ts';
import type { Frame, Value } from './value.ts';

/** Expressions looked at for one file before the rest is left unknown: generated code must not hang an editor. */
const MOST_STEPS = 60_000;
/** Calls entered inside calls. A controller, a service, a repository and a base class are four. */
const DEEPEST = 5;

/**
 * Works out what expressions are, lazily: each is followed to where its value comes from, in this file and in the files that it
 * imports. One evaluator serves one reading of one file, so nothing in it can be stale.
 */
export class Evaluator {
  readonly catalog: Catalog;
  readonly surroundings: Surroundings;
  readonly #values = new Map<Node, Value>();
  readonly #active = new Set<Node>();
  readonly #evidence = new Map<string, boolean>();
  #steps = 0;

  constructor(catalog: Catalog, surroundings: Surroundings) {
    this.catalog = catalog;
    this.surroundings = surroundings;
  }

  /** What an expression is. `UNKNOWN` where it cannot be followed; never throws. */
  valueOf(node: Node, frame: Frame): Value {
    const inner = bare(node);
    const isPlain = !frame.bindings && !frame.self;
    const known = isPlain ? this.#values.get(inner) : undefined;
    if (known) return known;
    if (this.#active.has(inner) || ++this.#steps > MOST_STEPS) return UNKNOWN;
    this.#active.add(inner);
    try {
      let value = this.#evaluate(inner, frame);
      if (value.is === 'unknown' && node !== inner) value = this.#asserted(node, frame) ?? value;
      if (isPlain) this.#values.set(inner, value);
      return value;
    } finally {
      this.#active.delete(inner);
    }
  }

  /** Reads a type, unless it is being read already: `type Tree<T> = T | Tree<T[]>`. */
  typeOf(type: Node, read: () => Value): Value {
    if (this.#active.has(type) || ++this.#steps > MOST_STEPS) return UNKNOWN;
    this.#active.add(type);
    try {
      return read();
    } finally {
      this.#active.delete(type);
    }
  }

  /** Whether calls may still be entered from here. */
  mayEnter(frame: Frame): boolean {
    return frame.depth < DEEPEST;
  }

  /** The file that a specifier leads to from another; nothing for packages. */
  fileAt(from: SourceFile, specifier: string): SourceFile | undefined {
    const path = this.surroundings.resolve(from.path, specifier);
    return path === undefined ? undefined : this.surroundings.read(path);
  }

  /** Whether the file imports a library, or a file of the project that does. */
  hasEvidence(file: SourceFile, library: Library): boolean {
    const key = `${file.path}\0${library.name}`;
    let has = this.#evidence.get(key);
    if (has === undefined) {
      this.#evidence.set(key, false);
      has = imports(file, library) || importedFiles(this, file).some((other) => imports(other, library));
      this.#evidence.set(key, has);
    }
    return has;
  }

  #asserted(node: Node, frame: Frame): Value | undefined {
    if (node.type === 'TSAsExpression' || node.type === 'TSTypeAssertion' || node.type === 'TSSatisfiesExpression') {
      const value = valueOfType(this, node.typeAnnotation, frame);
      return value.is === 'unknown' ? undefined : value;
    }
    return undefined;
  }

  #evaluate(node: Node, frame: Frame): Value {
    switch (node.type) {
      case 'Identifier':
        return valueOfName(this, node, frame);
      case 'ThisExpression': {
        if (frame.self) return frame.self;
        const fn = functionOfThis(node);
        if (fn) return thisOutsideClass(this, fn, frame);
        const around = classAround(node);
        if (!around) return UNKNOWN;
        return { is: isInStatic(node) ? 'class' : 'instance', node: around, file: frame.file };
      }
      case 'Super': {
        const around = classAround(node);
        return around?.superClass ? instanceOf(this.valueOf(around.superClass, frame)) : UNKNOWN;
      }
      case 'MemberExpression': {
        const name = keyName(node);
        const object = this.valueOf(node.object, frame);
        if (name === undefined) return node.computed ? memberOf(this, object, indexName(node.property), frame) : UNKNOWN;
        return memberOf(this, object, name, frame);
      }
      case 'CallExpression':
      case 'NewExpression':
      case 'TaggedTemplateExpression': {
        const reading = readCall(this, node, frame);
        return reading ? applyCall(this, reading) : callFunction(this, node, frame);
      }
      case 'AwaitExpression':
        return this.awaited(this.valueOf(node.argument, frame));
      case 'ConditionalExpression':
        return unionOf([this.valueOf(node.consequent, frame), this.valueOf(node.alternate, frame)]);
      case 'LogicalExpression':
        return node.operator === '&&' ? this.valueOf(node.right, frame) : unionOf([this.valueOf(node.left, frame), this.valueOf(node.right, frame)]);
      case 'AssignmentExpression':
        return this.valueOf(node.right, frame);
      case 'SequenceExpression':
        return node.expressions.length > 0 ? this.valueOf(node.expressions.at(-1) as Node, frame) : UNKNOWN;
      case 'Literal':
        return { is: 'constant', value: node.value instanceof RegExp ? null : node.value };
      case 'TemplateLiteral':
        return node.expressions.length === 0 ? { is: 'constant', value: node.quasis[0]?.value.cooked ?? '' } : UNKNOWN;
      case 'UnaryExpression':
        return this.#unary(node.operator, node.argument, frame);
      case 'BinaryExpression':
        return node.operator === '+' ? UNKNOWN : SCALAR;
      case 'ObjectExpression':
        return { is: 'object', node, file: frame.file, frame };
      case 'ArrayExpression':
        return { is: 'array', node, file: frame.file, frame };
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
      case 'FunctionDeclaration':
        return { is: 'function', node, file: frame.file, frame, ...(frame.self && { self: frame.self }) };
      case 'ClassExpression':
      case 'ClassDeclaration':
        return { is: 'class', node, file: frame.file };
      default:
        return UNKNOWN;
    }
  }

  #unary(operator: string, argument: Node, frame: Frame): Value {
    if (operator === 'void') return { is: 'constant', value: null };
    if (operator === '-') {
      const value = this.valueOf(argument, frame);
      return value.is === 'constant' && typeof value.value === 'number' ? { is: 'constant', value: -value.value } : SCALAR;
    }
    return SCALAR;
  }

  /** What `await` makes of a value: a builder gives its rows; everything else stays. */
  awaited(value: Value): Value {
    if (value.is === 'union') return unionOf(value.of.map((one) => this.awaited(one)));
    if (value.is !== 'handle' || value.type.awaited === undefined) return value;
    return applyCall(this, { kind: 'await', of: value });
  }
}

/** The instance that a class makes; for a library's class, a value of its instance type. */
export function instanceOf(value: Value): Value {
  const known = alternatives(value)[0];
  if (known?.is === 'class') return { is: 'instance', node: known.node, file: known.file };
  return known?.is === 'unknown' ? FOREIGN : (known ?? UNKNOWN);
}

function indexName(property: Node): string {
  const inner = bare(property);
  return inner.type === 'Literal' && typeof inner.value === 'number' ? String(inner.value) : '*';
}

function imports(file: SourceFile, library: Library): boolean {
  return importedSpecifiers(file).some((specifier) => library.catalog.librariesAt(specifier).includes(library));
}

const specifiers = new WeakMap<object, readonly string[]>();

function importedSpecifiers(file: SourceFile): readonly string[] {
  let found = specifiers.get(file.program);
  if (!found) {
    const own = file.program.body.flatMap((statement) => {
      if (statement.type === 'ImportDeclaration') return [statement.source.value];
      if (statement.type !== 'VariableDeclaration') return [];
      return statement.declarations.flatMap(({ init }) => {
        const argument = init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'require' ? init.arguments[0] : undefined;
        return argument?.type === 'Literal' && typeof argument.value === 'string' ? [argument.value] : [];
      });
    });
    found = [...own, ...exportsOf(file).stars];
    specifiers.set(file.program, found);
  }
  return found;
}

function importedFiles(evaluator: Evaluator, file: SourceFile): SourceFile[] {
  return importedSpecifiers(file).flatMap((specifier) => evaluator.fileAt(file, specifier) ?? []);
}
