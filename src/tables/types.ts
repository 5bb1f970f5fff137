import type { Module } from '../arch/index.ts';
import type { FollowedRelation, TableDeclaration, TableUse } from '../facts/index.ts';

/** A declaration of a table, and whose it is. */
export interface Declared extends TableDeclaration {
  /** Absolute. */
  readonly path: string;
  /** The module that its place, or its comment, gives it to. */
  readonly owner?: Module;
  /** It says itself whose it is: `/// @module billing`. */
  readonly isTold?: boolean;
}

/** A relation between entities, by the property that holds it. */
export interface Relation {
  readonly owner: { readonly name: string; readonly path: string };
  readonly property: string;
  readonly use: TableUse;
}

/** Everything that one file says of tables, its SQL read. */
export interface FileTables {
  readonly path: string;
  readonly declared: readonly Declared[];
  readonly uses: readonly TableUse[];
  readonly followed: readonly FollowedRelation[];
  readonly relations: readonly Relation[];
}

/** Whose a table is. */
export type Ownership =
  /** One module's; `by` says how that is known. */
  | { readonly is: 'module'; readonly module: Module; readonly declared?: Declared; readonly isConfigured: boolean }
  /** Reference data: everyone reads it. */
  | { readonly is: 'shared'; readonly declared?: Declared }
  /** Several modules declare it. */
  | { readonly is: 'several'; readonly modules: readonly Module[]; readonly declared: readonly Declared[] }
  /** It is declared outside every module. */
  | { readonly is: 'nobody'; readonly declared: Declared }
  | { readonly is: 'unknown' };
