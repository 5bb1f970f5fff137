#!/usr/bin/env node
// Writes `schema.json` from the schema that checks the configuration. `--check` only says whether it is up to date.
// Reads the built package: run `npm run build` first.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as valibot from 'valibot';
import { configSchema } from '../dist/arch/config/schema.js';

const path = join(import.meta.dirname, '..', 'schema.json');
const wanted = `${JSON.stringify({ title: 'fortress.config', ...toJsonSchema(configSchema(valibot), { typeMode: 'input' }) }, undefined, 2)}\n`;

let found = '';
try {
  found = readFileSync(path, 'utf8');
} catch {
  // It is written for the first time.
}
if (process.argv.includes('--check')) {
  if (found !== wanted) {
    console.error('schema.json is not up to date. Run `npm run docs` and commit what it writes.');
    process.exitCode = 1;
  }
} else if (found !== wanted) writeFileSync(path, wanted);
