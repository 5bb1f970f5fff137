/**
 * Runs us and the peers on the same files and prints tables.
 *
 *   node bench/run.mjs [--files 5000] [--files 20000] [--lint-files 1000] [--rounds 5] [--dist dist] [--write]
 *
 * `--write` puts the tables into docs/performance.md, between its markers. Build first: it is dist/ that is measured.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { benchCheck } from './check.mjs';
import { benchPlugin } from './plugin.mjs';
import { checkTable, pluginTable } from './table.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const page = `${root}docs/performance.md`;
const { values } = parseArgs({
  options: {
    files: { type: 'string', multiple: true, default: ['5000'] },
    'lint-files': { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
    dist: { type: 'string', default: `${root}dist` },
    write: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const main = resolve(values.dist, 'main.js');
const plugin = resolve(values.dist, 'index.js');

if (!existsSync(main)) {
  console.error('There is nothing to measure. Build it first: npx tsc -p tsconfig.build.json');
  process.exit(2);
}

const onRun = (name) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${name}`);
};
const sections = [`Node.js ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}; medians of ${rounds} whole processes, in turns.`];
for (const files of values.files.map(Number)) {
  for (const style of ['barrels', 'contracts']) {
    const { written, measured } = benchCheck({ files, style, rounds, main, onRun });
    const what = style === 'barrels' ? 'whose modules speak through `index.ts`' : 'whose modules speak through types in `contract.ts`';
    sections.push(`### A monolith of ${written.files.toLocaleString('en')} files, ${written.references.toLocaleString('en')} references, ${what}`, checkTable(measured, '`fortress check`, cold'));
  }
}
const { written, start, lint } = benchPlugin({ files: Number(values['lint-files']), rounds, plugin, onRun });
sections.push('### The plugin in ESLint', pluginTable(start, lint, written.files));
onRun('');

const tables = sections.join('\n\n');
console.log(tables);
if (values.write) {
  const text = readFileSync(page, 'utf8');
  writeFileSync(page, text.replace(/(<!-- bench:begin -->\n)[^]*(<!-- bench:end -->)/, (_, begin, end) => `${begin}${tables}\n${end}`));
}
