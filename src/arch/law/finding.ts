import { fingerprintOf, identityOf, type Unmarked } from '../baseline/identity.ts';
import type { RuleName } from '../config/rule-names.ts';
import type { RuleLevel } from '../config/types.ts';
import type { Lines } from '../files/positions.ts';
import { byCodeUnit } from '../files/tree.ts';
import type { Finding, Severity } from '../types.ts';

/** Rules that are silent unless they are switched on. */
const OFF_BY_DEFAULT: ReadonlySet<RuleName> = new Set<RuleName>(['no-cross-slice-imports', 'no-unused-contract-exports', 'slice-structure']);

/** What a finding is about, before it has a place in the text. */
export interface Draft {
  readonly rule: RuleName;
  readonly severity: Severity;
  /** Relative to the root. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** What makes it the same finding when lines move, besides the file and the one it leads to: the names. */
  readonly identity: readonly string[];
  readonly more?: Partial<Pick<Finding, 'from' | 'to' | 'kind' | 'fix' | 'notes' | 'names'>>;
}

/**
 * How loud a rule is.
 * @param asked the rule that ESLint runs: it speaks even where it is off by default
 * @returns `undefined` where it is silent
 */
export function severityOf(rule: RuleName, levels: Readonly<Partial<Record<RuleName, RuleLevel>>> | undefined, asked: string | undefined, isOpen = false): Severity | undefined {
  const level = levels?.[rule] ?? (OFF_BY_DEFAULT.has(rule) && asked !== rule ? 'off' : 'error');
  if (level === 'off') return undefined;
  return level === 'warn' || isOpen ? 'warning' : 'error';
}

/** Gives findings of one file their places and fingerprints. Those that share an identity are told apart by their order. */
export function placedFindings(drafts: readonly Draft[], lines: Lines): Finding[] {
  const seen = new Map<string, number>();
  return drafts.map(({ rule, severity, file, start, end, message, identity, more }) => {
    const from = lines.at(start);
    const to = lines.at(end);
    const place = { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
    const finding: Unmarked = { rule, severity, ...place, message, identity: { symbol: identity.join(', ') }, ...more };
    const own = identityOf(finding);
    const fingerprint = fingerprintOf(own);
    const count = seen.get(fingerprint) ?? 0;
    seen.set(fingerprint, count + 1);
    return { ...finding, fingerprint: count === 0 ? fingerprint : fingerprintOf(own, count), status: 'new' as const };
  });
}

/** The order of every report: file, line, column, rule. */
export function byPlace(a: Finding, b: Finding): number {
  return byCodeUnit(a.file, b.file) || a.line - b.line || a.column - b.column || byCodeUnit(a.rule, b.rule) || byCodeUnit(a.fingerprint, b.fingerprint);
}
