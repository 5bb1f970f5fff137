#!/usr/bin/env node
// Tries the page of `--format html` in Chromium. With --if-there, a machine without one is told so and has not failed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const folders = (process.env.PATH ?? '').split(delimiter);
const chromium = process.env.CHROMIUM ?? NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));

if (chromium === undefined) {
  console.log('NOT TRIED in a browser: no Chromium is here. Install it (`apt-get install chromium`), or name it: `CHROMIUM=/path/to/chrome npm run test:browser`.');
  process.exit(process.argv.includes('--if-there') ? 0 : 1);
}
const { status } = spawnSync('npx', ['vitest', 'run', '--config', 'vitest.browser.config.ts'], {
  cwd: join(import.meta.dirname, '..'),
  env: { ...process.env, CHROMIUM: chromium },
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exit(status ?? 1);
