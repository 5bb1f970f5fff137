import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { FortressError } from '../error.ts';
import { parseBaseline } from './format.ts';
import type { Baseline, ListedEntry } from './types.ts';
import { codeOf, writeWhole } from './write-whole.ts';

/**
 * Reads a baseline.
 * @param folder absolute
 * @param shown what messages call the folder
 * @returns `undefined` where there is no such folder
 * @throws FortressError where it cannot be read; ConfigurationError where a file in it is no baseline
 */
export function readBaseline(folder: string, shown: string): Baseline | undefined {
  const names = namesIn(folder, shown)?.filter((name) => name.endsWith('.json') && !name.startsWith('.'));
  if (names === undefined) return undefined;
  const entries: ListedEntry[] = [];
  for (const name of names) entries.push(...parseBaseline(textOf(`${folder}/${name}`, `${shown}/${name}`), `${shown}/${name}`));
  return { folder, entries, fileNames: names };
}

/**
 * Makes a folder hold exactly these baseline files. Each is replaced as a whole, or not at all; files that are right already are not touched.
 * @param previous what the folder held when it was read
 * @param files text by name
 */
export function writeBaseline(folder: string, shown: string, previous: Baseline | undefined, files: ReadonlyMap<string, string>): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of files) if (!holds(`${folder}/${name}`, text)) writeWhole(`${folder}/${name}`, text);
    for (const name of previous?.fileNames ?? []) if (!isAmong(name, files)) rmSync(`${folder}/${name}`, { force: true });
  } catch (error) {
    throw new FortressError(`The baseline \`${shown}\` cannot be written (${codeOf(error)}).`, 'Make the folder writable, or name another one with `--baseline`.');
  }
}

function namesIn(folder: string, shown: string): string[] | undefined {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    if (codeOf(error) !== 'ENOTDIR') throw new FortressError(`The baseline \`${shown}\` cannot be read (${codeOf(error)}).`, 'Make the folder readable.');
    throw new FortressError(`The baseline \`${shown}\` is a file, but a baseline is a folder with one file for each module.`, 'Name the folder with `--baseline`.');
  }
}

function textOf(path: string, shown: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new FortressError(`\`${shown}\` cannot be read (${codeOf(error)}).`, 'Make it a readable file.');
  }
}

/** Git may have written the line ends of Windows: the same lines are the same file. */
function holds(path: string, text: string): boolean {
  try {
    return readFileSync(path, 'utf8').replaceAll('\r\n', '\n') === text;
  } catch {
    return false;
  }
}

/** On a file system that takes no notice of case, a file that was just written must not be taken for an old one. */
function isAmong(name: string, files: ReadonlyMap<string, string>): boolean {
  for (const other of files.keys()) if (other.toLowerCase() === name.toLowerCase()) return true;
  return false;
}
