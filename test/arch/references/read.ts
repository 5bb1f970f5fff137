import { parseForESLint } from '@typescript-eslint/parser';
import { expect } from 'vitest';
import { languageOf, parseModule, readFileReferences, readReferences } from '../../../src/arch/references/index.ts';
import type { Reference } from '../../../src/arch/types.ts';

/** The references of valid code, after all three ways to read them agreed. */
export function referencesIn(code: string, path = 'orders.ts'): readonly Reference[] {
  const { references, errors } = readFileReferences(path, code);
  expect(errors).toEqual([]);
  const { program, comments } = parseModule(path, code);
  expect(references).toEqual(readReferences(program, code, comments, path));
  const { ast } = parseForESLint(code, { filePath: path, range: true, loc: true, comment: true, ecmaFeatures: { jsx: languageOf(path).endsWith('x') } });
  expect(references).toEqual(readReferences(ast, code, ast.comments ?? [], path));
  return references;
}

/** The references in short: `require './db' find` is the form, what is written, and the names. */
export function inShort(code: string, path?: string): string[] {
  return referencesIn(code, path).map((reference) => {
    const { form, kind, specifier, isPrefix, isGlob, except, names } = reference;
    const marks = [kind === 'type' && 'type', form, isPrefix && 'prefix', isGlob && 'glob'].filter((mark) => mark !== false && mark !== undefined);
    const rest = [specifier ?? '?', ...(except ?? []).map((pattern) => `!${pattern}`), ...names];
    return `${marks.join(' ')}: ${rest.join(' ')}`;
  });
}

/** What the references of valid code stand on. */
export function sitesIn(code: string, path?: string): string[] {
  return referencesIn(code, path).map(({ start, end }) => code.slice(start, end));
}
