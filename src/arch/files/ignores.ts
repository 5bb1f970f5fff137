import { createRequire } from 'node:module';
import type { Ignore } from 'ignore';

const require = createRequire(import.meta.url);

/** What one `.gitignore` says about the paths below its folder. */
export interface IgnoreRules {
  /** Absolute folder of the file. */
  readonly folder: string;
  /** The rules of the folder above, asked where this file says nothing. */
  readonly above: IgnoreRules | undefined;
  /** `true` ignored, `false` taken back, `undefined` not named. */
  judge(path: string, name: string, isFolder: boolean): boolean | undefined;
}

/** Reads the text of a `.gitignore`. */
export function ignoreRules(folder: string, text: string, above: IgnoreRules | undefined): IgnoreRules | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  if (lines.length === 0) return above;
  const names = new Set<string>();
  const folderNames = new Set<string>();
  const rest: string[] = [];
  // Plain names are looked up; only what has a pattern, a path or a `!` is matched. A `!` makes the order count.
  const ordered = lines.some((line) => line.startsWith('!'));
  for (const line of lines) {
    const name = line.trimEnd();
    if (ordered || /[\\*?[\]!]/.test(name) || name.slice(0, -1).includes('/')) rest.push(line);
    else if (name.endsWith('/')) folderNames.add(name.slice(0, -1));
    else names.add(name);
  }
  const matcher = rest.length > 0 ? compiled(rest) : undefined;
  return {
    folder,
    above,
    judge(path, name, isFolder) {
      if (names.has(name) || (isFolder && folderNames.has(name))) return true;
      if (matcher === undefined) return undefined;
      const inside = path.slice(folder.endsWith('/') ? folder.length : folder.length + 1);
      const verdict = matcher.test(isFolder ? `${inside}/` : inside);
      return verdict.ignored ? true : verdict.unignored ? false : undefined;
    },
  };
}

/** Whether git leaves a path out. The folder above it is known not to be ignored. */
export function isIgnored(rules: IgnoreRules | undefined, path: string, name: string, isFolder: boolean): boolean {
  for (let current = rules; current !== undefined; current = current.above) {
    const verdict = current.judge(path, name, isFolder);
    if (verdict !== undefined) return verdict;
  }
  return false;
}

function compiled(lines: readonly string[]): Ignore {
  const ignore = require('ignore') as typeof import('ignore');
  return ignore({ ignorecase: false, allowRelativePaths: true }).add(lines.join('\n'));
}
