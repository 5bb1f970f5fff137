import type { QueryFact } from './types.ts';

/** SQL that stands in one place and is run from several says once what it skips: the query that runs it first speaks for it. */
export function onceEach(queries: readonly QueryFact[]): QueryFact[] {
  const said = new Set<number>();
  const inOrder = [...queries].sort((one, other) => Number(other.runs) - Number(one.runs) || one.at.range[0] - other.at.range[0]);
  return inOrder.flatMap((query) => {
    const offsets = query.offsets.filter(({ at }) => !said.has(at.range[0]));
    for (const { at } of offsets) said.add(at.range[0]);
    if (offsets.length === query.offsets.length) return [query];
    const isEmpty = offsets.length === 0 && query.written.length === 0 && !query.runs && query.effect === 'unknown';
    return isEmpty ? [] : [{ ...query, offsets }];
  });
}
