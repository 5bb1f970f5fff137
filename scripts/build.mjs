#!/usr/bin/env node
// Compiles, then writes the pages of all libraries into one file: they are plain data, and a hundred files more make the start of
// the plugin a third slower.
import { spawnSync } from 'node:child_process';
import { deepStrictEqual } from 'node:assert/strict';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
rmSync(dist, { recursive: true, force: true });
const { status } = spawnSync('npx', ['tsc', '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
if (status === 0) await collect(join(dist, 'libraries'));
process.exitCode = status ?? 1;

async function collect(folder) {
  const { libraries } = await import(join(folder, 'all.js'));
  const json = JSON.stringify(libraries);
  deepStrictEqual(JSON.parse(json), libraries, 'a page holds what is no plain data');
  const kept = new Set(['all', 'index', 'definition']);
  for (const file of readdirSync(folder)) if (!kept.has(file.replace(/\.(?:d\.ts|js)$/, ''))) rmSync(join(folder, file));
  // V8 reads a JSON text faster than the same object written as code.
  writeFileSync(join(folder, 'all.js'), `export const libraries = JSON.parse(${JSON.stringify(json)});\n`);
}
