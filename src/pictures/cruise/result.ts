import type { GraphReference, ProjectGraph } from '../../arch/index.ts';
import { foldersOf, instabilityOf } from './folders.ts';
import type { Dependency, DependencyKind, File, Result } from './types.ts';

/** What to hand over. */
export interface CruiseOptions {
  /** Only this module and its neighbours. */
  readonly focus?: string;
  /** With the metrics of files and folders. */
  readonly hasMetrics?: boolean;
}

/**
 * A graph as dependency-cruiser gives one, so that its reporters draw ours: files and the references among them, with what the
 * law says of each in place of its rules.
 */
export function cruiseResult(graph: ProjectGraph, { focus, hasMetrics = false }: CruiseOptions = {}): Result {
  const references = focus === undefined ? graph.references : graph.references.filter(({ from, to }) => from.module === focus || to.module === focus);
  const cycles = new Map(graph.files.flatMap(({ path, cycle }) => (cycle === undefined ? [] : [[path, cycle] as const])));
  const files = filesOf(graph, references, focus);
  for (const [file, group] of grouped(references)) {
    const from = files.get(file);
    if (from === undefined) continue;
    for (const [target, same] of group) {
      const to = files.get(target);
      if (to === undefined) continue;
      const isCircular = cycles.has(file) && cycles.get(file) === cycles.get(target);
      from.dependencies.push(dependency(target, same, isCircular));
      to.dependents.push(file);
    }
  }
  const modules = [...files.values()];
  for (const file of modules) file.orphan = file.dependencies.length === 0 && file.dependents.length === 0;
  if (hasMetrics) addMetrics(files);
  return { modules, ...(hasMetrics && { folders: foldersOf(modules) }), summary: summaryOf(graph, modules) };
}

function filesOf(graph: ProjectGraph, references: readonly GraphReference[], focus: string | undefined): Map<string, File> {
  const touched = new Set(references.flatMap(({ file, target }) => [file, target]));
  const own = graph.files.filter(({ path, side }) => focus === undefined || side.module === focus || touched.has(path)).map(({ path }) => path);
  // A JSON file is none of the project's, but it is there. A folder is no file.
  const others = references.flatMap(({ target, specifier }) => (/\.[^/]+$/.test(target) && !specifier.endsWith('/') ? [target] : []));
  const paths = [...new Set([...own, ...others])].sort();
  return new Map(paths.map((source) => [source, { source, dependencies: [], dependents: [], orphan: false, valid: true }]));
}

/** References by file, then by what they lead to. */
function grouped(references: readonly GraphReference[]): Map<string, Map<string, GraphReference[]>> {
  const groups = new Map<string, Map<string, GraphReference[]>>();
  for (const reference of references) {
    const group = groups.get(reference.file) ?? new Map<string, GraphReference[]>();
    const same = group.get(reference.target) ?? [];
    groups.set(reference.file, group.set(reference.target, same));
    same.push(reference);
  }
  return groups;
}

const SEVERITIES = { error: 'error', warning: 'warn', excepted: 'ignore' } as const;

function dependency(resolved: string, references: readonly GraphReference[], circular: boolean): Dependency {
  const forms = references.map(({ form }) => form);
  const isTypeOnly = references.every(({ kind }) => kind === 'type');
  const rules = references.flatMap(({ verdict, rule: name }) => (verdict === 'allowed' || name === undefined ? [] : [{ name, severity: SEVERITIES[verdict] }]));
  const unique = [...new Map(rules.map((rule) => [`${rule.name} ${rule.severity}`, rule])).values()];
  return {
    module: references[0]?.specifier ?? resolved,
    resolved,
    circular,
    coreModule: false,
    couldNotResolve: false,
    dependencyTypes: [...new Set<DependencyKind>(['local', ...(isTypeOnly ? (['type-only'] as const) : []), ...forms.map((form) => KINDS[form])])],
    dynamic: forms.every((form) => form === 'dynamic-import'),
    exoticallyRequired: false,
    followable: true,
    ...(isTypeOnly && { typeOnly: true }),
    moduleSystem: forms.every((form) => form === 'require' || form === 'require-resolve') ? 'cjs' : forms.every((form) => form === 'triple-slash') ? 'tsd' : 'es6',
    valid: unique.length === 0,
    ...(unique.length > 0 && { rules: unique }),
  } as Dependency;
}

const KINDS: Readonly<Record<GraphReference['form'], DependencyKind>> = {
  import: 'import',
  export: 'export',
  'import-equals': 'import-equals',
  'dynamic-import': 'dynamic-import',
  require: 'require',
  'require-resolve': 'require',
  'import-type': 'type-import',
  'declare-module': 'undetermined',
  'triple-slash': 'triple-slash-directive',
  jsdoc: 'jsdoc',
  mock: 'undetermined',
  glob: 'undetermined',
  url: 'undetermined',
  worker: 'undetermined',
};

function addMetrics(files: ReadonlyMap<string, File>): void {
  for (const file of files.values()) file.instability = instabilityOf(file.dependencies.length, file.dependents.length);
  for (const file of files.values()) for (const one of file.dependencies) one.instability = files.get(one.resolved)?.instability ?? 0;
}

/** The reporters count anew what is found; of the summary they take the options. */
function summaryOf({ modules }: ProjectGraph, files: readonly File[]): Result['summary'] {
  return {
    violations: [],
    error: 0,
    warn: 0,
    info: 0,
    ignore: 0,
    totalCruised: files.length,
    totalDependenciesCruised: files.reduce((sum, { dependencies }) => sum + dependencies.length, 0),
    optionsUsed: {
      args: '.',
      reporterOptions: {
        // Words of its own choice are random.
        anon: { wordlist: Array.from(new Set(files.flatMap(({ source }) => source.split(/[/.]/))), (_, i) => `name${i + 1}`) },
        archi: { collapsePattern: folderPattern(modules.map(({ path }) => path)) },
        // The other words of its footer are the time of day: the same graph would not give the same bytes.
        markdown: { showFooter: false },
      },
    },
  };
}

/** Modules and the other folders at the top, each as one. */
function folderPattern(modules: readonly string[]): string {
  const escaped = modules.map((path) => path.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`));
  return `^(${[...escaped, '[^/]+/[^/]+', '[^/]+'].join('|')})(?=/)`;
}
