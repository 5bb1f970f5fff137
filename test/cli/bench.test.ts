import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { project } from './support/project.ts';
import { runHere } from './support/run-here.ts';

interface Written {
  readonly files: number;
  readonly references: number;
  readonly violations: number;
}

function corpus(folder: string, style: string): Written {
  const script = `import(${JSON.stringify(new URL('../../bench/corpus.mjs', import.meta.url).href)}).then(({ writeCorpus }) => console.log(JSON.stringify(writeCorpus(process.argv[1], { files: 160, style: process.argv[2] }))));`;
  return JSON.parse(spawnSync(process.execPath, ['-e', script, folder, style], { encoding: 'utf8' }).stdout) as Written;
}

function hashOf(folder: string): string {
  const hash = createHash('sha256');
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).map((one) => join(one.parentPath, one.name)).sort()) if (/\.\w+$/.test(entry)) hash.update(readFileSync(entry));
  return hash.digest('hex');
}

test.each(['barrels', 'contracts'])('the corpus of the benchmark holds exactly the violations that it says, the same each time: %s', async (style) => {
  const { root } = project({});
  const written = corpus(join(root, 'a'), style);
  const { stdout } = await runHere(['check', 'a', '--format', 'json'], root);
  const report = JSON.parse(stdout) as { readonly violations: readonly { readonly rule: string }[]; readonly coverage: { readonly files: number; readonly resolvedReferences: number } };
  expect(report.violations.filter(({ rule }) => rule === 'no-cross-module-imports')).toHaveLength(written.violations);
  expect(report.coverage).toMatchObject({ files: written.files, references: written.references, resolvedReferences: written.references });
  corpus(join(root, 'b'), style);
  expect(hashOf(join(root, 'b'))).toBe(hashOf(join(root, 'a')));
});
