import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { openProject } from '../../src/arch/index.ts';
import fortress from '../../src/index.ts';
import { ROOT } from '../support/pages.ts';

const FIXTURES = join(ROOT, 'test/fixtures');

/** Rules that speak in the editor as the command does. Layer folders are told once a file there, and once a folder here. */
const LAW = ['no-cross-module-imports', 'no-impure-contracts', 'no-impure-shared-kernel', 'no-test-imports', 'no-unresolved-imports'];

/** Small projects for the law; the others are for other rooms. */
const projects = readdirSync(FIXTURES).filter((name) => !['facts', 'rules', 'zoo', 'reference-forms'].includes(name));

async function fromESLint(cwd: string): Promise<string[]> {
  const rules = Object.fromEntries(LAW.map((name) => [`fortress/${name}`, 'error' as const]));
  const parser = fortress.configs.strict.flatMap(({ languageOptions, files }) => (languageOptions?.parser ? [{ files: files ?? [], languageOptions }] : []));
  const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: [...parser, { files: ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}'], plugins: { fortress }, rules }] });
  const results = await eslint.lintFiles(['.']);
  return results.flatMap(({ filePath, messages }) =>
    messages.filter(({ fatal }) => !fatal).map(({ ruleId, line, column, endLine, endColumn, message }) => `${relative(cwd, filePath)}:${line}:${column}-${endLine}:${endColumn} ${ruleId?.replace('fortress/', '')} ${message}`),
  );
}

function fromCommand(root: string): string[] {
  const { findings } = openProject({ root, today: new Date('2026-11-25') }).check();
  return findings
    .filter(({ rule }) => LAW.includes(rule))
    .map(({ file, line, column, endLine, endColumn, rule, message }) => `${file}:${line}:${column}-${endLine}:${endColumn} ${rule} ${message}`);
}

describe('ESLint and the command agree', () => {
  it.each(projects)('on %s: same verdict, same words, same place', async (name) => {
    const root = join(FIXTURES, name);
    expect((await fromESLint(root)).sort()).toEqual(fromCommand(root).sort());
  });
});
