import type { Finding } from '../arch/index.ts';

/** Findings with a key of their own: those that share an identity are told apart by a number, in the order of their places. */
export function withUniqueKeys(findings: readonly Finding[]): readonly { readonly finding: Finding; readonly key: string }[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const count = (seen.get(finding.fingerprint) ?? 0) + 1;
    seen.set(finding.fingerprint, count);
    return { finding, key: `${finding.fingerprint}:${count}` };
  });
}

/** Groups in the order in which their first member came. */
export function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
