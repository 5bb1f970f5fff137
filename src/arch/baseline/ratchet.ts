import type { Finding } from '../types.ts';
import { fingerprintOf, identityOf } from './identity.ts';
import { currentPath, type Renames } from './renames.ts';
import type { ListedEntry, Ratcheted } from './types.ts';

/** What is said of the configuration or of the baseline itself cannot be tolerated by the baseline. */
const NEVER_LISTED = new Set(['expired-exception', 'useless-exception', 'useless-baseline']);

/** Whether a baseline may list a finding. */
export function isListable(finding: Finding): boolean {
  return !NEVER_LISTED.has(finding.rule);
}

/**
 * Holds findings against what is listed. Each entry covers as many findings of its identity as its count says, never another
 * violation in their place.
 * @param renames where files have gone since they were listed
 */
export function ratcheted(findings: readonly Finding[], entries: readonly ListedEntry[], renames: Renames = new Map()): Ratcheted {
  const tally = tallyOf(findings);
  const leftOver = claim(entries, tally, fingerprintOf);
  const unused = renames.size === 0 ? leftOver : claim(leftOver, tally, (entry) => fingerprintOf(renamed(entry, renames)));
  return { findings: findings.map((finding) => ({ ...finding, status: tally.covered.has(finding) ? 'baselined' : 'new' })), unused };
}

interface Tally {
  /** Findings that no entry covers yet, by fingerprint. */
  readonly open: ReadonlyMap<string, Finding[]>;
  readonly covered: Set<Finding>;
}

function tallyOf(findings: readonly Finding[]): Tally {
  const open = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (!isListable(finding)) continue;
    const fingerprint = fingerprintOf(identityOf(finding));
    const same = open.get(fingerprint);
    if (same) same.push(finding);
    else open.set(fingerprint, [finding]);
  }
  return { open, covered: new Set() };
}

/** Lets entries cover findings; gives back those that cover fewer than they list. */
function claim(entries: readonly ListedEntry[], { open, covered }: Tally, fingerprint: (entry: ListedEntry) => string): ListedEntry[] {
  const leftOver: ListedEntry[] = [];
  for (const entry of entries) {
    const taken = open.get(fingerprint(entry))?.splice(0, entry.count) ?? [];
    for (const finding of taken) covered.add(finding);
    if (taken.length < entry.count) leftOver.push({ ...entry, count: entry.count - taken.length });
  }
  return leftOver;
}

function renamed(entry: ListedEntry, renames: Renames): ListedEntry {
  return { ...entry, from: currentPath(entry.from, renames), to: currentPath(entry.to, renames) };
}
