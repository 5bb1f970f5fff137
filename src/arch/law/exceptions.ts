import type { ExceptionConfig } from '../config/types.ts';
import { PatternSet, type State } from '../patterns/pattern-set.ts';
import type { Place } from '../types.ts';

/** One side of a reference, as exceptions name it. */
export interface Side {
  readonly place: Place;
  /** Relative to the root. */
  readonly file: string;
}

/** The exceptions of a project, and which of them still cover something. */
export interface Exceptions {
  /** Whether a reference is tolerated. */
  covers(from: Side, to: Side): boolean;
  /** Those past their date. */
  readonly expired: readonly number[];
  /** Those that have covered nothing so far and are not expired. */
  useless(): readonly number[];
}

/**
 * @param names every module's name: what is none is a pattern of files
 * @param today `2027-03-31`
 */
export function exceptionsOf(configured: readonly ExceptionConfig[], names: ReadonlySet<string>, today: string): Exceptions {
  const rules = configured.map(({ from, to, until }) => ({ from: sideTest(from, names), to: sideTest(to, names), isExpired: until !== undefined && until < today }));
  const used = new Set<number>();
  return {
    covers(from, to) {
      let isCovered = false;
      rules.forEach((rule, i) => {
        if (rule.isExpired || !rule.from(from) || !rule.to(to)) return;
        used.add(i);
        isCovered = true;
      });
      return isCovered;
    },
    expired: rules.flatMap(({ isExpired }, i) => (isExpired ? [i] : [])),
    useless: () => rules.flatMap(({ isExpired }, i) => (isExpired || used.has(i) ? [] : [i])),
  };
}

function sideTest(text: string, names: ReadonlySet<string>): (side: Side) => boolean {
  if (names.has(text)) return ({ place }) => place.modules.some(({ name }) => name === text);
  const set = new PatternSet([{ pattern: text, data: undefined }]);
  return ({ file }) => isClaimed(set, file);
}

function isClaimed(set: PatternSet<undefined>, file: string): boolean {
  const names = file.split('/');
  let state: State<undefined> = set.start;
  for (const name of names.slice(0, -1)) {
    state = set.step(state, name);
    if (state.claims.length > 0) return true;
  }
  return set.file(state, names.at(-1) ?? '').length > 0;
}
