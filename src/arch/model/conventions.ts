import { relativeTo, SOURCE_EXTENSIONS, under } from '../files/paths.ts';
import type { Tree } from '../files/tree.ts';
import { hasSources } from '../patterns/expand.ts';
import { PatternSet } from '../patterns/pattern-set.ts';
import { escapedPath } from '../patterns/segments.ts';
import { workspacePackages } from './packages.ts';

/** Where modules are looked for, in each package; the first that holds any is taken. */
const MODULE_FOLDERS = ['src/modules', 'src/features', 'src/domains', 'src/contexts', 'modules', 'features', 'domains', 'contexts'] as const;

const KERNEL_FOLDERS = ['shared', 'common', 'kernel'] as const;

/** Contract files, relative to the module's folder. They may have the extension of any source file. */
export const CONTRACT_PATTERNS: readonly string[] = ['contract.ts', 'contracts/**', 'events.ts', 'events/**', '*.events.ts', '*.contract.ts'];

const ANY_EXTENSION = [...SOURCE_EXTENSIONS, '.d.ts', '.d.mts', '.d.cts'].map((extension) => extension.slice(1)).join(',');

/** The patterns of a contract as they are matched. */
export function contractSet(patterns: readonly string[]): PatternSet<undefined> {
  const matched = patterns === CONTRACT_PATTERNS ? ['contracts/**', 'events/**', `{contract,events,*.events,*.contract}.{${ANY_EXTENSION}}`] : patterns;
  return new PatternSet(matched.map((pattern) => ({ pattern, data: undefined })));
}

/** Slices, relative to the module's folder. */
export const SLICE_PATTERNS = ['features/*', 'slices/*'];

/** A folder of modules whose children are slices themselves: each is a module of one slice. */
export const SLICE_FOLDERS: ReadonlySet<string> = new Set(['features', 'slices']);

const TEST_PATTERNS = ['**/*.{test,spec,e2e,e2e-spec,e2e-test}.*', '**/__tests__/**'];
const TEST_FOLDERS = ['test', 'tests', 'e2e'];

/** What stands for a key that the configuration leaves out. Patterns are relative to the root. */
export interface Conventions {
  readonly modules: readonly string[];
  readonly shared: readonly string[];
  /** Files only: a folder in `src` is not part of the composition root. */
  readonly compositionRoot: readonly string[];
  readonly tests: readonly string[];
}

/** What the layout of a project says by itself: the root's, and that of each workspace package. */
export function conventionsOf(tree: Tree): Conventions {
  const folders = [tree.root, ...(workspacePackages(tree, tree.root) ?? []).map(({ folder }) => folder)];
  const layouts = folders.map((folder) => layoutOf(tree, folder));
  return {
    modules: layouts.flatMap(({ modules }) => modules),
    shared: layouts.flatMap(({ shared }) => shared),
    compositionRoot: layouts.flatMap(({ compositionRoot }) => compositionRoot),
    tests: [...TEST_PATTERNS, ...layouts.flatMap(({ tests }) => tests)],
  };
}

function layoutOf(tree: Tree, folder: string): Conventions {
  const prefix = escapedPath(relativeTo(tree.root, folder) ?? '');
  const at = (path: string): string => (prefix === '' ? path : `${prefix}/${path}`);
  const modules = MODULE_FOLDERS.find((path) => holdsModules(tree, under(folder, path)));
  const source = modules === undefined ? (tree.folder(`${folder}/src`) === undefined ? '' : 'src/') : modules.startsWith('src/') ? 'src/' : '';
  return {
    modules: modules === undefined ? [] : [at(`${modules}/*`)],
    shared: KERNEL_FOLDERS.map((name) => at(source + name)),
    compositionRoot: [at(`${source}*`)],
    tests: TEST_FOLDERS.map((name) => at(name)),
  };
}

function holdsModules(tree: Tree, path: string): boolean {
  const folder = tree.folder(path);
  return folder !== undefined && folder.children.some((name) => hasSources(tree, under(path, name)));
}
