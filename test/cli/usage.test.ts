import { readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runHere } from './support/run-here.ts';
import { project } from './support/project.ts';
import { compliantShop } from './support/shop.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string };

describe('fortress', () => {
  test.each([['--help'], ['-h'], ['help']])('%s shows the commands', (...args) => {
    const { code, stdout, stderr } = project({}).fortress(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/Commands\n {2}check \[path\] +check the architecture of a project\n/);
  });

  test.each([[['check', '--help']], [['check', 'nowhere', '-h']], [['help', 'check']], [['check', '--nonsense', '--help']]])('%j shows the options', (args) => {
    const { code, stdout, stderr } = project({}).fortress(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect([...stdout.matchAll(/^ {2}(?:-h, )?(--[\w-]+)/gm)].map(([, option]) => option)).toEqual([
      '--format', '--output', '--config', '--baseline', '--update-baseline', '--shrink-only', '--show-baselined', '--since', '--max-warnings', '--no-cache', '--help',
    ]);
  });

  test.each(['--version', '-v'])('%s shows the version', (option) => {
    expect(project({}).fortress([option])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('alone shows on stderr what it can do, and has not run', () => {
    expect(project({}).fortress([])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('fortress COMMAND [options]') as string });
  });
});

describe('what cannot be understood ends with exit code 2 and what was probably meant', () => {
  test.each([
    [['chek'], '`chek` is no command of `fortress`.', 'Did you mean `fortress check`?'],
    [['src'], '`src` is no command of `fortress`.', 'Did you mean `fortress check src`?'],
    [['xyzzy-plugh'], '`xyzzy-plugh` is no command of `fortress`.', 'Commands are `check`'],
    [['--format', 'json'], '`fortress` has no option `--format` before its command.', 'Write the command first'],
    [['check', '--formt', 'json'], '`fortress check` has no option `--formt`.', 'Did you mean `--format`?'],
    [['check', '--update-baselin'], '`fortress check` has no option `--update-baselin`.', 'Did you mean `--update-baseline`?'],
    [['check', '-x'], '`fortress check` has no option `-x`.', '`fortress check --help`'],
    [['check', '--format', 'jsn'], 'There is no format `jsn`.', 'Did you mean `json`?'],
    [['check', '--format', 'toString'], 'There is no format `toString`.', 'Formats are `text`, `json`'],
    [['check', '--format'], '`--format` needs a value.', '`--format=NAME`'],
    [['check', '--format='], '`--format` needs a value.', '`--format=NAME`'],
    [['check', '--output', '--no-cache'], '`--output` needs a value.', '`--output=FILE`'],
    [['check', '--no-cache=yes'], '`--no-cache` is a switch and takes no value.', 'Leave out `=yes`'],
    [['check', '.', 'src'], '`fortress check` does not know what to do with `src`.', 'fortress check [path]'],
    [['check', '--max-warnings', 'many'], '`--max-warnings` takes a number from 0 upwards, but got `many`.', '--max-warnings 0'],
    [['check', '--max-warnings=-1'], '`--max-warnings` takes a number from 0 upwards, but got `-1`.', '--max-warnings 0'],
    [['check', '--max-warnings', '1.5'], '`--max-warnings` takes a number from 0 upwards, but got `1.5`.', '--max-warnings 0'],
    [['check', '--shrink-only'], '`--shrink-only` says how to update a baseline.', '--update-baseline --shrink-only'],
    [['check', '--since', 'main', '--update-baseline'], '`--update-baseline` looks at all of the project', 'Leave one of them out.'],
    [['check', '--output', 'src'], '`--output` names a folder.', 'Name the file'],
    [['check', 'nowhere'], '`nowhere` is not there.', 'Name the folder of a project'],
    [['check', 'package.json'], '`package.json` is a file, but the folder of a project is wanted.', 'fortress check -- package.json'],
    [['check', '--', 'nowhere.ts'], '`nowhere.ts` is not there.', 'name files and folders that exist'],
    [['check', '--', '/'], '`/` lies outside the project.', 'files and folders of the project'],
    [['check', '--config', 'nowhere.ts'], 'The configuration `nowhere.ts` is not there.', 'Name a configuration file that exists.'],
    [['check', '--baseline', 'nowhere'], 'The baseline `nowhere` is not there.', '`fortress check --baseline nowhere --update-baseline`'],
    [['explain'], '`fortress explain` needs an argument.', 'fortress explain FILE'],
    [['explain', 'nowhere.ts'], '`nowhere.ts` is not there.', 'Name a file or folder of the project'],
    [['why', 'orders'], '`fortress why` needs 2 arguments.', 'fortress why A B'],
    [['why', 'orders', 'biling'], '`biling` is not there.', '`billing`, `orders`'],
  ])('%j', async (args, message, next) => {
    const { root } = project(compliantShop);
    const previous = process.cwd();
    process.chdir(root);
    onTestFinished(() => process.chdir(previous));
    const { code, stdout, stderr } = await runHere(args, root);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    const [first, second] = stderr.split('\n');
    expect(first).toContain(message);
    expect(second).toContain(next);
  });

  test('also as the process ends, without a stack', () => {
    expect(project(compliantShop).fortress(['check', '--formt'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error: `fortress check` has no option `--formt`.\nDid you mean `--format`? `fortress check --help` shows all options.\n',
    });
  });
});
