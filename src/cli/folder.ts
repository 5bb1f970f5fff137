import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from './usage-error.ts';

/**
 * The folder of the project that a user named; the working directory, where none was.
 * @param ofFile what to do, where a file was named
 * @returns absolute and real
 * @throws UsageError where it is no folder
 */
export function projectFolder(path: string | undefined, cwd: string, ofFile: (shown: string) => string): string {
  const root = resolve(cwd, path ?? '.');
  const shown = path ?? '.';
  const stats = statsOf(root);
  if (stats === undefined) throw new UsageError(`\`${shown}\` is not there.`, 'Name the folder of a project, or leave it out to take the working directory.');
  if (stats.isDirectory()) return realpathSync.native(root);
  throw new UsageError(`\`${shown}\` is a file, but the folder of a project is wanted.`, ofFile(shown));
}

/**
 * Where a user wants to have something written.
 * @returns absolute
 * @throws UsageError where a folder is
 */
export function outputFile(path: string | undefined, cwd: string): string | undefined {
  if (path === undefined) return undefined;
  const file = resolve(cwd, path);
  if (statsOf(file)?.isDirectory()) throw new UsageError('`--output` names a folder.', 'Name the file that is to be written.');
  return file;
}

/** What stands at a path; `undefined` where nothing does. */
export function statsOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
