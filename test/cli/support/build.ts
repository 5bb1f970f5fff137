import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * The package as a user has it: `dist` compiled from today's sources, with `package.json` and the pages beside it. It is built
 * once for each state of the sources, however many tests ask, and knows no types: what does not type-check is told elsewhere.
 * @returns the folder of the package
 */
export function builtPackage(): string {
  const sources = sourceFiles(join(root, 'src'));
  const hash = createHash('sha256').update(ts.version);
  for (const path of [join(root, 'package.json'), ...sources]) hash.update(path).update(readFileSync(path));
  const folder = join(root, 'node_modules/.cache/fortress-built', hash.digest('hex').slice(0, 16));
  if (existsSync(folder)) return folder;
  removeOld(dirname(folder));
  const partial = `${folder}.${process.pid}`;
  build(sources, partial);
  try {
    renameSync(partial, folder);
  } catch {
    // Another worker was faster.
    rmSync(partial, { recursive: true, force: true });
  }
  return folder;
}

/** Builds that no test can be using any more. */
function removeOld(folder: string): void {
  const hourAgo = Date.now() - 3_600_000;
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const path = join(folder, name);
    if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < hourAgo) rmSync(path, { recursive: true, force: true });
  }
}

function build(sources: readonly string[], folder: string): void {
  for (const path of sources) {
    const target = join(folder, 'dist', path.slice(join(root, 'src').length).replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    const { outputText } = ts.transpileModule(readFileSync(path, 'utf8'), {
      fileName: path,
      compilerOptions: {
        target: ts.ScriptTarget.ES2023,
        module: ts.ModuleKind.ESNext,
        verbatimModuleSyntax: true,
        rewriteRelativeImportExtensions: true,
      },
    });
    writeFileSync(target, outputText);
  }
  writeFileSync(join(folder, 'package.json'), readFileSync(join(root, 'package.json')));
  symlinkSync(join(root, 'docs'), join(folder, 'docs'));
}

function sourceFiles(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile() && /(?<!\.d)\.ts$/.test(entry.name)).map((entry) => join(entry.parentPath, entry.name)).sort();
}
