import { createRequire } from 'node:module';
import type { Ignore } from 'ignore';

const require = createRequire(import.meta.url);

/** What one `.gitignore` says about the paths below its folder. */
export interface IgnoreRules {
  /** Absolute folder of the file. */
  readonly folder: string;
  /** The rules of the folder above, asked where this file says nothing. */
  readonly above: IgnoreRules | undefined;
  /** The last rule that fits decides, so it is asked first. */
  readonly lastFirst: readonly Rule[];
}

interface Rule {
  readonly ignores: boolean;
  readonly foldersOnly: boolean;
  /** @param inside the path below the folder of the file */
  fits(inside: string, name: string, isFolder: boolean): boolean;
}

/** Reads the text of a `.gitignore`; where it holds no rule, the ones above stay. */
export function ignoreRules(folder: string, text: string, above: IgnoreRules | undefined): IgnoreRules | undefined {
  const rules = text.split(/\r?\n/).flatMap((line) => ruleOf(line) ?? []);
  return rules.length === 0 ? above : { folder, above, lastFirst: rules.reverse() };
}

/** Whether git leaves a path out. The folder above it is known not to be ignored. */
export function isIgnored(rules: IgnoreRules | undefined, path: string, name: string, isFolder: boolean): boolean {
  for (let current = rules; current !== undefined; current = current.above) {
    const { folder, lastFirst } = current;
    const inside = path.slice(folder.endsWith('/') ? folder.length : folder.length + 1);
    for (const rule of lastFirst) {
      if ((isFolder || !rule.foldersOnly) && rule.fits(inside, name, isFolder)) return rule.ignores;
    }
  }
  return false;
}

function ruleOf(line: string): Rule | undefined {
  if (line.startsWith('#') || line.trim() === '') return undefined;
  const ignores = !line.startsWith('!');
  const pattern = (ignores ? line : line.slice(1)).replace(/(?<!\\)[ \t]+$/, '');
  const foldersOnly = pattern.endsWith('/');
  const bare = foldersOnly ? pattern.slice(0, -1) : pattern;
  return { ignores, foldersOnly, fits: simpleTest(bare) ?? patternTest(pattern) };
}

/** Nearly all rules are a name, a path or `*.log`: they are compared, not matched. */
function simpleTest(pattern: string): Rule['fits'] | undefined {
  const anywhere = pattern.replace(/^\*\*\//, '');
  const path = pattern.replace(/^\//, '');
  if (/[\\?[\]]/.test(pattern)) return undefined;
  if (!anywhere.includes('/')) {
    if (!anywhere.includes('*')) return (_, name) => name === anywhere;
    const [start = '', end = '', ...more] = anywhere.split('*');
    if (more.length > 0) return undefined;
    return (_, name) => name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end);
  }
  return path.includes('*') ? undefined : (inside) => inside === path;
}

/** All others, as git reads them. */
function patternTest(pattern: string): Rule['fits'] {
  let matcher: Ignore | undefined;
  return (inside, _, isFolder) => {
    matcher ??= compiled(pattern);
    return matcher.ignores(isFolder ? `${inside}/` : inside);
  };
}

function compiled(pattern: string): Ignore {
  const ignore = require('ignore') as typeof import('ignore');
  return ignore({ ignorecase: false, allowRelativePaths: true }).add(pattern);
}
