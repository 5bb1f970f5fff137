import { folderOf, relativeTo, under } from '../files/paths.ts';
import type { Tree } from '../files/tree.ts';
import { packageAt } from '../model/packages.ts';
import { probeFile } from './probe.ts';
import type { TsConfig } from './tsconfig.ts';

/** Folders that a build writes to, as packages name them in `main` and `exports`. */
const OUTPUT = new Set(['dist', 'build', 'out', 'lib', 'output', '.output', 'compiled']);
/** Folders that a build makes for each format, inside the former. */
const FORMATS = new Set(['esm', 'cjs', 'es', 'umd', 'types', 'node', 'module', 'commonjs', 'js', 'mjs', 'dts', 'dist', 'esm5', 'es2015', 'es2020', 'es2022']);

const COMPILED = /(?:\.d\.([cm]?)ts|\.([cm]?)jsx?)(?:\.map)?$/;

/**
 * The source that a file of a build was made from: `packages/billing/dist/db.js` is `packages/billing/src/db.ts`.
 * @param path absolute; the file need not be there
 * @param tsconfigOf the tsconfig of a package's folder, which may say where builds go
 * @returns the real path of a file that belongs to the project
 */
export function sourceOfOutput(tree: Tree, path: string, tsconfigOf: (folder: string) => TsConfig | undefined): string | undefined {
  const relative = relativeTo(tree.root, path);
  // Where the folder is one of sources, nothing was built into it.
  if (relative === undefined || tree.folder(folderOf(path))?.isLeftOut === false) return undefined;
  for (const candidate of candidates(tree, path, relative, tsconfigOf)) {
    const found = probeFile(tree, candidate.replace(COMPILED, (_, declared: string | undefined, compiled: string | undefined) => `.${declared ?? compiled ?? ''}js`));
    if (found !== undefined && tree.holds(found)) return found;
  }
  return undefined;
}

function* candidates(tree: Tree, path: string, relative: string, tsconfigOf: (folder: string) => TsConfig | undefined): Generator<string> {
  const folder = packageAt(tree, path)?.folder ?? tree.root;
  const config = tsconfigOf(folder);
  const built = config?.outDir === undefined ? undefined : relativeTo(config.outDir, path);
  if (built !== undefined) {
    if (config?.rootDir !== undefined) yield under(config.rootDir, built);
    yield `${folder}/src/${built}`;
    yield `${folder}/${built}`;
  }
  const names = relative.split('/');
  for (let i = 0; i < names.length - 1; i += 1) {
    if (!OUTPUT.has(names[i] ?? '')) continue;
    const before = [tree.root, ...names.slice(0, i)].join('/');
    let rest = names.slice(i + 1);
    yield `${before}/src/${rest.join('/')}`;
    yield `${before}/${rest.join('/')}`;
    while (rest.length > 1 && FORMATS.has(rest[0] ?? '')) {
      rest = rest.slice(1);
      yield `${before}/src/${rest.join('/')}`;
      yield `${before}/${rest.join('/')}`;
    }
  }
}
