import type { ColumnFact, Located, UuidValue } from '../types.ts';

/** What a piece of SQL does, read without a database: any dialect, any casing, fragments too. Places are offsets into the given text. */
export interface SqlFacts {
  readonly statements: readonly SqlStatement[];
}

/** One statement, or a fragment of one (a nested `sql` template). */
export interface SqlStatement {
  readonly verb: 'select' | 'insert' | 'update' | 'delete' | 'create-table' | 'alter-table' | 'create-index' | 'other' | 'fragment';
  /** Tables it names, in order; the first is the one it is about. Names that WITH gives to queries are none. */
  readonly tables: readonly SqlTable[];
  /** `all`: `select *`, `t.*`, `returning *`. `some`: named columns. `none`: counts, and writes without a result. */
  readonly columns: 'all' | 'some' | 'none' | 'unknown';
  /** The OFFSET of the outermost or a nested select, `LIMIT m, n`, `OFFSET n ROWS`. */
  readonly offsets: readonly SqlOffset[];
  /** Each column that INSERT fills in its first row or UPDATE sets, and the text of its value; `parameter` where it is one. */
  readonly written: readonly SqlWritten[];
  /** For CREATE and ALTER TABLE: columns that are declared, added or given a default. */
  readonly declared: readonly ColumnFact[];
  readonly at: Located;
}

/** A table where a statement names it. */
export interface SqlTable {
  /** As written, without quotes and schema. Nothing where a hole stands in its place. */
  readonly name?: string;
  readonly schema?: string;
  /** The hole or placeholder that names it: `FROM ${orders}`. */
  readonly parameter?: SqlParameter;
  readonly at: Located;
}

/** Rows that SQL skips. */
export interface SqlOffset {
  /** The word OFFSET, or the first number of `LIMIT m, n`. */
  readonly at: Located;
  readonly constant?: number;
  readonly parameter?: SqlParameter;
}

/** A value given to a column. */
export interface SqlWritten {
  readonly column: string;
  readonly at: Located;
  readonly text: string;
  readonly parameter?: SqlParameter;
  /** The value is made by a UUID function of the database. */
  readonly uuid?: UuidValue;
}

/** A placeholder: `$1`, `?`, `:name`, or a hole of a template. */
export interface SqlParameter {
  readonly style: 'number' | 'position' | 'name' | 'hole';
  /** 0-based index of the value, or of the hole; for names the name. */
  readonly key: number | string;
}
