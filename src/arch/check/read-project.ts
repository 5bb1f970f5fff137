import { readFileSync } from 'node:fs';
import { walk, type Walked } from '../files/walk.ts';
import { judgeReference, type Court, type Judged } from '../law/references.ts';
import { readFilesReferences, type FileReferences, type SyntaxProblem } from '../references/index.ts';
import type { State } from '../state.ts';
import type { Place, Reference } from '../types.ts';

/** One file, read. */
export interface ReadFile {
  /** Absolute and real. */
  readonly path: string;
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
 * Reads every file of a project and judges every reference.
 * @param visit is given each file once, in the order of the walk; nothing of it is kept
 */
export function readProject(state: State, court: Court, visit: (file: ReadFile) => void, onProgress?: (done: number, total: number) => void): ReadProject {
  const walked = walk(state.tree);
  const unreadable: UnreadableFile[] = [];
  for (let start = 0; start < walked.files.length; start += BATCH) {
    onProgress?.(start, walked.files.length);
    const sources: { path: string; text: string }[] = [];
    for (const path of walked.files.slice(start, start + BATCH)) {
      const read = textOf(path);
      if (typeof read === 'object') unreadable.push({ path, code: read.code });
      else sources.push({ path, text: read });
    }
    const found = readFilesReferences(sources);
    sources.forEach(({ path, text }, i) => {
      const read = found[i];
      if (read !== undefined) visit(judged(state, court, path, text, read));
    });
  }
  onProgress?.(walked.files.length, walked.files.length);
  return { walked, unreadable };
}

function judged(state: State, court: Court, path: string, text: string, { references, errors }: FileReferences): ReadFile {
  const place = court.model.places.of(path);
  // Also where the file refers to nothing: a tsconfig that is broken is so for every file it rules.
  state.resolver.configOf(path);
  return { path, text, place, references: references.map((reference) => ({ reference, judged: judgeReference(court, { path, place }, reference) })), errors };
}

function textOf(path: string): string | { readonly code: string } {
  try {
    const text = readFileSync(path, 'utf8');
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  } catch (error) {
    return { code: (error as NodeJS.ErrnoException).code ?? 'unknown' };
  }
}
