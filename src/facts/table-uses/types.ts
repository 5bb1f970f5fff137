import type { SqlStatement } from '../sql/index.ts';
import type { Certainty, Located } from '../types.ts';

/** A table, as code names it. */
export interface TableName {
  /** `invoices` of `'billing.invoices'`, `Invoice` of a class, `invoice` of `prisma.invoice`. */
  readonly name: string;
  /** `billing` of `'billing.invoices'`. */
  readonly schema?: string;
  /** The file that declares it, where the binding leads there; absolute, with `/`. */
  readonly declaredIn?: string;
}

/** Where a table, entity or model is declared, or created by a migration. */
export interface TableDeclaration {
  readonly library: string;
  /** What the code calls it: the class, the constant, the model. */
  readonly entity?: string;
  /** What it is called in the database, as far as the declaration or the library's convention says. */
  readonly table?: string;
  readonly schema?: string;
  /** The module that it says it belongs to: `/// @module billing`. */
  readonly module?: string;
  /** It may as well be part of another's rows: the name is only what it would have alone. */
  readonly mayBeEmbedded?: boolean;
  readonly at: Located;
}

/** How one table is tied to the code that names it. */
export type TableTie = 'query' | 'join' | 'relation' | 'foreign-key' | 'migration';

/** One place that names a table. */
export interface TableUse {
  readonly library: string;
  readonly tie: TableTie;
  readonly effect: 'read' | 'write';
  /** Nothing where the name is only known when the program runs. */
  readonly target?: TableName;
  readonly at: Located;
  readonly certainty: Certainty;
  /** For a relation: the entity that has it, and the property that holds it. */
  readonly relation?: { readonly owner: TableName; readonly property: string };
}

/** Relations whose rows a query takes along: `include: { invoice: { include: { lines: true } } }`. */
export interface FollowedRelation {
  readonly library: string;
  /** The entity that the query is about. */
  readonly from: TableName;
  /** `['invoice', 'lines']` */
  readonly path: readonly string[];
  readonly at: Located;
  /** The first name may also be a relation of any entity that is joined: the alias before it is not followed. */
  readonly isOfAlias: boolean;
  readonly effect: 'read' | 'write';
  readonly certainty: Certainty;
}

/** SQL, with the tables that stand in its holes. */
export interface SqlText {
  readonly library: string;
  /** What is no text of it is blank. */
  readonly text: string;
  /** Where it begins in the file. */
  readonly start: number;
  /** Where it is used, where it stands in another file: no place in it means anything here. */
  readonly usedAt?: Located;
  readonly holes: readonly { readonly start: number; readonly end: number; readonly target?: TableName; readonly isSql: boolean }[];
  readonly statements: readonly SqlStatement[];
  readonly certainty: Certainty;
}

/** Everything that a file says about tables. */
export interface TableFacts {
  readonly declared: readonly TableDeclaration[];
  readonly uses: readonly TableUse[];
  readonly followed: readonly FollowedRelation[];
  readonly sql: readonly SqlText[];
}
