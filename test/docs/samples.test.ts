import { describe, expect, it } from 'vitest';
import fortress from '../../src/index.ts';
import { lint } from '../support/lint.ts';
import { SHOP } from '../support/documented-shop.ts';
import { pageOf, samplesOn } from '../support/pages.ts';

describe.each(Object.keys(fortress.rules))('the page of %s', (rule) => {
  const samples = samplesOn(pageOf(rule));

  it('shows what is reported and what is not', () => {
    expect(samples.some(({ isReported }) => isReported)).toBe(true);
    expect(samples.some(({ isReported }) => !isReported)).toBe(true);
  });

  it.each(samples.map((sample) => [sample.isReported ? 'reports' : 'does not report', sample.filename, sample] as const))('%s in %s', (_, filename, { code, options, isReported }) => {
    const messages = lint({ code, filename, cwd: SHOP, rules: { [rule]: options ? ['error', options] : 'error' } });
    expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
    expect(messages.length > 0, messages.map(({ message }) => message).join('\n')).toBe(isReported);
  });
});
