import { readFileSync } from 'node:fs';
import type { Readings, Stamp } from '../cache/index.ts';
import { readText } from '../files/tree.ts';
import { walk, type Walked } from '../files/walk.ts';
import { judgeReference, type Court, type Judged } from '../law/references.ts';
import { readFilesReferences, type FileReferences, type SyntaxProblem } from '../references/index.ts';
import type { State } from '../state.ts';
import type { Place, Reference } from '../types.ts';

/** One file, read. */
export interface ReadFile {
  /** Absolute and real. */
  readonly path: string;
  /** Of a file that an earlier run read, looked up when it is asked for. */
  readonly text: string;
  readonly place: Place;
  readonly references: readonly { readonly reference: Reference; readonly judged: Judged }[];
  readonly errors: readonly SyntaxProblem[];
}

/** A file that is there but cannot be read. */
export interface UnreadableFile {
  readonly path: string;
  /** The operating system's code: `EACCES`. */
  readonly code: string;
}

/** What was there to read. */
export interface ReadProject {
  readonly walked: Walked;
  readonly unreadable: readonly UnreadableFile[];
}

/** Files are read in batches: the parser takes less time for a dozen or two at once. */
const BATCH = 24;

/**
 * Reads every file of a project and judges every reference. What an earlier run read of a file that has not changed since is
 * not read again.
 * @param visit is given each file once, in the order of the walk; nothing of it is kept
 */
export function readProject(state: State, court: Court, visit: (file: ReadFile) => void, onProgress?: (done: number, total: number) => void): ReadProject {
  const walked = walk(state.tree);
  const unreadable: UnreadableFile[] = [];
  for (let start = 0; start < walked.files.length; start += BATCH) {
    onProgress?.(start, walked.files.length);
    const sources: Source[] = [];
    for (const path of walked.files.slice(start, start + BATCH)) {
      const source = sourceOf(path, state.readings?.readings);
      if ('code' in source) unreadable.push(source);
      else sources.push(source);
    }
    readAll(sources, state.readings?.readings);
    for (const source of sources) visit(judged(state, court, source));
  }
  onProgress?.(walked.files.length, walked.files.length);
  state.readings?.save(walked.files.length);
  return { walked, unreadable };
}

/** A file that is to be read, or that was read by an earlier run. */
interface Source {
  readonly path: string;
  /** `undefined` as long as nobody asked. */
  text: string | undefined;
  readonly stamp: Stamp | undefined;
  read: FileReferences | undefined;
}

function sourceOf(path: string, readings: Readings | undefined): Source | UnreadableFile {
  const stamp = readings?.stampOf(path);
  const unchanged = stamp && readings?.unchanged(path, stamp);
  if (unchanged) return { path, stamp, text: undefined, read: unchanged };
  const text = textOf(path);
  if (typeof text === 'object') return { path, code: text.code };
  return { path, stamp, text, read: stamp && readings?.sameText(path, text, stamp) };
}

function readAll(sources: readonly Source[], readings: Readings | undefined): void {
  const unread = sources.filter(({ read }) => read === undefined);
  const found = readFilesReferences(unread.map(({ path, text = '' }) => ({ path, text })));
  unread.forEach((source, i) => {
    source.read = found[i];
    if (source.stamp && source.read) readings?.add(source.path, source.text ?? '', source.stamp, source.read);
  });
}

function judged(state: State, court: Court, source: Source): ReadFile {
  const { path, read } = source;
  const place = court.model.places.of(path);
  // Also where the file refers to nothing: a tsconfig that is broken is so for every file it rules.
  state.resolver.configOf(path);
  return {
    path,
    get text() {
      return (source.text ??= readText(path) ?? '');
    },
    place,
    references: (read?.references ?? []).map((reference) => ({ reference, judged: judgeReference(court, { path, place }, reference) })),
    errors: read?.errors ?? [],
  };
}

function textOf(path: string): string | { readonly code: string } {
  try {
    const text = readFileSync(path, 'utf8');
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  } catch (error) {
    return { code: (error as NodeJS.ErrnoException).code ?? 'unknown' };
  }
}
