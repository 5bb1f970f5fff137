import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAME = 'eslint-plugin-fortress';

/** Where the cache of a project is. */
export interface Location {
  readonly folder: string;
  readonly file: string;
  /** Whether others may write in the folder above. */
  readonly isShared: boolean;
}

/** In `node_modules` of the root; where there is none, in the system's folder for what is temporary. */
export function locationOf(root: string): Location {
  const packages = `${root}/node_modules`;
  if (statSync(packages, { throwIfNoEntry: false })?.isDirectory() === true) {
    const folder = `${packages}/.cache/${NAME}`;
    return { folder, file: `${folder}/references`, isShared: false };
  }
  const folder = join(tmpdir(), `${NAME}-${process.getuid?.() ?? 'cache'}`);
  return { folder, file: join(folder, createHash('sha1').update(root).digest('hex')), isShared: true };
}

/** Whether nobody else could have written what is in the folder. */
export function isOwn({ folder, isShared }: Location): boolean {
  if (!isShared || process.getuid === undefined) return true;
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  return stats?.isDirectory() === true && stats.uid === process.getuid() && (stats.mode & 0o022) === 0;
}

/**
 * Makes the folder.
 * @throws the error of the operating system
 */
export function makeFolder({ folder, isShared }: Location): void {
  mkdirSync(folder, { recursive: true, ...(isShared && { mode: 0o700 }) });
}
