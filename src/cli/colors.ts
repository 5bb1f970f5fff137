import type { Io } from './io.ts';

/** Whether stdout is to be painted: `NO_COLOR` and `FORCE_COLOR` say so, else whether it is a terminal. */
export function showsColors({ stdout, env }: Io): boolean {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced) return forced !== '0' && forced !== 'false';
  return stdout.isTerminal && env['TERM'] !== 'dumb';
}
