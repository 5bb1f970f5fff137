import { existsSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { folderOf, toSlashes } from './paths.ts';

/** The folder of the repository that holds a path, or `undefined` where there is none. */
export function repositoryOf(path: string): string | undefined {
  for (let folder = path; ; folder = folderOf(folder)) {
    if (existsSync(`${folder}/.git`)) return folder;
    if (folder === folderOf(folder)) return undefined;
  }
}

/** Where a repository keeps the patterns that are nobody else's. In a linked work tree `.git` is a file that points elsewhere. */
export function privateIgnoreFile(repository: string): string {
  const dotGit = `${repository}/.git`;
  try {
    if (statSync(dotGit).isDirectory()) return `${dotGit}/info/exclude`;
    const gitFolder = rooted(repository, /^gitdir:\s*(.+?)\s*$/m.exec(readFileSync(dotGit, 'utf8'))?.[1] ?? '');
    const common = `${gitFolder}/commondir`;
    return `${existsSync(common) ? rooted(gitFolder, readFileSync(common, 'utf8').trim()) : gitFolder}/info/exclude`;
  } catch {
    return `${dotGit}/info/exclude`;
  }
}

function rooted(folder: string, path: string): string {
  return toSlashes(isAbsolute(path) ? path : join(folder, path));
}
