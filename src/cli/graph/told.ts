import type { ProjectGraph } from '../../arch/index.ts';
import { counted, number } from '../../reporters/index.ts';

/** What was drawn, in a sentence. */
export function told({ modules, references, cycles }: ProjectGraph): string {
  const forbidden = references.filter(({ verdict }) => verdict === 'error' || verdict === 'warning').length;
  const parts = [counted(modules.length, 'module'), counted(references.length, 'reference'), `${forbidden === 0 ? 'none' : number(forbidden)} of them forbidden`, ...(cycles.length === 0 ? [] : [counted(cycles.length, 'cycle')])];
  return `${parts.join(', ')}.\n`;
}
