import type { Finding } from '../types.ts';
import { marked } from './identity.ts';
import type { ListedEntry } from './types.ts';

/**
 * The finding that an entry deserves which covers nothing any more: while it is listed, the violation could come back unseen.
 * @param command what takes it out
 */
export function uselessEntry(entry: ListedEntry, command: string): Finding {
  const { rule, from, to, symbol, count, listedIn, line, column, module } = entry;
  const target = to === '' ? '' : ` on \`${to}\``;
  const what = `\`${rule}\` in \`${from}\`${target}${count === 1 ? '' : ` (${count} times)`}`;
  return marked({
    rule: 'useless-baseline',
    severity: 'error',
    file: listedIn,
    line,
    column,
    endLine: line,
    endColumn: column + 1,
    message: `The baseline lists ${what}, which is fixed: while it is listed, it could come back unseen. \`${command}\` takes it out.`,
    ...(module !== null && { from: { module } }),
    identity: { from, to, symbol: JSON.stringify([rule, symbol]) },
  });
}
