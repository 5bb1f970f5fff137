import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { relativeTo } from '../files/paths.ts';
import type { FileReferences } from '../references/index.ts';
import { ColumnReader, ColumnWriter } from './columns.ts';
import { isOwn, locationOf, makeFolder, type Location } from './location.ts';
import { hashOf, sealed, unsealed } from './sealed.ts';
import { stampOf, type Stamp } from './stamp.ts';
import { readerVersion } from './version.ts';

/** So small a project is read in no time, and leaves nothing in a folder that is not its own. */
const FEWEST_FILES_ELSEWHERE = 200;

/** Writing costs more than to read a hundredth of the files again. */
const FEWEST_CHANGES = 0.01;

/** What an earlier run read of the files of a project, and what this one reads. Without disk, but for the stamps of files. */
export class Readings {
  readonly #root: string;
  readonly #earlier: ColumnReader | undefined;
  readonly #now: () => number;
  readonly #writer = new ColumnWriter();
  readonly #kept: { readonly path: string; readonly stamp: Stamp }[] = [];

  /**
   * @param root absolute
   * @param earlier what an earlier run read, if it is known
   * @param now the clock, in milliseconds
   */
  constructor(root: string, earlier: ColumnReader | undefined, now: () => number = Date.now) {
    this.#root = root;
    this.#earlier = earlier;
    this.#now = now;
  }

  /** The stamp of a file, to be taken before its text is read. */
  stampOf(path: string): Stamp | undefined {
    return stampOf(path, this.#now());
  }

  /** What was read of a file that is as it was, by its stamp. */
  unchanged(path: string, stamp: Stamp): FileReferences | undefined {
    const inside = relativeTo(this.#root, path);
    if (inside === undefined || this.#earlier?.isUnchanged(inside, stamp) !== true) return undefined;
    this.#kept.push({ path: inside, stamp });
    return this.#earlier.entry(inside);
  }

  /** What was read of a file that says what it said, whenever it was written: a fresh clone is as old as its checkout. */
  sameText(path: string, text: string, stamp: Stamp): FileReferences | undefined {
    const inside = relativeTo(this.#root, path);
    const hash = inside === undefined ? undefined : this.#earlier?.hashOf(inside);
    if (inside === undefined || hash === undefined || hash !== hashOf(text)) return undefined;
    const entry = this.#earlier?.entry(inside);
    if (entry !== undefined) this.#writer.add(inside, stamp, entry);
    return entry;
  }

  /** Takes note of what was read of a file. */
  add(path: string, text: string, stamp: Stamp, read: FileReferences): void {
    const inside = relativeTo(this.#root, path);
    if (inside !== undefined) this.#writer.add(inside, stamp, { ...read, hash: hashOf(text) });
  }

  /** Everything that was read, as the next run wants it; `undefined` where that is hardly more than the earlier run left. */
  toKeep(version: string): string | undefined {
    const changed = this.#writer.columns.paths.length;
    if (changed === 0 || changed < this.#kept.length * FEWEST_CHANGES) return undefined;
    for (const { path, stamp } of this.#kept) {
      const entry = this.#earlier?.entry(path);
      if (entry !== undefined) this.#writer.add(path, stamp, entry);
    }
    return sealed(this.#writer.columns, version);
  }
}

/** The readings of one project, on disk. */
export interface OpenReadings {
  readonly readings: Readings;
  /** Writes them where the next run looks. Where that cannot be, there is no cache. */
  save(files: number): void;
}

/**
 * What an earlier run of the command left of a project; `undefined` where there cannot be a cache.
 * @param root absolute
 */
export function openReadings(root: string): OpenReadings | undefined {
  try {
    return readingsIn(root, readerVersion());
  } catch {
    return undefined;
  }
}

function readingsIn(root: string, version: string): OpenReadings {
  const location = locationOf(root);
  const readings = new Readings(root, earlierAt(location, version));
  return {
    readings,
    save(files) {
      const isWorthIt = !location.isShared || files >= FEWEST_FILES_ELSEWHERE;
      const text = isWorthIt ? readings.toKeep(version) : undefined;
      if (text !== undefined) write(location, text);
    },
  };
}

function earlierAt(location: Location, version: string): ColumnReader | undefined {
  try {
    const columns = isOwn(location) ? unsealed(readFileSync(location.file, 'utf8'), version) : undefined;
    return columns && new ColumnReader(columns);
  } catch {
    return undefined;
  }
}

/** Whoever looks finds all of the old text or all of the new one. What a power cut leaves of it is told by its seal. */
function write(location: Location, text: string): void {
  const temporary = `${location.file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    makeFolder(location);
    if (!isOwn(location)) return;
    writeFileSync(temporary, text, { flag: 'wx' });
    renameSync(temporary, location.file);
  } catch {
    takeAway(temporary);
  }
}

/** Where nothing could be written, nothing is there, or what stands there is none of ours. */
function takeAway(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A folder that is a file, or one that nobody may write to.
  }
}
