import fc from 'fast-check';
import { minimatch } from 'minimatch';
import { describe, expect, it } from 'vitest';
import { PatternSet, type State } from '../../../src/arch/patterns/pattern-set.ts';

/** Whether a pattern claims a file by its own name, walking down as the checker does. */
function claims(patterns: readonly string[], path: string): boolean {
  const set = new PatternSet(patterns.map((pattern) => ({ pattern, data: undefined, filesOnly: true, eachFolder: true })));
  const names = path.split('/');
  let state: State<undefined> = set.start;
  for (const name of names.slice(0, -1)) state = set.step(state, name);
  return set.file(state, names.at(-1) ?? '').length > 0;
}

const name = fc.constantFrom('a', 'b', 'ab', 'a.ts', 'b.test.ts', 'c-d', '.x', 'a b', 'ä');
const path = fc.array(name, { minLength: 1, maxLength: 5 }).map((names) => names.join('/'));
const segment = fc.constantFrom('a', 'b', '*', '**', '*.ts', 'a*', '*b*', '?', '{a,b}', '*.{ts,test.ts}', '{a,c-*}', '[ab]', '@(a|ab)', '!(a)', 'a.ts', '*.test.*');
const pattern = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/'));

describe('patterns', () => {
  it('match what minimatch matches', () => {
    fc.assert(
      fc.property(pattern, path, (text, file) => {
        // To minimatch a `**` at the end is at least one name; so it is here, for a file has one.
        expect(claims([text], file), `${text} ${file}`).toBe(minimatch(file, text, { dot: true, nonegate: true, nocomment: true }));
      }),
      { numRuns: 3_000 },
    );
  });

  it('with ! take away what others claim', () => {
    fc.assert(
      fc.property(pattern, pattern.filter((other) => !other.startsWith('!(')), path, (text, other, file) => {
        const expected = claims([text], file) && !claims([other], file);
        expect(claims([text, `!${other}`], file), `${text} !${other} ${file}`).toBe(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it('claim a folder with all that is in it', () => {
    const set = new PatternSet([{ pattern: 'src/*/contracts/**', data: 'contract' }, { pattern: './test/', data: 'test' }]);
    const at = (folder: string): string[] => folder.split('/').reduce((state, one) => set.step(state, one), set.start).claims.map(({ data }) => data);
    expect([at('src/a/contracts'), at('src/a/contracts/deep'), at('test'), at('src/test')]).toEqual([['contract'], [], ['test'], []]);
  });
});
