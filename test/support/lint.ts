import { Linter } from 'eslint';
import * as parser from '@typescript-eslint/parser';
import fortress from '../../src/index.ts';

const SCRIPT = /\.[cm]?[jt]sx?$/;

/** What one lint is given. */
export interface Sample {
  readonly code: string;
  /** Relative to `cwd`. */
  readonly filename: string;
  /** Folder of the project, absolute. */
  readonly cwd: string;
  /** Rule names without the prefix; with options where an array. */
  readonly rules: Linter.RulesRecord;
}

/** Lints one text as ESLint does, in the language that its name asks for. */
export function lint(sample: Sample): Linter.LintMessage[] {
  const { linter, config, path } = prepared(sample);
  return linter.verify(sample.code, config, { filename: path });
}

/** What is reported, and the text after every fix. */
export function lintFixed(sample: Sample): { readonly messages: Linter.LintMessage[]; readonly output: string } {
  const { linter, config, path } = prepared(sample);
  return { messages: lint(sample), output: linter.verifyAndFix(sample.code, config, { filename: path }).output };
}

function prepared({ filename, cwd, rules }: Sample): { readonly linter: Linter; readonly config: Linter.Config; readonly path: string } {
  const linter = new Linter({ cwd, configType: 'flat' });
  const prefixed = Object.fromEntries(Object.entries(rules).map(([name, level]) => [`fortress/${name}`, level]));
  // `**/*` alone would leave out what ESLint does not lint by itself.
  const common = { files: ['**/*.*'], plugins: { fortress }, rules: prefixed };
  const config: Linter.Config = SCRIPT.test(filename)
    ? { ...common, ...(/\.[cm]?tsx?$/.test(filename) && { languageOptions: { parser: parser as Linter.Parser, parserOptions: { ecmaFeatures: { jsx: true } } } }) }
    : { ...common, language: `fortress/${filename.slice(filename.lastIndexOf('.') + 1)}` };
  return { linter, config, path: `${cwd}/${filename}` };
}

/** Every rule that can run on a file, at `error`. */
export function everyRuleFor(filename: string): Linter.RulesRecord {
  const language = SCRIPT.test(filename) ? 'js/js' : `fortress/${filename.slice(filename.lastIndexOf('.') + 1)}`;
  const names = Object.entries(fortress.rules).filter(([, rule]) => rule.meta?.languages?.includes(language) ?? language === 'js/js');
  return Object.fromEntries(names.map(([name]) => [name, 'error']));
}
