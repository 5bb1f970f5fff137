import { join, relative, resolve } from 'node:path';
import { existsSync, realpathSync } from 'node:fs';
import {
  currentPath,
  fingerprintOf,
  identityOf,
  openProject,
  ratcheted,
  readBaseline,
  uselessEntry,
  type Diagnostic,
  type Finding,
  type ListedEntry,
  type Project,
  type ProjectGraph,
  type Renames,
} from '../../arch/index.ts';
import { layOut, type BaseTree } from '../git/base-tree.ts';
import { renamesSince } from '../git/renames.ts';
import { openRepository, type Repository } from '../git/repository.ts';
import { UsageError } from '../usage-error.ts';
import type { CheckWishes } from './options.ts';
import { withTables } from './tables.ts';

/** Where a branch left another. */
export interface BranchPoint {
  readonly repository: Repository;
  /** The last commit that both have. */
  readonly commit: string;
  /** The other branch, as it was named. */
  readonly revision: string;
}

/**
 * The commit at which the current branch left a revision.
 * @throws UsageError where there is no repository, no such revision, or no common commit
 */
export function branchPoint(root: string, revision: string, env: NodeJS.ProcessEnv): BranchPoint {
  const repository = openRepository(root, env);
  if (repository === undefined) throw new UsageError('`--since` asks git, but the project is in no repository that git can read.', 'Leave out `--since`, or run it in a clone with git installed.');
  const tip = repository.ask(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])?.trim();
  const fetch = 'Fetch it first (`git fetch origin`; in CI check out all of the history: `fetch-depth: 0`).';
  if (!tip) throw new UsageError(`Git knows no revision \`${revision}\`.`, fetch);
  const commit = repository.ask(['merge-base', 'HEAD', tip])?.trim();
  if (!commit) throw new UsageError(`The branch and \`${revision}\` have no commit in common.`, repository.isShallow() ? fetch : 'Name a revision that the branch comes from.');
  return { repository, commit, revision };
}

/**
 * The findings that were not there at the branch point: what a check says now, less what it said then. All of the project
 * is looked at both times, so a finding in an old file counts too where the branch is its cause.
 */
export async function broughtSince(point: BranchPoint, findings: readonly Finding[], wishes: CheckWishes): Promise<{ readonly findings: readonly Finding[]; readonly diagnostics: readonly Diagnostic[] }> {
  if (findings.length === 0) return { findings, diagnostics: [] };
  const { repository, commit, revision } = point;
  const tree = layOut(repository, commit);
  try {
    const before = await checkThen(tree, repository, wishes);
    return { findings: difference(findings, before, renamesSince(repository, commit)), diagnostics: [] };
  } catch (error) {
    if (!(error instanceof Error) || !('next' in error)) throw error;
    const message = `At \`${revision}\` the project could not be checked, so every finding counts as new: ${error.message.replaceAll(`${tree.top}/`, '')}`;
    return { findings, diagnostics: [{ message, next: 'Nothing is to be done where the branch mends it.' }] };
  } finally {
    tree.remove();
  }
}

/**
 * The graph at the branch point; one of nothing, where none could be read then.
 */
export function graphAt({ repository, commit, revision }: BranchPoint, wishes: ProjectWishes): { readonly graph: ProjectGraph; readonly diagnostics: readonly Diagnostic[] } {
  const tree = layOut(repository, commit);
  try {
    return { graph: projectThen(tree, repository, wishes).graph(), diagnostics: [] };
  } catch (error) {
    if (!(error instanceof Error) || !('next' in error)) throw error;
    const message = `At \`${revision}\` there was no graph, so everything counts as new: ${error.message.replaceAll(`${tree.top}/`, '')}`;
    return { graph: { name: '', modules: [], files: [], references: [], cycles: [] }, diagnostics: [{ message, next: 'Nothing is to be done where the branch mends it.' }] };
  } finally {
    tree.remove();
  }
}

/** Which project. */
type ProjectWishes = Pick<CheckWishes, 'root' | 'configFile'>;

function projectThen(tree: BaseTree, repository: Repository, { root, configFile }: ProjectWishes): Project {
  const then = (path: string): string => inTree(tree, repository, path);
  const named = configFile === undefined ? undefined : resolve(configFile);
  const config = named === undefined ? undefined : existsSync(then(named)) ? then(named) : named;
  return openProject({ root: then(root), ...(config !== undefined && { configFile: config }) });
}

async function checkThen(tree: BaseTree, repository: Repository, wishes: CheckWishes): Promise<readonly Finding[]> {
  const { baseline } = wishes;
  const then = (path: string): string => inTree(tree, repository, path);
  const project = projectThen(tree, repository, wishes);
  const entries = listedThen(then(baseline.folder), baseline.shown);
  const { findings, unused } = ratcheted((await withTables(project, project.check())).findings, entries);
  return [...findings, ...unused.map((entry) => uselessEntry(entry, ''))];
}

/** The baseline at the branch point. One that could not be read tolerated nothing. */
function listedThen(folder: string, shown: string): readonly ListedEntry[] {
  try {
    return readBaseline(folder, shown)?.entries ?? [];
  } catch {
    return [];
  }
}

function inTree({ top }: BaseTree, repository: Repository, path: string): string {
  const inside = relative(realpathSync.native(repository.top), existsSync(path) ? realpathSync.native(path) : path);
  return inside.startsWith('..') ? path : join(top, inside);
}

/** What is there now and was not then. What was tolerated then and is not now counts as new. */
function difference(now: readonly Finding[], then: readonly Finding[], renames: Renames): readonly Finding[] {
  const known = new Map<string, number>();
  const add = (key: string, count: number): number => {
    const sum = (known.get(key) ?? 0) + count;
    known.set(key, sum);
    return sum;
  };
  for (const finding of then) add(`${finding.status} ${fingerprintThen(finding, renames)}`, 1);
  return now.filter((finding) => {
    const { status } = finding;
    const fingerprint = fingerprintOf(identityOf(finding));
    const was = status === 'new' || (known.get(`baselined ${fingerprint}`) ?? 0) <= 0 ? 'new' : 'baselined';
    return add(`${was} ${fingerprint}`, -1) < 0;
  });
}

/** A finding's fingerprint, had its files then been called what they are called now. */
function fingerprintThen(finding: Finding, renames: Renames): string {
  const identity = identityOf(finding);
  return fingerprintOf({ ...identity, from: currentPath(identity.from, renames), to: currentPath(identity.to, renames) });
}
