import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { currentPath, type Renames } from '../../arch/index.ts';
import type { Repository } from './repository.ts';

/** A file that was renamed more often is followed no further. */
const MOST_RENAMES = 20;

const DIFF = ['diff', '--no-ext-diff', '--find-renames', '--diff-filter=R', '--name-status', '-z', '--ignore-submodules=all'];

/**
 * Files that were renamed between a commit and what is on disk now, be it committed, staged or just moved. Paths are
 * relative to the folder that the repository was opened from.
 */
export function renamesSince(repository: Repository, commit: string): Renames {
  return inside(repository.prefix, onDisk(repository, commit));
}

/** Where files have gone that are not on disk any more, as git tells it. Paths are relative to the folder that the repository was opened from. */
export function renamesOf(repository: Repository, gone: Iterable<string>): Renames {
  const { prefix } = repository;
  const uncommitted = onDisk(repository, 'HEAD');
  const commits = new Map<string, Renames>();
  const found = new Map<string, string>();
  for (const path of gone) {
    let current = prefix + path;
    for (let i = 0; i < MOST_RENAMES; i += 1) {
      const next = nextPath(current, uncommitted, commits, repository);
      if (next === current) break;
      current = next;
    }
    found.set(prefix + path, current);
  }
  return inside(prefix, found);
}

function nextPath(path: string, uncommitted: Renames, commits: Map<string, Renames>, repository: Repository): string {
  const next = currentPath(path, uncommitted);
  if (next !== path) return next;
  for (const known of commits.values()) if (known.has(path)) return currentPath(path, known);
  const commit = repository.ask(['log', '-1', '--format=%H', '--diff-filter=D', '--no-renames', '--', path])?.trim();
  if (!commit) return path;
  const renames = commits.get(commit) ?? renamesIn(repository.ask([...DIFF, `${commit}^1`, commit]));
  commits.set(commit, renames);
  return currentPath(path, renames);
}

function onDisk(repository: Repository, commit: string): Renames {
  const untracked = repository.ask(['ls-files', '--others', '--exclude-standard', '-z'])?.split('\0').filter(isFollowed) ?? [];
  if (untracked.length === 0) return renamesIn(repository.ask([...DIFF, commit]));
  return withIndex(repository, (indexFile) => {
    // Git sees a rename only where it knows both files: the new one is made known in a copy of the index.
    repository.ask(['add', '--intent-to-add', '--pathspec-from-file=-', '--pathspec-file-nul'], { indexFile, input: untracked.join('\0') });
    return renamesIn(repository.ask([...DIFF, commit], { indexFile }));
  });
}

function isFollowed(path: string): boolean {
  return /\.(?:[cm]?[jt]sx?|json|sql|prisma)$/.test(path);
}

function renamesIn(output: string | undefined): Renames {
  const fields = output?.split('\0') ?? [];
  const renames = new Map<string, string>();
  for (let i = 0; i + 2 < fields.length; i += 3) renames.set(fields[i + 1] ?? '', fields[i + 2] ?? '');
  return renames;
}

function withIndex<T>(repository: Repository, use: (indexFile: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'fortress-index-'));
  try {
    const indexFile = join(folder, 'index');
    const own = repository.ask(['rev-parse', '--git-path', 'index'])?.trim();
    if (own !== undefined) copyFileSync(resolve(repository.top, own), indexFile);
    return use(indexFile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Renames inside a folder, with paths relative to it. */
function inside(prefix: string, renames: Renames): Renames {
  const within = new Map<string, string>();
  for (const [old, current] of renames) {
    if (old !== current && old.startsWith(prefix) && current.startsWith(prefix)) within.set(old.slice(prefix.length), current.slice(prefix.length));
  }
  return within;
}
