import { existsSync } from 'node:fs';
import { relative, sep } from 'node:path';
import {
  currentPath,
  ratcheted,
  readBaseline,
  updatedBaseline,
  uselessEntry,
  writeBaseline,
  type Baseline,
  type Diagnostic,
  type Finding,
  type ListedEntry,
  type Renames,
} from '../../arch/index.ts';
import { openRepository } from '../git/repository.ts';
import { renamesOf } from '../git/renames.ts';
import { UsageError } from '../usage-error.ts';
import type { CheckWishes } from './options.ts';

/** A check's findings, held against the baseline. */
export interface Held {
  /** With their status, and with a finding for each entry that covers nothing any more. */
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
  /** What was done to the baseline, in words. */
  readonly told: readonly string[];
}

/** The baseline of a run, read before the check: what cannot be read stops the run at once. */
export interface Ratchet {
  readonly isThere: boolean;
  /** Holds findings against the baseline, which is brought up to date where that is wanted. */
  hold(findings: readonly Finding[], env: NodeJS.ProcessEnv): Held;
}

/**
 * Reads the baseline that a user named, or the one by convention.
 * @throws UsageError where the named one is not there; FortressError where it cannot be read
 */
export function openRatchet(wishes: CheckWishes): Ratchet {
  const { folder, shown, isNamed } = wishes.baseline;
  const baseline = readBaseline(folder, shown);
  if (baseline === undefined && isNamed && wishes.update === 'none') {
    throw new UsageError(`The baseline \`${shown}\` is not there.`, `Run \`${wishes.updateCommand}\` to list what is found today, and commit it.`);
  }
  return {
    isThere: baseline !== undefined || wishes.update !== 'none',
    hold: (findings, env) => (wishes.update === 'none' ? held(findings, baseline?.entries ?? [], wishes, env) : updated(findings, baseline, wishes, env)),
  };
}

function held(findings: readonly Finding[], entries: readonly ListedEntry[], wishes: CheckWishes, env: NodeJS.ProcessEnv): Held {
  const { result, diagnostics } = matched(findings, entries, wishes, env);
  const isChecked = coverageOf(wishes);
  const command = `${wishes.updateCommand} --shrink-only`;
  const useless = result.unused.filter(({ from }) => isChecked(from)).map((entry) => uselessEntry(entry, command));
  return { findings: [...result.findings, ...useless], diagnostics, told: [] };
}

function updated(findings: readonly Finding[], baseline: Baseline | undefined, wishes: CheckWishes, env: NodeJS.ProcessEnv): Held {
  const { folder, shown } = wishes.baseline;
  const entries = baseline?.entries ?? [];
  const { result, renames, diagnostics } = matched(findings, entries, wishes, env);
  const isChecked = coverageOf(wishes);
  const options = { shrinkOnly: wishes.update === 'shrink', isChecked: (file: string) => isChecked(currentPath(file, renames)) };
  writeBaseline(folder, shown, baseline, updatedBaseline(entries, result.findings, options));
  const after = readBaseline(folder, shown)?.entries ?? [];
  const told = `Baseline \`${shown}\`: ${total(after)} listed${entries.length > 0 ? `, ${total(entries)} before` : ''}.`;
  return { findings: ratcheted(findings, after).findings, diagnostics, told: [told] };
}

function total(entries: readonly ListedEntry[]): number {
  return entries.reduce((sum, { count }) => sum + count, 0);
}

/** Findings against entries; git is asked for renames only where an entry names a path that is gone. */
function matched(findings: readonly Finding[], entries: readonly ListedEntry[], { root, baseline }: CheckWishes, env: NodeJS.ProcessEnv) {
  const none: Renames = new Map();
  const result = ratcheted(findings, entries);
  const gone = new Set(result.unused.flatMap(({ from, to }) => [from, to]).filter((path) => path.includes('/') && !existsSync(`${root}/${path}`)));
  if (gone.size === 0 || !result.findings.some(({ status }) => status === 'new')) return { result, renames: none, diagnostics: [] };
  const repository = openRepository(root, env);
  if (repository === undefined) return { result, renames: none, diagnostics: [] };
  const renames = renamesOf(repository, gone);
  const again = ratcheted(findings, entries, renames);
  const isCutOff = again.unused.length > 0 && repository.isShallow();
  return { result: again, renames, diagnostics: isCutOff ? [shallow(baseline.shown)] : [] };
}

function shallow(shown: string): Diagnostic {
  return {
    file: shown,
    message: 'The history of this clone is cut off, so files that were renamed cannot be followed.',
    next: 'Fetch all of it (`git fetch --unshallow`; `fetch-depth: 0` in GitHub Actions).',
  };
}

/** Which files a run says something about: a run over some files claims nothing about the rest. */
function coverageOf({ root, only }: CheckWishes): (file: string) => boolean {
  if (only.length === 0) return () => true;
  const paths = only.map((path) => relative(root, path).replaceAll(sep, '/'));
  return (file) => paths.some((path) => path === '' || file === path || file.startsWith(`${path}/`));
}
