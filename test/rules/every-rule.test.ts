import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import fortress from '../../src/index.ts';
import { everyRuleFor, lint } from '../support/lint.ts';
import { ROOT } from '../support/pages.ts';

const cwd = join(ROOT, 'test/fixtures/zoo');
const zoo = readdirSync(cwd);
const fatal = (messages: readonly Linter.LintMessage[]): string[] => messages.filter((message) => message.fatal).map(({ message, line }) => `${line}: ${message}`);

describe('every rule', () => {
  it.each(zoo)('survives all the syntax of %s', (filename) => {
    const messages = lint({ code: readFileSync(join(cwd, filename), 'utf8'), filename, cwd, rules: everyRuleFor(filename) });
    expect(fatal(messages)).toEqual([]);
  });

  it.each(zoo.filter((filename) => /js$/.test(filename)))("survives %s as ESLint's own parser reads it", (filename) => {
    const linter = new Linter({ cwd, configType: 'flat' });
    const rules = Object.fromEntries(Object.keys(fortress.rules).map((name) => [`fortress/${name}`, 'error' as const]));
    const messages = linter.verify(readFileSync(join(cwd, filename), 'utf8'), { files: ['**/*'], plugins: { fortress }, rules }, { filename: join(cwd, filename) });
    expect(fatal(messages)).toEqual([]);
  });

  it.each(['order.ts', 'order.tsx', 'order.js', 'order.mjs', 'order.cjs', 'order.d.ts', 'order.sql', 'order.prisma'])('has nothing to say about an empty %s', (filename) => {
    expect(lint({ code: '', filename, cwd, rules: everyRuleFor(filename) })).toEqual([]);
    expect(lint({ code: '\n', filename, cwd, rules: everyRuleFor(filename) })).toEqual([]);
  });

  it.each(['order.ts', 'order.js'])('leaves it to the parser to say that %s is broken', (filename) => {
    const messages = lint({ code: 'export const order = {\nconsole.log(', filename, cwd, rules: everyRuleFor(filename) });
    expect(messages.map(({ ruleId, message }) => [ruleId, message.startsWith('Parsing error: ')])).toEqual([[null, true]]);
  });

  it.each(['order.sql', 'order.prisma'])('survives a broken %s', (filename) => {
    const whole = readFileSync(join(cwd, `everything${filename.slice(filename.lastIndexOf('.'))}`), 'utf8');
    for (let end = 0; end < whole.length; end += 37) {
      expect(fatal(lint({ code: whole.slice(0, end), filename, cwd, rules: everyRuleFor(filename) }))).toEqual([]);
    }
  });

  it('survives a text that is no file', () => {
    const linter = new Linter({ configType: 'flat' });
    const rules = Object.fromEntries(Object.keys(fortress.rules).map((name) => [`fortress/${name}`, 'error' as const]));
    expect(fatal(linter.verify("import { a } from '../a.js'; a();", { plugins: { fortress }, rules }))).toEqual([]);
  });
});
