import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { progressOn } from '../../src/cli/check/progress.ts';
import { main, project } from './support/project.ts';
import { compliantShop, shop, shopWith } from './support/shop.ts';

const escape = '\u001B[';

describe('colours', () => {
  test.each([
    [{}, false],
    [{ FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: '0' }, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '' }, true],
  ])('in a pipe with %j: %j', (env, colored) => {
    expect(project(shop).fortress(['check'], { env }).stdout.includes(escape)).toBe(colored);
  });

  test('stay out of machine formats and of files', () => {
    const here = project(shop);
    expect(here.fortress(['check', '--format', 'json'], { env: { FORCE_COLOR: '1' } }).stdout).not.toContain(escape);
    here.fortress(['check', '--output', 'report.txt'], { env: { FORCE_COLOR: '1' } });
    expect(spawnSync('cat', ['report.txt'], { cwd: here.root, encoding: 'utf8' }).stdout).not.toContain(escape);
  });
});

describe('progress', () => {
  const watched = (isTerminal: boolean, env: Record<string, string> = {}): { readonly written: string[]; readonly at: (time: number, done: number) => void; readonly clear: () => void } => {
    const written: string[] = [];
    let now = 0;
    const stderr = { isTerminal, write: async () => undefined, writeNow: (text: string) => void written.push(text) };
    const progress = progressOn({ cwd: '/', env, stdout: { isTerminal, write: async () => undefined }, stderr }, () => now);
    return {
      written,
      at(time, done) {
        now = time;
        progress.step(done, 5000);
      },
      clear: progress.clear,
    };
  };

  test('shows on a terminal once a check takes its time, and takes itself away', () => {
    const { written, at, clear } = watched(true);
    at(100, 10);
    at(350, 900);
    at(360, 1000);
    at(500, 2000);
    clear();
    expect(written).toEqual([`\r${escape}KReading 900 of 5000 files`, `\r${escape}KReading 2000 of 5000 files`, `\r${escape}K`]);
  });

  test.each([
    ['a pipe', false, {}],
    ['a terminal without cursor', true, { TERM: 'dumb' }],
  ])('stays away from %s', (_, isTerminal, env) => {
    const { written, at, clear } = watched(isTerminal, env);
    at(1000, 900);
    clear();
    expect(written).toEqual([]);
  });

  test('takes nothing away that it has not shown', () => {
    const { written, at, clear } = watched(true);
    at(100, 10);
    clear();
    expect(written).toEqual([]);
  });
});

describe('the exit code is the verdict', () => {
  test('also when the reader has seen enough', () => {
    const here = project(shopWith(1000));
    const script = '"$0" "$1" check --format json | head -c 10 >/dev/null; echo "${PIPESTATUS[0]}"';
    const { stdout, stderr } = spawnSync('bash', ['-c', script, process.execPath, main()], { cwd: here.root, encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: '1\n', stderr: '1,000 errors.\n' });
  });

  test.runIf(existsSync('/dev/full'))('is 2 where the report cannot be written', () => {
    const here = project(compliantShop);
    const { stdout, stderr } = spawnSync('bash', ['-c', '"$0" "$1" check >/dev/full; echo "$?"', process.execPath, main()], { cwd: here.root, encoding: 'utf8' });
    expect(stdout).toBe('2\n');
    expect(stderr).toBe('error: What was found cannot be written (ENOSPC).\nMake room for it, or write it elsewhere with `--output FILE`.\n');
  });

  test('is 2 where the working directory is gone', () => {
    const here = project({ 'gone/a.ts': '' });
    const { stdout, stderr } = spawnSync('bash', ['-c', 'cd gone && rm -r ../gone && "$0" "$1" check; echo "$?"', process.execPath, main()], { cwd: here.root, encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: '2\n', stderr: 'error: The working directory is not there any more.\nGo to a folder that exists.\n' });
  });

  test('is 2 where the configuration ends the process', () => {
    const here = project({ ...compliantShop, 'fortress.config.ts': 'process.exit(0);\nexport default {};\n' });
    expect(here.fortress(['check'])).toEqual({ code: 2, stdout: '', stderr: 'error: The check was ended before it was done.\nLook for `process.exit` in what the configuration runs.\n' });
  });

  test('is 2 where fortress itself fails, without a stack unless that is asked for', () => {
    const here = project({ ...compliantShop, 'fortress.config.ts': "queueMicrotask(() => { throw new Error(`no ${process.cwd()}/x.ts`); });\nexport default {};\n" });
    expect(here.fortress(['check'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error: fortress has failed: no x.ts\nThis is a mistake of fortress, not of your project: please report it. `FORTRESS_DEBUG=1` shows where it happened.\n',
    });
    expect(here.fortress(['check'], { env: { FORTRESS_DEBUG: '1' } }).stderr).toContain('\n    at ');
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('is 2 where it is stopped: %s', async (signal) => {
    // A configuration that waits, so that there is something to stop.
    const here = project({ ...compliantShop, 'fortress.config.ts': "process.stderr.write('ready');\nAtomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 700);\nexport default {};\n" });
    const child = here.start(['check']);
    const ended = once(child, 'exit');
    child.stderr?.once('data', () => child.kill(signal));
    expect(await ended).toEqual([2, null]);
  });
});
