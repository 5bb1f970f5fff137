import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseForESLint } from '@typescript-eslint/parser';
import { describe, expect, test } from 'vitest';
import { languageOf, parseModule, readExactReferences, readFileReferences, readReferences } from '../../../src/arch/references/index.ts';
import { Lines } from '../../../src/arch/files/positions.ts';
import { openProject } from '../../../src/arch/index.ts';
import type { Reference } from '../../../src/arch/types.ts';

interface Row {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly form: string;
  readonly kind: string;
  readonly specifier: string;
  readonly names: readonly string[];
  readonly target?: string;
}

const ROOT = join(import.meta.dirname, '../../fixtures/reference-forms');
const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8')) as readonly Row[];
const FILES = filesOf('src');

function filesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.[cm]?[jt]sx?$/.test(path))
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .sort();
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8').replace(/^\uFEFF/, '');
}

/** What enters billing; the rest are packages and builtins. */
function entries(file: string, readOne: typeof readFileReferences): Row[] {
  const text = read(file);
  const { references, errors } = readOne(file, text);
  expect(errors).toEqual([]);
  return references.filter(({ specifier }) => specifier?.includes('billing')).map((reference) => row(file, text, reference));
}

function row(file: string, text: string, { form, kind, specifier = '', names, start, end }: Reference): Row {
  const { line, column } = new Lines(text).at(start);
  return { name: '', file, line, column, endColumn: column + end - start, form, kind, specifier, names };
}

function parsedByTypescriptEslint(file: string, text: string): Reference[] {
  const { ast } = parseForESLint(text, {
    filePath: file,
    range: true,
    loc: true,
    comment: true,
    sourceType: 'module',
    ecmaFeatures: { jsx: languageOf(file).endsWith('x') },
  });
  return readReferences(ast, text, ast.comments ?? [], file);
}

describe('every form of reference enters billing once', () => {
  test.each(MANIFEST)('$name', ({ name, file, line, column, endColumn, form, kind, specifier, names }) => {
    const expected = { name: '', file, line, column, endColumn, form, kind, specifier, names };
    expect(name).not.toBe('');
    expect(entries(file, readFileReferences)).toEqual([expected]);
    expect(entries(file, readExactReferences)).toEqual([expected]);
  });

  test('no other file of orders does', () => {
    const listed = new Set(MANIFEST.map(({ file }) => file));
    const others = filesOf('src/modules/orders').filter((file) => !listed.has(file));
    expect(others).toEqual(['src/modules/orders/decoys.js', 'src/modules/orders/decoys.ts', 'src/modules/orders/unreadable.ts']);
    expect(others.flatMap((file) => entries(file, readFileReferences))).toEqual([]);
  });

  test('what cannot be read is counted', () => {
    const { references } = readFileReferences('unreadable.ts', read('src/modules/orders/unreadable.ts'));
    expect(references).toMatchObject([{ form: 'dynamic-import', specifier: undefined }]);
  });
});

describe('both parsers give the same references', () => {
  test.each(FILES)('%s', (file) => {
    const text = read(file);
    const { program, comments } = parseModule(file, text);
    expect(JSON.stringify(parsedByTypescriptEslint(file, text))).toBe(JSON.stringify(readReferences(program, text, comments, file)));
  });
});

test('the check of the project reports each form, and nothing else', () => {
  const { findings, coverage } = openProject({ root: ROOT }).check();
  const reported = findings.map(({ rule, file, line, column, endColumn, kind, to }) => ({ rule, file, line, column, endColumn, kind, target: to?.file }));
  const expected = MANIFEST.map(({ file, line, column, endColumn, kind, target }) => ({ rule: 'no-cross-module-imports', file, line, column, endColumn, kind, target }));
  expect(reported).toEqual(expected.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line)));
  expect(coverage.unanalysableReferences).toBe(1);
});
