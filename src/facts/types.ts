import type { TSESTree } from '@typescript-eslint/types';
import type { Role } from '../libraries/index.ts';

/** How sure a fact is. `certain`: the binding leads to the library. `likely`: a convention with other evidence. `guess`: a name alone. */
export type Certainty = 'certain' | 'likely' | 'guess';

/** A place in a file: offsets in UTF-16 units. Syntax nodes are places; so are spots inside SQL text. */
export interface Located {
  readonly range: readonly [number, number];
}

export type Node = TSESTree.Node;

export type FunctionNode = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

/** A table or entity by the name the code gives it. */
export interface EntityName {
  readonly name: string;
  /** The SQL name, where the declaration could be seen and differs. */
  readonly table?: string;
}

/** Rows to skip. */
export interface Offset {
  /** Where the rule reports: the property, the method's name, the word OFFSET in SQL. */
  readonly at: Located;
  /** How the code calls it: `skip`, `offset`, `$skip`, `OFFSET`, `page`. */
  readonly name: string;
  /** The expression, where it is one. */
  readonly value?: Node;
  /** Every value it can have, when all are constants. */
  readonly constants?: readonly number[];
}

/** One value that a query writes to a column. */
export interface WrittenValue {
  readonly column: string;
  readonly at: Located;
  readonly value?: Node;
  /** Version of the UUID that the value is, when it is one made here (through variables, `??` and ternaries). */
  readonly uuid?: UuidValue;
}

/** A UUID made by a generator whose version is known. */
export interface UuidValue {
  readonly version: number;
  /** `randomUUID()`, `gen_random_uuid()`: as written. */
  readonly generator: string;
  /** Where it is made. */
  readonly at: Located;
  /** The made value is in the same file. */
  readonly isLocal: boolean;
  /** What makes a time-ordered one there; the best first. */
  readonly replacements?: readonly Replacement[];
}

/** Text that takes the place of other text of the file. */
export interface TextEdit {
  readonly range: readonly [number, number];
  readonly text: string;
}

/** Another way to write something. */
export interface Replacement {
  /** What stands there then: `v7()`. */
  readonly text: string;
  /** The first version that has it: `PostgreSQL 18`. */
  readonly since?: string;
  readonly edits: readonly TextEdit[];
  /** Nothing else has to change, or to be there, for it. */
  readonly isSafe?: boolean;
}

/** A query: one call, or one chain of a builder. */
export interface QueryFact {
  readonly kind: 'query';
  readonly library: string;
  /** `findMany`, `select`, `query` … the method that says what it does. */
  readonly operation: string;
  readonly effect: 'read' | 'write' | 'unknown';
  readonly entity?: EntityName;
  /** The name of the method, or the tag. */
  readonly at: Located;
  /** The outermost expression of the chain in this place. */
  readonly node: Node;
  /** `false` for a builder that is not run here. */
  readonly runs: boolean;
  /** Rows it skips, in every place that says so. */
  readonly offsets: readonly Offset[];
  /** It goes on after a row, not after a count of rows. */
  readonly hasCursor: boolean;
  /** `all`: whole rows. `some`: named columns. `none`: a count, a write without a result. */
  readonly columns: 'all' | 'some' | 'none' | 'unknown';
  readonly written: readonly WrittenValue[];
  /** How the library goes on after the last key seen. */
  readonly keyset?: string;
  readonly certainty: Certainty;
}

/** A column, as it is declared. */
export interface ColumnFact {
  readonly name: string;
  readonly at: Located;
  readonly type?: string;
  readonly isPrimary: boolean;
  /** It refers to another table's key. */
  readonly isReference?: boolean;
  /** A UUID that the database, the library or the code gives it. */
  readonly uuid?: UuidValue;
}

/** A table, entity, model or collection that is declared or altered. */
export interface TableFact {
  readonly kind: 'table';
  readonly library: string;
  readonly name?: string;
  readonly at: Located;
  readonly columns: readonly ColumnFact[];
  readonly certainty: Certainty;
}

/** Something the program serves. */
export interface EndpointFact {
  readonly kind: 'endpoint';
  readonly framework: string;
  /** `GET` … `*`; RPC: `QUERY`, `MUTATION`, `SUBSCRIPTION`. */
  readonly method: string;
  readonly path?: string;
  readonly at: Located;
  /** The functions that can be seen; the last one answers. */
  readonly handlers: readonly FunctionNode[];
  /** A schema or serializer stands between handler and client. */
  readonly hasOutputSchema: boolean;
  readonly hasInputSchema: boolean;
  readonly certainty: Certainty;
}

/** One value that leaves an endpoint. */
export interface ResponseFact {
  readonly kind: 'response';
  readonly framework: string;
  /** `return`, `json`, `send`, `body` … */
  readonly via: string;
  /** The call, the return statement or the assignment. */
  readonly at: Located;
  /** What is sent. */
  readonly value: Node;
  /** The endpoint, where it is registered in this file. */
  readonly endpoint?: EndpointFact;
  readonly hasOutputSchema: boolean;
  readonly certainty: Certainty;
  /** Stored entities in it, as they came. Empty: none that can be seen. */
  readonly entities: readonly LeakedEntity[];
}

/** A stored entity inside a response. */
export interface LeakedEntity {
  /** The expression in the response that carries it. */
  readonly at: Located;
  readonly entity?: EntityName;
  /** `findUnique`, `select` … the query it came from, and the library. */
  readonly operation: string;
  readonly library: string;
  readonly isMany: boolean;
  /** Its class says which fields a serializer leaves out (`@Exclude()`); nothing where the class cannot be seen. */
  readonly hidesFields?: boolean;
  /** The functions it came through: `usersService.find`. */
  readonly through: readonly string[];
  readonly certainty: Certainty;
}

/** A log call. */
export interface LogFact {
  readonly kind: 'log';
  readonly library: string;
  readonly level: string;
  readonly at: Located;
  readonly node: Node;
  readonly message?: Node;
  readonly fields?: Node;
  readonly certainty: Certainty;
}

/** A new UUID that becomes the key of an entity, outside a query and a declaration: a constructor, a factory, an assignment. */
export interface EntityIdFact {
  readonly kind: 'entity-id';
  readonly at: Located;
  readonly uuid: UuidValue;
  readonly entity?: EntityName;
  readonly certainty: Certainty;
}

/** Every fact of a file. */
export interface Facts {
  readonly roles: ReadonlySet<Role>;
  readonly endpoint: readonly EndpointFact[];
  readonly response: readonly ResponseFact[];
  readonly query: readonly QueryFact[];
  readonly table: readonly TableFact[];
  readonly log: readonly LogFact[];
  readonly 'entity-id': readonly EntityIdFact[];
}

/** The rest of the project, as the facts reader sees it. Given by the rules room and by the command. */
export interface Surroundings {
  /** Path of the file that a specifier leads to from another file; nothing for packages and what is not there. */
  resolve(from: string, specifier: string): string | undefined;
  /** The file's tree; nothing where it cannot be read. Answers from memory while the file has not changed. */
  read(path: string): SourceFile | undefined;
  /** Absolute folder of the project, with `/`. What stands above it says nothing about a file. */
  readonly root?: string;
  /** The package that a file stands in: its nearest `package.json`. */
  packageOf?(path: string): PackageFacts | undefined;
}

/** What a `package.json` says about the files around it. */
export interface PackageFacts {
  /** Absolute folder, with `/`. */
  readonly folder: string;
  /** Every package it depends on, at run time or while developing. */
  readonly dependencies: ReadonlySet<string>;
  /** Absolute paths of the files that `bin` names. */
  readonly bin: readonly string[];
}

/** A file's tree, with its scopes made when they are asked for. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly program: TSESTree.Program;
  readonly scopes: ScopeLookup;
}

/** What the reader needs of the scope analysis. */
export interface ScopeLookup {
  /** The variable that a name means at a node, walking scopes outwards. */
  variableAt(node: Node, name: string): VariableLike | undefined;
}

/** The part of `@typescript-eslint/scope-manager`'s variable that is used. */
export interface VariableLike {
  readonly name: string;
  readonly defs: readonly { readonly type: string; readonly node: Node; readonly parent?: Node | null | undefined; readonly name: Node }[];
  readonly references: readonly { readonly identifier: Node; isWrite(): boolean; readonly writeExpr?: Node | null | undefined; readonly init?: boolean | undefined }[];
}
