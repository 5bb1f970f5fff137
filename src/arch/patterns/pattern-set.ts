import { ANY_DEPTH, hasMagic, isNegative, literalPath, pathsOf, type Path, type Segment } from './segments.ts';

/** One pattern as it was written, with what the reader of its matches wants to know. */
export interface PatternSource<T> {
  readonly pattern: string;
  readonly data: T;
  /** The pattern is about files alone: a folder of that name is not claimed. */
  readonly filesOnly?: boolean;
  /** `packages/**` means every folder below, each for itself, and not one claim on all of it. */
  readonly eachFolder?: boolean;
}

/** A pattern that claims a path. */
export interface Claim<T> {
  readonly pattern: string;
  readonly data: T;
  readonly isLiteral: boolean;
}

interface Compiled<T> {
  readonly claim: Claim<T>;
  readonly path: Path;
  readonly filesOnly: boolean;
  readonly negative: boolean;
}

interface Position<T> {
  readonly of: Compiled<T>;
  /** How many segments are behind. */
  readonly at: number;
}

/** What is known of a folder: how far each pattern has come, and what claims it. */
export interface State<T> {
  readonly positions: readonly Position<T>[];
  /** Patterns that claim this very folder, with all that is in it. */
  readonly claims: readonly Claim<T>[];
  /** A `!` pattern takes the folder out. */
  readonly isExcluded: boolean;
}

/**
 * Patterns as one machine that walks down a path a name at a time, so that what is common to the files of a folder is
 * worked out once. `folder/**` and `folder` claim the same: the folder and all that is in it. A pattern with `!` in
 * front takes out what the others claim.
 */
export class PatternSet<T> {
  readonly start: State<T>;

  /** @param exists whether a path is there as it is written: then brackets in it are no wildcard */
  constructor(sources: readonly PatternSource<T>[], exists?: (path: string) => boolean) {
    const compiled: Compiled<T>[] = [];
    for (const { pattern, data, filesOnly = false, eachFolder = false } of sources) {
      const negative = isNegative(pattern);
      const text = negative ? pattern.slice(1) : pattern;
      const paths = hasMagic(text) && exists?.(text) === true ? [literalPath(text)] : pathsOf(text);
      for (const one of paths) {
        const path = eachFolder ? one : withoutTail(one);
        compiled.push({ claim: { pattern, data, isLiteral: path.isLiteral }, path, filesOnly, negative });
      }
    }
    this.start = settled(compiled.map((of) => ({ of, at: 0 })), false);
  }

  /** One folder further down. */
  step(state: State<T>, name: string): State<T> {
    if (state.positions.length === 0 && !state.isExcluded) return EMPTY;
    return settled(moved(state, name), state.isExcluded);
  }

  /** The patterns that claim a file of a folder by its own name. */
  file(state: State<T>, name: string): readonly Claim<T>[] {
    if (state.isExcluded) return NONE;
    let ends: Compiled<T>[] | undefined;
    for (const { of, at } of state.positions) {
      const { segments } = of.path;
      // A `**` at the end takes in the file itself.
      if (at !== segments.length - 1 || !matchesName(segments[at], name) || ends?.includes(of)) continue;
      ends = ends === undefined ? [of] : [...ends, of];
    }
    if (ends === undefined || ends.some(({ negative }) => negative)) return NONE;
    return ends.map(({ claim }) => claim);
  }
}

const NONE: readonly never[] = [];

function matchesName(segment: Segment | undefined, name: string): boolean {
  if (segment === undefined) return false;
  if (segment === ANY_DEPTH) return true;
  return typeof segment === 'string' ? segment === name : segment.test(name);
}

const EMPTY: State<never> = { positions: [], claims: [], isExcluded: false };

/** `contracts/**` claims what `contracts` does. */
function withoutTail(path: Path): Path {
  const { segments } = path;
  if (segments.length < 2 || segments.at(-1) !== ANY_DEPTH) return path;
  const rest = segments.slice(0, -1);
  return { segments: rest, isLiteral: rest.every((segment) => typeof segment === 'string') };
}

function moved<T>(state: State<T>, name: string): Position<T>[] {
  const next: Position<T>[] = [];
  for (const { of, at } of state.positions) {
    const segment = of.path.segments[at];
    if (segment === undefined) continue;
    if (segment === ANY_DEPTH) add(next, of, at);
    else if (matchesName(segment, name)) add(next, of, at + 1);
  }
  return closed(next);
}

/** `**` may also stand for nothing: the position behind it is open too. */
function closed<T>(positions: Position<T>[]): Position<T>[] {
  for (let i = 0; i < positions.length; i += 1) {
    const { of, at } = positions[i] as Position<T>;
    if (of.path.segments[at] === ANY_DEPTH) add(positions, of, at + 1);
  }
  return positions;
}

function add<T>(positions: Position<T>[], of: Compiled<T>, at: number): void {
  if (!positions.some((other) => other.of === of && other.at === at)) positions.push({ of, at });
}

function isAtEnd<T>({ of, at }: Position<T>): boolean {
  return at === of.path.segments.length;
}

function settled<T>(positions: Position<T>[], wasExcluded: boolean): State<T> {
  const all = closed(positions);
  const ends = all.filter((position) => isAtEnd(position) && !position.of.filesOnly);
  const isExcluded = wasExcluded || ends.some(({ of }) => of.negative);
  return { positions: all, claims: isExcluded ? [] : ends.map(({ of }) => of.claim), isExcluded };
}
