import type { TSESTree } from '@typescript-eslint/types';
import type { Call, Export, Ordered } from '../libraries/index.ts';
import type { CompiledType, Library } from './catalog.ts';
import type { Certainty, EntityName, FunctionNode, Node, SourceFile } from './types.ts';

/** A node, and the file it stands in. */
export interface Spot {
  readonly node: Node;
  readonly file: SourceFile;
}

/** One call that shaped a query, in the order of the chain. */
export interface QueryStep extends Spot {
  readonly call: Call;
  readonly name: string;
  /** The call, `new` or tagged template. */
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.TaggedTemplateExpression;
  readonly frame: Frame;
}

/** What is known of a query while its chain is followed. Never changed: each step makes a new one. */
export interface QueryState {
  readonly library: Library;
  readonly operation: string;
  readonly effect: 'read' | 'write' | 'unknown';
  readonly entity?: EntityName;
  /** The project's class of its rows, whose own methods they have. */
  readonly model?: ModelClass;
  readonly steps: readonly QueryStep[];
  readonly columns: 'all' | 'some' | 'none' | 'unknown';
  readonly certainty: Certainty;
}

/** What is known of a column while its builder is followed. */
export interface ColumnState {
  readonly steps: readonly QueryStep[];
}

/** A value of a library's type: a client, a builder, a response. */
export interface Handle {
  readonly is: 'handle';
  readonly type: CompiledType;
  readonly certainty: Certainty;
  /** Known by its name only, and still waiting for its shape to confirm it. */
  readonly needsShape?: boolean;
  readonly entity?: EntityName;
  readonly model?: ModelClass;
  /** Methods that the project added: `repository.extend({ … })`. */
  readonly added?: Value;
  readonly query?: QueryState;
  readonly column?: ColumnState;
  /** Functions of the project that it came through, innermost first. */
  readonly through?: readonly string[];
  /** Calls of the chain that matter later: path, schemas, notes. */
  readonly chain: readonly QueryStep[];
}

/** A class of the project that stands for an entity. */
export interface ModelClass {
  readonly node: ClassNode;
  readonly file: SourceFile;
}

/** A stored entity as the database gave it, or many. */
export interface Stored {
  readonly is: 'stored';
  readonly many: boolean;
  readonly query: QueryState;
  /** Functions of the project that it came through, innermost first. */
  readonly through: readonly string[];
}

/** What an expression is, as far as it can be followed. */
export type Value =
  | { readonly is: 'unknown'; readonly isForeign?: boolean }
  | Handle
  | Stored
  | { readonly is: 'export'; readonly library: Library; readonly name: string; readonly export: Export }
  | { readonly is: 'package'; readonly specifier: string; readonly libraries: readonly Library[] }
  | { readonly is: 'method'; readonly of: Handle; readonly name: string; readonly call: Call }
  | { readonly is: 'function'; readonly node: FunctionNode; readonly file: SourceFile; readonly self?: Value; readonly frame?: Frame; readonly name?: string }
  | { readonly is: 'class'; readonly node: ClassNode; readonly file: SourceFile }
  | { readonly is: 'instance'; readonly node: ClassNode; readonly file: SourceFile; readonly typeArguments?: readonly Value[] }
  | { readonly is: 'interface'; readonly node: TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeLiteral; readonly file: SourceFile }
  | { readonly is: 'signature'; readonly node: TSESTree.TSFunctionType; readonly frame: Frame }
  | { readonly is: 'module'; readonly file: SourceFile }
  | { readonly is: 'object'; readonly node: TSESTree.ObjectExpression; readonly file: SourceFile; readonly frame: Frame }
  | { readonly is: 'record'; readonly properties: ReadonlyMap<string, Value> }
  | { readonly is: 'array'; readonly node: TSESTree.ArrayExpression; readonly file: SourceFile; readonly frame: Frame }
  | { readonly is: 'tuple'; readonly elements: readonly Value[] }
  | { readonly is: 'list'; readonly of: Value }
  | { readonly is: 'builtin'; readonly name: string; readonly of?: Value }
  | { readonly is: 'constant'; readonly value: string | number | boolean | bigint | null }
  | { readonly is: 'uuid'; readonly version: number; readonly spot: Spot; readonly library: Library; readonly ordered: Ordered | undefined }
  | { readonly is: 'field'; readonly of: Stored; readonly name: string }
  | { readonly is: 'scalar' }
  | { readonly is: 'mapped' }
  | { readonly is: 'union'; readonly of: readonly Value[] };

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** Where an expression is evaluated: its file, what its function's parameters are bound to, and how deep we are in calls. */
export interface Frame {
  readonly file: SourceFile;
  readonly bindings?: ReadonlyMap<Node, Value>;
  readonly self?: Value;
  readonly depth: number;
}

export const UNKNOWN: Value = { is: 'unknown' };
/** Certainly something that no page describes. */
export const FOREIGN: Value = { is: 'unknown', isForeign: true };
export const SCALAR: Value = { is: 'scalar' };
export const MAPPED: Value = { is: 'mapped' };

/** One value of several possible ones; alternatives that say nothing are dropped where another says something. */
export function unionOf(values: readonly Value[]): Value {
  const known: Value[] = [];
  for (const value of values) {
    if (value.is === 'union') known.push(...value.of.filter((one) => !known.includes(one)));
    else if (!isEmpty(value) && !known.includes(value)) known.push(value);
  }
  if (known.length === 0) return values[0] ?? UNKNOWN;
  return known.length === 1 && known[0] ? known[0] : { is: 'union', of: known.slice(0, MOST_ALTERNATIVES) };
}

/** More alternatives than this are not followed: code that has them is a dispatcher. */
const MOST_ALTERNATIVES = 12;

function isEmpty(value: Value): boolean {
  return value.is === 'unknown' || (value.is === 'constant' && value.value === null);
}

/** Each alternative of a value. */
export function alternatives(value: Value): readonly Value[] {
  return value.is === 'union' ? value.of : [value];
}

const ORDER: readonly Certainty[] = ['certain', 'likely', 'guess'];

/** The less sure of two. */
export function lessCertain(one: Certainty, other: Certainty): Certainty {
  return ORDER.indexOf(one) >= ORDER.indexOf(other) ? one : other;
}
