import type { FileReferences, SyntaxProblem } from '../references/index.ts';
import type { Reference, ReferenceForm } from '../types.ts';
import type { Stamp } from './stamp.ts';

/** What was read of one file. */
export interface Entry extends FileReferences {
  /** Of its text. */
  readonly hash: string;
}

/**
 * What was read of many files, in columns: numbers and strings that many files share are parsed several times as fast as objects.
 * A text stands once, others point to it.
 */
export interface Columns {
  /** Of each file: its path below the root, the hash of its text, four numbers of its stamp, and where its references end. */
  readonly paths: string[];
  readonly hashes: string[];
  readonly stamps: number[];
  readonly ends: number[];
  /** Of each reference: form, flags, specifier, start, end, names, what a glob leaves out. */
  readonly references: number[];
  readonly texts: string[];
  readonly lists: (readonly string[])[];
  /** Of the few files that have any, by the number of the file. */
  readonly errors: Record<string, readonly SyntaxProblem[]>;
}

const FORMS: readonly ReferenceForm[] = ['import', 'export', 'import-equals', 'dynamic-import', 'require', 'require-resolve', 'import-type', 'declare-module', 'triple-slash', 'jsdoc', 'mock', 'glob', 'url', 'worker'];
const IS_TYPE = 1;
const IS_PREFIX = 2;
const IS_GLOB = 4;
const WIDTH = 7;
const STAMP_WIDTH = 4;
/** No file has it. */
const UNKNOWN = -1;

/** Writes columns, file by file. */
export class ColumnWriter {
  readonly columns: Columns = { paths: [], hashes: [], stamps: [], ends: [], references: [], texts: [], lists: [], errors: {} };
  readonly #texts = new Map<string, number>();
  readonly #lists = new Map<string, number>();

  add(path: string, stamp: Stamp, { hash, references, errors }: Entry): void {
    const { columns } = this;
    if (errors.length > 0) columns.errors[columns.paths.length] = errors;
    columns.paths.push(path);
    columns.hashes.push(hash);
    if (stamp.isYoung) columns.stamps.push(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
    else columns.stamps.push(stamp.mtimeMs, stamp.ctimeMs, stamp.size, stamp.inode);
    for (const reference of references) this.#addReference(reference);
    columns.ends.push(columns.references.length);
  }

  #addReference({ form, kind, specifier, isPrefix, isGlob, except, start, end, names }: Reference): void {
    const flags = (kind === 'type' ? IS_TYPE : 0) | (isPrefix === true ? IS_PREFIX : 0) | (isGlob === true ? IS_GLOB : 0);
    const text = specifier === undefined ? UNKNOWN : placed(specifier, specifier, this.#texts, this.columns.texts);
    this.columns.references.push(FORMS.indexOf(form), flags, text, start, end, this.#list(names), except === undefined ? UNKNOWN : this.#list(except));
  }

  #list(list: readonly string[]): number {
    return placed(JSON.stringify(list), list, this.#lists, this.columns.lists);
  }
}

function placed<T>(key: string, value: T, known: Map<string, number>, column: T[]): number {
  const at = known.get(key);
  if (at !== undefined) return at;
  known.set(key, column.length);
  return column.push(value) - 1;
}

/** Reads columns, file by file as they are asked for. */
export class ColumnReader {
  readonly #columns: Columns;
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(columns: Columns) {
    this.#columns = columns;
    this.#numbers = new Map(columns.paths.map((path, i) => [path, i]));
  }

  /** Whether a file is as it was when it was read. */
  isUnchanged(path: string, { mtimeMs, ctimeMs, size, inode }: Stamp): boolean {
    const { stamps } = this.#columns;
    const at = (this.#numbers.get(path) ?? UNKNOWN) * STAMP_WIDTH;
    return at >= 0 && stamps[at] === mtimeMs && stamps[at + 1] === ctimeMs && stamps[at + 2] === size && stamps[at + 3] === inode;
  }

  /** The hash of its text when it was read. */
  hashOf(path: string): string | undefined {
    return this.#columns.hashes[this.#numbers.get(path) ?? UNKNOWN];
  }

  entry(path: string): Entry | undefined {
    const number = this.#numbers.get(path);
    const { hashes, ends, errors } = this.#columns;
    const hash = number === undefined ? undefined : hashes[number];
    if (number === undefined || hash === undefined) return undefined;
    const references: Reference[] = [];
    for (let at = ends[number - 1] ?? 0; at < (ends[number] ?? 0); at += WIDTH) references.push(this.#reference(at));
    return { hash, references, errors: errors[number] ?? [] };
  }

  #reference(at: number): Reference {
    const { references, texts, lists } = this.#columns;
    const number = (offset: number): number => references[at + offset] ?? UNKNOWN;
    const flags = number(1);
    const except = lists[number(6)];
    return {
      form: FORMS[number(0)] ?? 'import',
      kind: (flags & IS_TYPE) === 0 ? 'value' : 'type',
      specifier: texts[number(2)],
      ...((flags & IS_PREFIX) !== 0 && { isPrefix: true }),
      ...((flags & IS_GLOB) !== 0 && { isGlob: true }),
      ...(except !== undefined && { except }),
      start: number(3),
      end: number(4),
      names: lists[number(5)] ?? [],
    };
  }
}
