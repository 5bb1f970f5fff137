import type { RuleName } from './rule-names.ts';

/** How loud a check is. */
export type RuleLevel = 'off' | 'warn' | 'error';

/** One module, with what makes it differ from the others. */
export interface ModuleConfig {
  /** The folder of the module, or a pattern of folders, relative to the root. */
  path: string;
  /** What messages call it; the folder's name unless told. */
  name?: string;
  /** The files that others may import: patterns relative to the module's folder. Replaces `contract` for this module. */
  contract?: readonly string[];
  /** Who answers for it: shown beside its findings. */
  owner?: string;
  /** Legacy on its way to isolation: others may enter, and each use is a warning. */
  open?: boolean;
}

/** References that are tolerated for a while. */
export interface ExceptionConfig {
  /** The module that refers, or a pattern of files relative to the root. */
  from: string;
  /** The module that is referred to, or a pattern of files relative to the root. */
  to: string;
  /** Why it has to be. */
  reason: string;
  /** The last day on which it holds: `2027-03-31`. */
  until?: string;
}

/** A library of the team's own: its `db`, its logger, its mappers. Its exports and types are described as the package's own pages do it. */
export interface LibraryConfig {
  /** What messages call it. */
  name: string;
  /** What it is for. */
  concern: 'database' | 'http' | 'logging' | 'validation' | 'id' | 'other';
  /** What it is imported as: exact, or with `*` and `**`: `**\/shared/db`. */
  modules: readonly string[];
}

/** What `fortress.config.*` may say. Every key replaces its convention; patterns are relative to the root. */
export interface FortressConfig {
  /** Address of the JSON schema, for editors. */
  $schema?: string;
  /** The folders of the modules. By convention `src/modules/*`, else `src/features/*`, `src/domains/*`, `src/contexts/*`. */
  modules?: readonly (string | ModuleConfig)[];
  /** The folders of slices within a module: `features/*`, `slices/*`. */
  slices?: readonly string[];
  /** Generic code that knows no module: `src/shared`, `src/common`, `src/kernel`. */
  shared?: readonly string[];
  /** The files that start the program and wire the modules: those directly in `src`. */
  compositionRoot?: readonly string[];
  /** Test files. */
  tests?: readonly string[];
  /** The files of a module that others may import, relative to the module's folder. */
  contract?: readonly string[];
  /** Which module owns a table, or `shared`, where it cannot be inferred. */
  tables?: Readonly<Record<string, string>>;
  /** References that are tolerated for a while. */
  exceptions?: readonly ExceptionConfig[];
  /** Definitions of the team's own libraries, as in the package's own `libraries`. */
  libraries?: readonly LibraryConfig[];
  /** How loud each check of the command is. */
  rules?: Readonly<Partial<Record<RuleName, RuleLevel>>>;
}
