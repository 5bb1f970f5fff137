import { byCodeUnit } from '../files/tree.ts';

/** A reference from a file of one module to a file of another. */
export interface ModuleReference {
  /** The modules' names. */
  readonly from: string;
  readonly to: string;
  /** The file that refers, relative to the root, and the place in it. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly kind: 'value' | 'type';
  /** The file that is referred to, relative to the root. */
  readonly target: string;
  /** The names taken from it; `*` for all of it. */
  readonly names: readonly string[];
}

/** All references from one module to another, in the order of files and lines; never none. */
export interface ModuleEdge {
  readonly from: string;
  readonly to: string;
  readonly references: readonly ModuleReference[];
}

/** Modules by number, in the order of their names, and what each refers to. */
export interface ModuleGraph {
  readonly names: readonly string[];
  /** For each module its edges by the number of the other, in ascending order. */
  readonly edges: readonly ReadonlyMap<number, ModuleEdge>[];
}

/** The graph of some references, whatever their order. What a module refers to in itself is left out. */
export function moduleGraph(references: readonly ModuleReference[]): ModuleGraph {
  const between = references.filter(({ from, to }) => from !== to);
  const names = [...new Set(between.flatMap(({ from, to }) => [from, to]))].sort(byCodeUnit);
  const numbers = new Map(names.map((name, number) => [name, number]));
  const edges = names.map(() => new Map<number, ModuleReference[]>());
  for (const reference of between) {
    const out = edges[numbers.get(reference.from) ?? -1];
    const to = numbers.get(reference.to) ?? -1;
    const known = out?.get(to);
    if (known) known.push(reference);
    else out?.set(to, [reference]);
  }
  return { names, edges: edges.map((out) => sorted(out)) };
}

function sorted(out: ReadonlyMap<number, readonly ModuleReference[]>): ReadonlyMap<number, ModuleEdge> {
  const ascending = [...out].sort(([a], [b]) => a - b);
  return new Map(
    ascending.flatMap(([to, unsorted]) => {
      const references = unique(unsorted.toSorted(byPlace));
      const [first] = references;
      return first ? [[to, { from: first.from, to: first.to, references }] as const] : [];
    }),
  );
}

/** A pattern that matches several files of a module is still one reference. */
function unique(references: readonly ModuleReference[]): ModuleReference[] {
  return references.filter((one, i) => {
    const before = references[i - 1];
    return before?.file !== one.file || before.line !== one.line || before.column !== one.column;
  });
}

/** The order of files, lines and columns. */
export function byPlace(a: ModuleReference, b: ModuleReference): number {
  return byCodeUnit(a.file, b.file) || a.line - b.line || a.column - b.column || byCodeUnit(a.target, b.target) || byCodeUnit(a.kind, b.kind);
}

/** The graph of some of the modules, with the edges among them that `keep` keeps. */
export function subgraph(graph: ModuleGraph, modules: readonly number[], keep: (edge: ModuleEdge) => boolean = () => true): ModuleGraph {
  const ascending = modules.toSorted((a, b) => a - b);
  const numbers = new Map(ascending.map((old, number) => [old, number]));
  return {
    names: ascending.map((old) => graph.names[old] ?? ''),
    edges: ascending.map((old) => {
      const kept = new Map<number, ModuleEdge>();
      for (const [to, edge] of graph.edges[old] ?? []) {
        const number = numbers.get(to);
        if (number !== undefined && keep(edge)) kept.set(number, edge);
      }
      return kept;
    }),
  };
}
