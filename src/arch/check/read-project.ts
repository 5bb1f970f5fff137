import { readFileSync } from 'node:fs';
import { walk, type Walked } from '../files/walk.ts';
import { judgeReference, type Court, type Judged } from '../law/references.ts';
import { readFileReferences, type SyntaxProblem } from '../references/index.ts';
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

const PROGRESS_STEP = 100;

/**
 * Reads every file of a project and judges every reference.
 * @param visit is given each file once, in the order of paths; nothing of it is kept
 */
export function readProject(state: State, court: Court, visit: (file: ReadFile) => void, onProgress?: (done: number, total: number) => void): ReadProject {
  const walked = walk(state.tree);
  const unreadable: UnreadableFile[] = [];
  walked.files.forEach((path, i) => {
    if (onProgress !== undefined && i % PROGRESS_STEP === 0) onProgress(i, walked.files.length);
    const read = textOf(path);
    if (typeof read === 'object') unreadable.push({ path, code: read.code });
    else visit(readOne(state, court, path, read));
  });
  onProgress?.(walked.files.length, walked.files.length);
  return { walked, unreadable };
}

function readOne(state: State, court: Court, path: string, text: string): ReadFile {
  const place = court.model.places.of(path);
  // Also where the file refers to nothing: a tsconfig that is broken is so for every file it rules.
  state.resolver.configOf(path);
  const { references, errors } = readFileReferences(path, text);
  const judged = references.map((reference) => ({ reference, judged: judgeReference(court, { path, place }, reference) }));
  return { path, text, place, references: judged, errors };
}

function textOf(path: string): string | { readonly code: string } {
  try {
    const text = readFileSync(path, 'utf8');
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  } catch (error) {
    return { code: (error as NodeJS.ErrnoException).code ?? 'unknown' };
  }
}
