#!/usr/bin/env node
// The main job on a shop that was written in a hurry: the plugin through ESLint, then the check of the architecture.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const shop = join(root, 'examples/legacy-shop');
const eslint = join(dirname(createRequire(import.meta.url).resolve('eslint/package.json')), 'bin/eslint.js');

const linted = run('eslint .', [eslint, '.']);
const checked = run('fortress check', [join(root, 'dist/main.js'), 'check']);

// Both are to find something here: exit code 1 is the one that is hoped for.
if (linted === 1 && checked === 1) console.log('\nBoth found what this shop is an example of.');
else process.exitCode = 1;

function run(title, args) {
  console.log(`\n$ cd examples/legacy-shop && ${title}\n`);
  const { status, error } = spawnSync(process.execPath, args, { cwd: shop, stdio: 'inherit' });
  if (error) console.error(error.message);
  return status;
}
