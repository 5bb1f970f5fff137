import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/types';
import { describe, expect, it } from 'vitest';
import { openProject, projectOf, readReferences, type Finding, type Project } from '../../src/arch/index.ts';
import { fixture } from './support/projects.ts';

const TODAY = new Date('2026-11-25');

const LAW = ['no-cross-module-imports', 'no-cross-slice-imports', 'no-test-imports', 'no-impure-shared-kernel', 'no-unresolved-imports'];

const FIXTURES = [
  'billing-imports-orders-internals',
  'contract-shows-entities',
  'contract-with-behaviour',
  'kernel-knows-a-module',
  'legacy-module-is-open',
  'main-wires-modules',
  'module-inside-a-module',
  'paths-that-lead-nowhere',
  'script-enters-a-module',
  'slices-of-one-module',
  'tests-of-two-modules',
  'way-out-is-in-the-contract',
];

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]s$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** What an editor shows: each rule for itself, on the tree of typescript-eslint. */
function seenInEditor(project: Project, path: string): readonly Finding[] {
  const text = readFileSync(path, 'utf8');
  const program = parser.parse(text, { range: true, loc: true, comment: true, sourceType: 'module' }) as TSESTree.Program & { comments: TSESTree.Comment[] };
  const references = readReferences(program, text, program.comments, path);
  return [...LAW.flatMap((rule) => project.judgeFile(path, text, references, { rule })), ...project.judgeContract(path, text, program)];
}

function sorted(findings: readonly Finding[]): Finding[] {
  const key = ({ file, line, column, rule, fingerprint }: Finding): string => [file, String(line).padStart(6), String(column).padStart(6), rule, fingerprint].join(' ');
  // Notes are what only the whole project can know.
  return findings.map(({ notes: _, ...finding }) => finding).sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

describe('the editor and the command', () => {
  it.each(FIXTURES)('say the same of %s', (name) => {
    const root = fixture(name);
    const inEditor = filesBelow(root).flatMap((path) => seenInEditor(openProject({ root, today: TODAY }), path));
    // What only the whole project shows, such as a cycle, is the command's alone.
    const inCommand = openProject({ root, today: TODAY }).check().findings.filter(({ rule }) => [...LAW, 'no-impure-contracts'].includes(rule));
    expect(sorted(inEditor)).toEqual(sorted(inCommand));
    expect(inCommand.length).toBeGreaterThan(0);
  });

  it.each(FIXTURES)('take the same folder for the project of %s', (name) => {
    const root = fixture(name);
    const roots = filesBelow(root).map((path) => relative(root, projectOf(path)?.root ?? '/'));
    expect(new Set(roots)).toEqual(new Set(['']));
  });
});
