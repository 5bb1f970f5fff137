import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { codeOf, writeWhole } from '../../arch/index.ts';
import type { ReporterContext } from '../../reporters/index.ts';
import type { Io } from '../io.ts';
import { pageOf, version } from '../package-files.ts';
import { UsageError } from '../usage-error.ts';
import { showsColors } from '../colors.ts';
import type { CheckWishes } from './options.ts';
import type { Ratchet } from './ratchet.ts';

/**
 * What a reporter may know.
 * @param drawn what only a reporter that draws asks for
 */
export function contextOf(wishes: CheckWishes, ratchet: Ratchet, io: Io, drawn: Pick<ReporterContext, 'graph' | 'graphThen' | 'tables'>): ReporterContext {
  const { root, since, only, output, showBaselined, updateCommand } = wishes;
  return {
    version: version(),
    colors: output === undefined && showsColors(io),
    prefix: prefixOf(root),
    showBaselined,
    scope: since !== undefined ? `since \`${since}\`` : only.length > 0 ? 'in the files that were named' : undefined,
    baselineCommand: ratchet.isThere ? undefined : updateCommand,
    ...drawn,
    sourceOf: (file) => sourceOf(`${root}/${file}`),
    pageOf,
  };
}

/**
 * Writes a report to where it is wanted.
 * @throws UsageError where it cannot be written
 */
export async function writeReport(text: string, { output, root }: Pick<CheckWishes, 'output' | 'root'>, io: Io): Promise<void> {
  if (output === undefined) return io.stdout.write(text);
  try {
    mkdirSync(dirname(output), { recursive: true });
    writeWhole(output, text);
  } catch (error) {
    const shown = relative(root, output).replaceAll(sep, '/');
    throw new UsageError(`The report cannot be written to \`${shown}\` (${codeOf(error)}).`, 'Name a file that can be written with `--output`.');
  }
}

/** Where the root stands in its repository, with a slash at the end; empty at the top, or without a repository. */
function prefixOf(root: string): string {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(`${folder}/.git`)) return folder === root ? '' : `${relative(folder, root).replaceAll(sep, '/')}/`;
    if (folder === dirname(folder)) return '';
  }
}

function sourceOf(path: string): string | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  } catch {
    return undefined;
  }
}
