import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { openProject, type Finding, type ProjectOptions, type Report } from '../../../src/arch/index.ts';

const made: string[] = [];

afterAll(() => {
  for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
});

/** The folder of a fixture. */
export function fixture(name: string): string {
  return join(import.meta.dirname, '../../fixtures', name);
}

/**
 * A project of its own, which is gone after the tests of the file.
 * @param files text by path
 * @param links what each link leads to, by path; relative to the link
 */
export function projectOf(files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>> = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'fortress-')));
  made.push(root);
  write(root, files);
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    symlinkSync(target, join(root, path));
  }
  return root;
}

/** A copy of a fixture that may be changed. */
export function copyOf(name: string): string {
  const root = projectOf({});
  cpSync(fixture(name), root, { recursive: true });
  return root;
}

/** Writes further files. */
export function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** Takes the right to read a file or folder away, and does something as a user to whom that matters: root reads everything. */
export function withLocked<T>(root: string, path: string, act: () => T): T {
  const locked = join(root, path);
  chmodSync(root, 0o755);
  chmodSync(locked, 0o000);
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    return act();
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(locked, 0o755);
  }
}

/** The check of a folder, on a day when all tests were written. */
export function check(root: string, options: Partial<ProjectOptions> = {}): Report {
  return openProject({ root, today: new Date('2026-11-25'), ...options }).check();
}

/** What a report says, a line each: `src/a.ts:1:2 no-cross-module-imports`. */
export function places(findings: readonly Finding[]): string[] {
  return findings.map(({ file, line, column, rule, severity }) => `${file}:${line}:${column} ${rule}${severity === 'warning' ? ' (warning)' : ''}`);
}

/** The findings of a project of its own, a line each. */
export function placesIn(files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>> = {}): string[] {
  return places(check(projectOf(files, links)).findings);
}
