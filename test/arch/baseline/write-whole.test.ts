import { chmodSync, existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeWhole } from '../../../src/arch/index.ts';

function folder(): string {
  const path = realpathSync.native(mkdtempSync(join(tmpdir(), 'fortress-write-')));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

test('replaces a file as a whole, with its mode, and leaves nothing else behind', () => {
  const here = folder();
  writeFileSync(join(here, 'orders.json'), 'old');
  chmodSync(join(here, 'orders.json'), 0o640);
  writeWhole(join(here, 'orders.json'), 'new');
  expect(readFileSync(join(here, 'orders.json'), 'utf8')).toBe('new');
  expect(statSync(join(here, 'orders.json')).mode & 0o777).toBe(0o640);
  expect(readdirSync(here)).toEqual(['orders.json']);
});

test('writes through a link', () => {
  const here = folder();
  writeFileSync(join(here, 'real.json'), 'old');
  symlinkSync('real.json', join(here, 'link.json'));
  writeWhole(join(here, 'link.json'), 'new');
  expect(readFileSync(join(here, 'real.json'), 'utf8')).toBe('new');
  expect(lstatSync(join(here, 'link.json')).isSymbolicLink()).toBe(true);
});

test('leaves no part of a file where it cannot be put in place', () => {
  const here = folder();
  expect(() => writeWhole(join(here, 'missing/orders.json'), 'new')).toThrow('ENOENT');
  expect(readdirSync(here)).toEqual([]);
});

test.runIf(existsSync('/dev/null'))('writes to what is no file as it is', () => {
  writeWhole('/dev/null', 'new');
  expect(statSync('/dev/null').isFile()).toBe(false);
});
