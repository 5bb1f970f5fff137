import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { writeCorpus } from './corpus.mjs';
import { measure } from './measure.mjs';

const require = createRequire(import.meta.url);
const manifest = require.resolve('eslint/package.json');
const eslint = join(dirname(manifest), require(manifest).bin.eslint);
const parser = pathToFileURL(require.resolve('@typescript-eslint/parser')).href;

/**
 * What the plugin costs in ESLint: at the start, with one empty file; and over many files, beside the parser, which takes most of the time.
 * @returns both pairs: without and with the plugin
 */
export function benchPlugin({ files, rounds, plugin, onRun }) {
  const corpus = join(tmpdir(), `fortress-bench-plugin-${process.pid}`);
  try {
    const written = writeCorpus(corpus, { files });
    mkdirSync(join(corpus, 'empty'));
    writeFileSync(join(corpus, 'empty/empty.ts'), '');
    const fortress = `import fortress from '${pathToFileURL(plugin).href}';`;
    const language = `import * as parser from '${parser}';\nconst files = { files: ['**/*.ts'], languageOptions: { parser } };`;
    writeFileSync(join(corpus, 'without.config.mjs'), `${language}\nexport default [files];\n`);
    writeFileSync(join(corpus, 'with.config.mjs'), `${language}\n${fortress}\nexport default [files, ...[fortress.configs.recommended].flat()];\n`);
    const run = (name, config, target) => ({ name, command: [process.execPath, eslint, '--no-config-lookup', '--config', config, target], cwd: corpus });
    const start = measure([run('ESLint', 'without.config.mjs', 'empty'), run('ESLint with Fortress', 'with.config.mjs', 'empty')], rounds, onRun);
    const lint = measure([run('ESLint and the parser', 'without.config.mjs', 'src'), run('with `recommended`', 'with.config.mjs', 'src')], Math.min(rounds, 3), onRun);
    return { written, start, lint };
  } finally {
    rmSync(corpus, { recursive: true, force: true });
  }
}
