import { rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCorpus } from './corpus.mjs';
import { measure } from './measure.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const bins = join(here, '../node_modules/.bin');

/** How slow dependency-cruiser may be to be waited for. */
const MOST_FILES_FOR_CRUISER = 6_000;

/**
 * `fortress check` beside its peers on one corpus.
 * @returns the corpus, and what was measured; the first is the floor
 */
export function benchCheck({ files, style, rounds, main, onRun }) {
  const corpus = join(tmpdir(), `fortress-bench-${process.pid}`);
  const written = writeCorpus(corpus, { files, style });
  const fortress = [process.execPath, main, 'check', '--format', 'json'];
  const touched = join(corpus, 'src/main.ts');
  const candidates = [
    { name: 'read every byte (Node.js)', command: [process.execPath, join(here, 'read-every-byte.mjs'), 'src'] },
    { name: '`fortress check`, cold', command: [...fortress, '--no-cache'] },
    { name: '`fortress check`, nothing changed since', command: fortress },
    { name: '`fortress check`, one file changed since', command: fortress, before: () => utimesSync(touched, new Date(), new Date()) },
    { name: 'oxlint `import/no-cycle`', command: [join(bins, 'oxlint'), '--import-plugin', '--tsconfig', 'tsconfig.json', '-A', 'all', '-D', 'import/no-cycle', '.'] },
    ...(written.files > MOST_FILES_FOR_CRUISER
      ? []
      : [{ name: 'dependency-cruiser', command: [join(bins, 'depcruise'), '--config', join(here, 'dependency-cruiser.cjs'), '--output-type', 'err', 'src'], runs: 1 }]),
  ];
  try {
    const measured = measure(candidates.map((candidate) => ({ ...candidate, cwd: corpus })), rounds, onRun);
    for (const { name, stdout } of measured) if (name.includes('fortress')) verify(stdout, written.violations);
    return { written, measured };
  } finally {
    rmSync(corpus, { recursive: true, force: true });
  }
}

/** Fast and wrong is no result. */
function verify(stdout, expected) {
  const report = JSON.parse(stdout.slice(stdout.indexOf('{'), stdout.lastIndexOf('}') + 1));
  const found = report.violations.filter(({ rule }) => rule === 'no-cross-module-imports').length;
  if (found !== expected) throw new Error(`The check found ${found} violations of ${expected}.`);
}
