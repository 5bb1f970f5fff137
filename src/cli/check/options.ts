import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { FORMATS, isFormat, type Format } from '../../reporters/index.ts';
import type { Input } from '../command.ts';
import { outputFile, projectFolder, statsOf } from '../folder.ts';
import { nearest } from '../nearest.ts';
import { UsageError } from '../usage-error.ts';
import { commandLine } from './command-line.ts';

/** What a user wants of `fortress check`. Paths are absolute. */
export interface CheckWishes {
  readonly root: string;
  /** As it was named: absolute, or relative to the working directory. */
  readonly configFile: string | undefined;
  readonly format: Format;
  readonly output: string | undefined;
  readonly baseline: { readonly folder: string; readonly shown: string; readonly isNamed: boolean };
  readonly update: 'none' | 'all' | 'shrink';
  readonly showBaselined: boolean;
  readonly since: string | undefined;
  readonly cache: boolean;
  readonly maxWarnings: number | undefined;
  /** Files and folders that the report is limited to. */
  readonly only: readonly string[];
  /** The command that brings the baseline up to date; further switches are written after it. */
  readonly updateCommand: string;
}

/** The folder of the baseline, where no other is named. */
const BASELINE = 'fortress-baseline';

/**
 * What the arguments mean.
 * @throws UsageError where one of them cannot be used
 */
export async function checkWishes({ values, switches, args, rest }: Input, cwd: string): Promise<CheckWishes> {
  const root = projectFolder(args[0], cwd, (file) => `To hear of this file only, run \`${commandLine(['fortress', 'check', '--', file])}\` in that folder.`);
  const at = (path: string | undefined): string | undefined => (path === undefined ? undefined : resolve(cwd, path));
  const baseline = at(values['baseline']);
  const shrinks = switches.has('shrink-only');
  const updates = switches.has('update-baseline');
  if (shrinks && !updates) throw new UsageError('`--shrink-only` says how to update a baseline.', 'Write `--update-baseline --shrink-only`.');
  if (updates && values['since'] !== undefined) {
    throw new UsageError('`--update-baseline` looks at all of the project, `--since` only at what a branch brought.', 'Leave one of them out.');
  }
  const { config, baseline: namedBaseline } = values;
  return {
    root,
    configFile: config,
    format: await formatOf(values['format'] ?? 'text'),
    output: outputFile(values['output'], cwd),
    baseline: { folder: baseline ?? resolve(root, BASELINE), shown: shownFrom(root, baseline ?? resolve(root, BASELINE)), isNamed: baseline !== undefined },
    update: updates ? (shrinks ? 'shrink' : 'all') : 'none',
    showBaselined: switches.has('show-baselined'),
    since: values['since'],
    cache: !switches.has('no-cache'),
    maxWarnings: maxWarningsOf(values['max-warnings']),
    only: rest.map((path) => givenFile(path, root, cwd)),
    updateCommand: commandLine(['fortress', 'check', ...args, ...option('--config', config), ...option('--baseline', namedBaseline), '--update-baseline']),
  };
}

function option(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [name, value];
}

function givenFile(path: string, root: string, cwd: string): string {
  if (statsOf(resolve(cwd, path)) === undefined) throw new UsageError(`\`${path}\` is not there.`, 'After `--`, name files and folders that exist.');
  // A file is judged at its real path.
  const file = realpathSync.native(resolve(cwd, path));
  if (file === root || file.startsWith(root.endsWith(sep) ? root : root + sep)) return file;
  throw new UsageError(`\`${path}\` lies outside the project.`, 'After `--`, name files and folders of the project that is checked.');
}

async function formatOf(name: string): Promise<Format> {
  if (isFormat(name)) return name;
  const meant = await nearest(name, FORMATS);
  throw new UsageError(`There is no format \`${name}\`.`, `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}Formats are ${FORMATS.map((one) => `\`${one}\``).join(', ')}.`);
}

function maxWarningsOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,15}$/.test(value)) return Number(value);
  throw new UsageError(`\`--max-warnings\` takes a number from 0 upwards, but got \`${value}\`.`, 'Write `--max-warnings 0` to let no warning pass, or leave it out to let all pass.');
}

function shownFrom(root: string, path: string): string {
  return relative(root, path).replaceAll(sep, '/') || '.';
}
