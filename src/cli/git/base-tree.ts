import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Repository } from './repository.ts';

/** The files of a commit, laid out in a folder of their own, for as long as they are needed. */
export interface BaseTree {
  /** What stands for the top of the repository; absolute and real. */
  readonly top: string;
  remove(): void;
}

/** What a check reads. Of every other file it only asks whether it is there. */
const READ = /(?:\.[cm]?[jt]sx?|\.json|\.ya?ml|\.prisma|\.sql|(?:^|\/)\.gitignore)$/;
const LARGEST = 2 ** 20;
const BLOBS_AT_ONCE = 2_000;

interface Listed {
  readonly mode: string;
  readonly oid: string;
  readonly size: number;
  readonly path: string;
}

/**
 * Lays out a commit beside the work tree, which is not touched. Packages are those that are installed now; those of the
 * repository itself lead into the laid out tree.
 * @throws UsageError where git cannot give it
 */
export function layOut(repository: Repository, commit: string): BaseTree {
  const top = realpathSync.native(mkdtempSync(join(tmpdir(), 'fortress-since-')));
  const remove = (): void => {
    process.off('exit', remove);
    rmSync(top, { recursive: true, force: true });
  };
  process.on('exit', remove);
  try {
    const files = listed(repository, commit);
    mkdirSync(join(top, '.git'));
    const folders = new Set<string>();
    for (const { path } of files) folders.add(dirname(path));
    for (const folder of folders) mkdirSync(join(top, folder), { recursive: true });
    writeContents(repository, files, top);
    for (const { path } of files) if (path === 'package.json' || path.endsWith('/package.json')) linkPackages(repository.top, top, dirname(path));
  } catch (error) {
    remove();
    throw error;
  }
  return { top, remove };
}

function listed(repository: Repository, commit: string): readonly Listed[] {
  const output = repository.run(['ls-tree', '-r', '-l', '-z', '--full-tree', commit]).toString('utf8');
  const files: Listed[] = [];
  for (const line of output.split('\0')) {
    const [, mode, type, oid, size, path] = /^(\d+) (\w+) (\w+) +(-|\d+)\t(.*)$/s.exec(line) ?? [];
    if (type === 'blob' && mode !== undefined && oid !== undefined && path !== undefined) files.push({ mode, oid, size: Number(size), path });
  }
  return files;
}

const isLink = ({ mode }: Listed): boolean => mode === '120000';
const isRead = (file: Listed): boolean => isLink(file) || (READ.test(file.path) && (file.size <= LARGEST || !file.path.endsWith('.json')));

function writeContents(repository: Repository, files: readonly Listed[], top: string): void {
  const read = files.filter(isRead);
  for (const file of files) if (!isRead(file)) writeFileSync(join(top, file.path), '');
  for (let i = 0; i < read.length; i += BLOBS_AT_ONCE) {
    const chunk = read.slice(i, i + BLOBS_AT_ONCE);
    let rest = repository.run(['cat-file', '--batch'], { input: chunk.map(({ oid }) => `${oid}\n`).join('') });
    for (const file of chunk) {
      const headEnd = rest.indexOf(0x0a);
      const size = Number(rest.subarray(0, headEnd).toString('utf8').split(' ')[2]);
      const content = rest.subarray(headEnd + 1, headEnd + 1 + size);
      rest = rest.subarray(headEnd + 1 + size + 1);
      if (isLink(file)) symlinkSync(content.toString('utf8'), join(top, file.path));
      else writeFileSync(join(top, file.path), content);
    }
  }
}

/** Gives a folder of the laid out tree the packages that are installed for it now. */
function linkPackages(workTree: string, top: string, folder: string): void {
  const installed = join(workTree, folder, 'node_modules');
  if (kindOf(installed) !== 'folder') return;
  linkEntries(installed, join(top, folder, 'node_modules'), workTree, top);
}

function linkEntries(from: string, to: string, workTree: string, top: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const path = join(from, name);
    if (name.startsWith('@') && kindOf(path) === 'folder') linkEntries(path, join(to, name), workTree, top);
    else linkOne(kindOf(path) === 'link' ? targetOf(path, workTree, top) : path, join(to, name));
  }
}

function linkOne(target: string, path: string): void {
  try {
    symlinkSync(target, path, 'junction');
  } catch {
    // Two names that a file system takes for one, or a link that it does not allow: what is missing is not resolved, as if it were not installed.
  }
}

/** A link into the repository leads to the laid out tree; any other leads where it led. */
function targetOf(link: string, workTree: string, top: string): string {
  const target = resolve(dirname(link), readlinkSync(link));
  const inside = relative(workTree, target);
  const isOwn = inside !== '' && !inside.startsWith('..') && !inside.split(sep).includes('node_modules');
  return isOwn ? join(top, inside) : target;
}

function kindOf(path: string): 'file' | 'folder' | 'link' | 'nothing' {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 'nothing';
  return stats.isSymbolicLink() ? 'link' : stats.isDirectory() ? 'folder' : 'file';
}
