import { createHash } from 'node:crypto';
import type { Finding } from '../types.ts';

/**
 * What makes a violation the same one when lines move. Two findings may share one: a file that names the same thing
 * twice breaks the law twice.
 */
export interface Identity {
  readonly rule: string;
  /** The file that breaks the law, relative to the root; what the violation is about where it has no file of its own. */
  readonly from: string;
  /** What is referred to: a file relative to the root, else a module, a table, a specifier; empty where there is none. */
  readonly to: string;
  /** The names that are taken, sorted and joined by `, `; what else tells one violation in a file from another. */
  readonly symbol: string;
}

/** A finding whose fingerprint is not yet worked out. Whoever reports a violation makes one of these. */
export type Unmarked = Omit<Finding, 'fingerprint' | 'status'>;

/** The identity of a finding. Parts that it does not tell are read from its place and target. */
export function identityOf(finding: Unmarked): Identity {
  const told = finding.identity;
  return {
    rule: finding.rule,
    from: told?.from ?? finding.file,
    to: told?.to ?? finding.to?.file ?? finding.to?.module ?? '',
    symbol: told?.symbol ?? '',
  };
}

/**
 * The fingerprint of an identity: 32 hexadecimal digits, the same on every system.
 * @param before how many findings of the same identity stand before this one
 */
export function fingerprintOf({ rule, from, to, symbol }: Identity, before = 0): string {
  const parts = [rule, from, to, symbol, ...(before === 0 ? [] : [before])];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** A new finding with its fingerprint. */
export function marked(finding: Unmarked): Finding {
  return { ...finding, fingerprint: fingerprintOf(identityOf(finding)), status: 'new' };
}
