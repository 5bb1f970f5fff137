#!/usr/bin/env node
// Everything that has to hold, in one command. The last line counts Vitest's tests, and every other step that failed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'fortress-test-'));
const report = join(scratch, 'vitest.json');
const failed = [];

step('build', 'npm', ['run', '--silent', 'build']);
step('types', 'npx', ['tsc', '-p', 'tsconfig.json']);
step('docs are up to date', 'node', ['scripts/docs.mjs', '--check']);
step('own code, linted', 'npx', ['eslint', '.', '--max-warnings', '0']);
step('own code, checked', 'node', ['dist/main.js', 'check', 'src']);
const isGreen = step('tests', 'npx', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
step('the page, in a browser', 'node', ['scripts/test-browser.mjs', '--if-there']);
for (const example of readdirSync(join(root, 'examples'))) {
  const folder = join(root, 'examples', example);
  if (!existsSync(join(folder, 'package.json'))) continue;
  const { scripts = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!scripts.test) continue;
  if (!existsSync(join(folder, 'node_modules'))) step(`examples/${example}: install`, 'npm', ['ci', '--no-audit', '--no-fund', '--silent'], folder);
  step(`examples/${example}: tests`, 'npm', ['test', '--silent'], folder);
}

const { numPassedTests = 0, numFailedTests = 0, numFailedTestSuites = 0 } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
rmSync(scratch, { recursive: true, force: true });
// A file that cannot be loaded has no tests that could fail.
const others = failed.filter((name) => name !== 'tests').length;
const broken = !isGreen && numFailedTests === 0 ? Math.max(numFailedTestSuites, 1) : 0;
if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
console.log(`${numPassedTests} passed, ${numFailedTests + broken + others} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;

function step(name, command, args, cwd = root) {
  console.log(`\n> ${name}`);
  const { status, error } = spawnSync(command, args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) console.error(error.message);
  if (status !== 0) failed.push(name);
  return status === 0;
}
