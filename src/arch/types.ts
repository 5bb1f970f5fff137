/**
 * The words of the architecture checker, as data. Every function in this room takes and returns these;
 * nothing here knows ESLint, the console or a clock. Paths inside the room are absolute, real and use `/`;
 * findings carry paths relative to the project's root.
 */

/** How a reference names its file. */
export type ReferenceForm =
  | 'import'
  | 'export'
  | 'import-equals'
  | 'dynamic-import'
  | 'require'
  | 'require-resolve'
  | 'import-type'
  | 'declare-module'
  | 'triple-slash'
  | 'jsdoc'
  | 'mock'
  | 'glob'
  | 'url'
  | 'worker';

/** One place where a file names another file. Offsets are UTF-16 units into the file's text. */
export interface Reference {
  readonly form: ReferenceForm;
  /** `type` for what is erased: `import type`, `import('x').T`, JSDoc, triple-slash types. */
  readonly kind: 'value' | 'type';
  /**
   * What is named, as written (escapes and constants read), with `./` before a bare name that the form takes for a path (URL,
   * worker, triple-slash path) and for `__dirname`; `undefined` where it cannot be read: `import(name)`.
   */
  readonly specifier: string | undefined;
  /** The specifier is only the static beginning of a template or concatenation: `import(\`./locales/${x}\`)`. */
  readonly isPrefix?: boolean;
  /** The specifier is a glob pattern: `import.meta.glob('./**')`. */
  readonly isGlob?: boolean;
  /** Patterns whose files the glob leaves out. */
  readonly except?: readonly string[];
  /** Where the string that names the file stands, quotes included; for a constant, where it is used. */
  readonly start: number;
  readonly end: number;
  /** The names taken from the target as the target exports them; `*` for all of it; none for a side effect. */
  readonly names: readonly string[];
}

/** Where a reference leads. */
export type Resolution =
  /** `via` is the alias that led there, as it is configured: `@billing/*`, `#billing`, `@acme/billing`. */
  | { readonly status: 'file'; readonly path: string; readonly via?: string }
  /** Only for a prefix: an existing folder. */
  | { readonly status: 'folder'; readonly path: string; readonly via?: string }
  /** Only for a glob: every file it matches, sorted. */
  | { readonly status: 'files'; readonly paths: readonly string[]; readonly folder: string }
  | { readonly status: 'package'; readonly name: string }
  | { readonly status: 'builtin' }
  /** No file; `path` is where it would have been, when that is known. */
  | { readonly status: 'unresolved'; readonly path?: string }
  | { readonly status: 'unanalysable' };

/** What a path belongs to. Of two folders that claim it, the deeper one decides. */
export interface Place {
  readonly zone: 'module' | 'shared' | 'root' | 'none';
  readonly isTest: boolean;
  /** The outermost module that owns the path. */
  readonly module?: Module;
  /** The innermost module, where modules are nested. */
  readonly innerModule?: Module;
  /** Every module that holds the path, outermost first. */
  readonly modules: readonly Module[];
  /** Folder of the slice inside the module, relative to the module (`features/create-invoice`). */
  readonly slice?: string;
  /** The file is part of its module's contract. */
  readonly isContract: boolean;
  /** The file stands directly in its module's folder. */
  readonly isEntry: boolean;
}

/** A business capability: one folder. */
export interface Module {
  readonly name: string;
  /** Absolute folder. */
  readonly path: string;
  readonly contract: readonly string[];
  readonly owner?: string;
  /** Legacy on its way to isolation: others may enter, and each use is a warning. */
  readonly open: boolean;
}

export type Severity = 'error' | 'warning';

/** One violation. Lines and columns count from 1; `endColumn` is exclusive. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Relative to the project's root, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  /** Stands for the identity of the violation, stable when lines move; of several that share one, each has its own. */
  readonly fingerprint: string;
  /**
   * The parts of the identity that place and target do not tell: `symbol` are the names that are taken, sorted and joined by `, `;
   * `from` and `to` where the violation is about something other than `file` and `to.file` (the modules of a cycle).
   */
  readonly identity?: { readonly from?: string; readonly to?: string; readonly symbol?: string };
  readonly status: 'new' | 'baselined';
  readonly from?: { readonly module?: string; readonly slice?: string };
  readonly to?: { readonly module?: string; readonly file?: string };
  readonly kind?: 'value' | 'type';
  /** What is taken from the file in `to`; `*` for all of it. Part of the identity. */
  readonly names?: readonly string[];
  /** Replaces the text between two offsets of `file`; keeps behaviour. */
  readonly fix?: { readonly start: number; readonly end: number; readonly text: string };
  /** Lines that only the whole project can know: the other steps of a cycle, who is affected. Shown below the message. */
  readonly notes?: readonly string[];
}

/** Something that the check survived and the reader should know. It is no violation. */
export interface Diagnostic {
  /** Relative to the project's root, with `/`. */
  readonly file?: string;
  /** What is wrong. */
  readonly message: string;
  /** What to do. */
  readonly next: string;
}

/** How much of the project was seen. */
export interface Coverage {
  readonly files: number;
  readonly assignedFiles: number;
  readonly modules: number;
  readonly references: number;
  readonly resolvedReferences: number;
  readonly unanalysableReferences: number;
}

/** What a check of the whole project gives. */
export interface Report {
  /** Sorted by file, line, column and rule. */
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
  /** Sorted by file; for stderr. */
  readonly diagnostics: readonly Diagnostic[];
}
