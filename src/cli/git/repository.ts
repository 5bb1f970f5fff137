import { spawnSync } from 'node:child_process';
import { UsageError } from '../usage-error.ts';

/** A repository, seen from a folder in its work tree. */
export interface Repository {
  /** Absolute folder of the work tree. */
  readonly top: string;
  /** The folder, relative to `top`, with a slash at the end; empty at the top. */
  readonly prefix: string;
  /**
   * Runs git at the top of the work tree.
   * @returns what it prints
   * @throws UsageError that says what git said
   */
  run(args: readonly string[], options?: RunOptions): Buffer;
  /** As `run`, but `undefined` where git ends with an error. */
  ask(args: readonly string[], options?: RunOptions): string | undefined;
  /** Whether its history is cut off. */
  isShallow(): boolean;
}

/** How git is run. */
export interface RunOptions {
  readonly input?: string | Buffer;
  /** An index other than the repository's own. */
  readonly indexFile?: string;
}

/** Variables that a hook sets for git's own use: the repository is the one that holds the folder, whoever calls. */
const LOCAL = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_COMMON_DIR', 'GIT_NAMESPACE', 'GIT_CEILING_DIRECTORIES', 'GIT_EXTERNAL_DIFF'];

const MOST_OUTPUT = 2 ** 30;

/**
 * The repository whose work tree holds a folder; `undefined` where there is none, or no git.
 * @param folder absolute
 */
export function openRepository(folder: string, env: NodeJS.ProcessEnv): Repository | undefined {
  const base = { ...env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_LITERAL_PATHSPECS: '1' };
  for (const name of LOCAL) delete (base as NodeJS.ProcessEnv)[name];
  const git = (args: readonly string[], { input, indexFile, cwd = folder }: RunOptions & { readonly cwd?: string } = {}) =>
    spawnSync('git', ['-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false', ...args], {
      cwd,
      env: indexFile === undefined ? base : { ...base, GIT_INDEX_FILE: indexFile },
      maxBuffer: MOST_OUTPUT,
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
      ...(input !== undefined && { input }),
    });
  const found = git(['rev-parse', '--show-toplevel', '--show-prefix']);
  if (found.status !== 0) return undefined;
  const [top = '', prefix = ''] = found.stdout.toString('utf8').split('\n');
  return {
    top,
    prefix,
    run(args, options) {
      const { status, stdout, stderr, error } = git(args, { ...options, cwd: top });
      if (status === 0) return stdout;
      const said = error?.message ?? stderr.toString('utf8').trim().split('\n')[0] ?? '';
      throw new UsageError(`\`git ${args[0] ?? ''}\` has failed: ${said}`, 'Make the repository readable for git.');
    },
    ask(args, options) {
      const { status, stdout } = git(args, { ...options, cwd: top });
      return status === 0 ? stdout.toString('utf8') : undefined;
    },
    isShallow: () => git(['rev-parse', '--is-shallow-repository']).stdout.toString('utf8').trim() === 'true',
  };
}
