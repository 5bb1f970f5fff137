import { stronglyConnected } from '../graph/index.ts';
import type { GraphFile, GraphReference } from './types.ts';

/** The files, with the group of those that refer to each other in a circle. */
export function withCycles(files: readonly GraphFile[], references: readonly GraphReference[]): GraphFile[] {
  const numbers = new Map(files.map(({ path }, i) => [path, i]));
  const edges = files.map(() => new Map<number, true>());
  for (const { file, target } of references) {
    const to = numbers.get(target);
    if (to !== undefined) edges[numbers.get(file) ?? -1]?.set(to, true);
  }
  const groups = new Map(stronglyConnected({ edges }).flatMap((group, i) => group.map((file) => [file, i] as const)));
  return files.map((file, i) => {
    const cycle = groups.get(i);
    return cycle === undefined ? file : { ...file, cycle };
  });
}
