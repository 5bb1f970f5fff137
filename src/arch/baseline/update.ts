import type { Finding } from '../types.ts';
import { fingerprintOf, identityOf } from './identity.ts';
import { baselineText } from './format.ts';
import { fileNames } from './file-names.ts';
import { isListable } from './ratchet.ts';
import type { Entry, ListedEntry } from './types.ts';

/** How a baseline is brought up to date. */
export interface UpdateOptions {
  /** Nothing is added: only what is fixed is taken out, and what has moved follows. */
  readonly shrinkOnly: boolean;
  /** Whether the run has looked at a file, by its path relative to the root. What is listed for the others stays. */
  isChecked(file: string): boolean;
}

/**
 * The files of the baseline that fits a check, by name. There is always one, so that the baseline of a project without
 * violations is there too.
 * @param findings with their status against `listed`
 */
export function updatedBaseline(listed: readonly ListedEntry[], findings: readonly Finding[], options: UpdateOptions): ReadonlyMap<string, string> {
  const modules = new Map<string | null, Map<string, Entry>>();
  for (const entry of listed) if (!options.isChecked(entry.from)) add(modules, entry.module, entry);
  for (const finding of findings) {
    if (!isListable(finding) || (options.shrinkOnly && finding.status === 'new')) continue;
    add(modules, finding.from?.module ?? null, { ...identityOf(finding), count: 1 });
  }
  if (modules.size === 0) modules.set(null, new Map());
  const names = fileNames(modules.keys());
  return new Map([...modules].map(([module, entries]) => [names.get(module) ?? '', baselineText(module, [...entries.values()])]));
}

function add(modules: Map<string | null, Map<string, Entry>>, module: string | null, { rule, from, to, symbol, count }: Entry): void {
  const entries = modules.get(module) ?? new Map<string, Entry>();
  modules.set(module, entries);
  const fingerprint = fingerprintOf({ rule, from, to, symbol });
  entries.set(fingerprint, { rule, from, to, symbol, count: count + (entries.get(fingerprint)?.count ?? 0) });
}
