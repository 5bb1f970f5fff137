import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { builtPackage } from './build.ts';

/** How a run of the command ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How the command is run. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The user that runs it: root may read everything. */
  readonly uid?: number;
}

/** A project on disk that lives as long as its test. */
export interface TestProject {
  /** Absolute and real. */
  readonly root: string;
  /** Runs the built command in the project. */
  fortress(args: readonly string[], options?: RunOptions): Ended;
  /** Starts the built command and does not wait. */
  start(args: readonly string[]): ChildProcess;
  /** Writes files; `undefined` takes one away. */
  write(files: Readonly<Record<string, string | undefined>>): void;
  /** Runs git in the project. */
  git(...args: string[]): string;
  /** A repository with everything committed. */
  commit(message?: string): void;
}

/** Lays out a project in a folder of its own. */
export function project(files: Readonly<Record<string, string>>): TestProject {
  const root = realpathSync.native(mkdtempSync(join(tmpdir(), 'fortress-test-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const test: TestProject = {
    root,
    fortress: (args, { cwd = root, env, uid } = {}) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [main(), ...args], { cwd, env: environment(env), encoding: 'utf8', maxBuffer: 2 ** 28, ...(uid !== undefined && { uid }) });
      return { code: status, stdout, stderr };
    },
    start: (args) => spawn(process.execPath, [main(), ...args], { cwd: root, env: environment() }),
    write(written) {
      for (const [path, text] of Object.entries(written)) {
        if (text === undefined) rmSync(join(root, path), { recursive: true, force: true });
        else {
          mkdirSync(dirname(join(root, path)), { recursive: true });
          writeFileSync(join(root, path), text);
        }
      }
    },
    git(...args) {
      const { status, stdout, stderr } = spawnSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'init.defaultBranch=main', ...args], { cwd: root, encoding: 'utf8' });
      if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
      return stdout;
    },
    commit(message = 'work') {
      test.git('init', '-q');
      test.git('add', '-A');
      test.git('commit', '-q', '--allow-empty', '-m', message);
    },
  };
  test.write(files);
  return test;
}

/** The path of the built command. */
export function main(): string {
  return join(builtPackage(), 'dist/main.js');
}

/** The environment without what the test runner or a CI has set. */
function environment(extra: Readonly<Record<string, string | undefined>> = {}): NodeJS.ProcessEnv {
  const { PATH, HOME, SystemRoot } = process.env;
  return { ...definedOf({ PATH, HOME, SystemRoot, TMPDIR: process.env['TMPDIR'] }), ...definedOf(extra) };
}

function definedOf(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
