import type { ModuleEdge, ModuleGraph } from './module-graph.ts';

/**
 * The edges of a shortest cycle, from its first module by name on; of several, the first by the names of its modules.
 * `undefined` where there is no cycle.
 */
export function shortestCycle(graph: ModuleGraph): ModuleEdge[] | undefined {
  const left = new Remainder(graph);
  let best: number[] | undefined;
  for (let start = 0; start < graph.edges.length && best?.length !== 2; start++) {
    if (!left.has(start)) continue;
    best = cycleThrough(graph, left, start, best ? best.length - 1 : graph.edges.length) ?? best;
    left.remove(start);
  }
  return best?.map((module, i, all) => edgeBetween(graph, module, all[(i + 1) % all.length] ?? module));
}

/** The first of the shortest cycles through `start` and what is left, if it has at most `most` modules. */
function cycleThrough({ edges }: ModuleGraph, left: Remainder, start: number, most: number): number[] | undefined {
  const before = new Map<number, number>([[start, -1]]);
  let layer = [start];
  for (let length = 1; length <= most && layer.length > 0; length++) {
    const next: number[] = [];
    for (const module of layer) {
      const out = edges[module];
      if (out?.has(start)) return wayTo(module, before);
      for (const to of out?.keys() ?? []) {
        if (!left.has(to) || before.has(to)) continue;
        before.set(to, module);
        next.push(to);
      }
    }
    layer = next;
  }
  return undefined;
}

function wayTo(last: number, before: ReadonlyMap<number, number>): number[] {
  const way: number[] = [];
  for (let module = last; module >= 0; module = before.get(module) ?? -1) way.push(module);
  return way.reverse();
}

function edgeBetween({ names, edges }: ModuleGraph, from: number, to: number): ModuleEdge {
  return edges[from]?.get(to) ?? { from: names[from] ?? '', to: names[to] ?? '', references: [] };
}

/** The modules that can still be in a cycle: when one is taken out, all go that only it led to, or that only led to it. */
class Remainder {
  readonly #out: readonly (readonly number[])[];
  readonly #into: readonly (readonly number[])[];
  readonly #outCount: Int32Array;
  readonly #intoCount: Int32Array;
  readonly #isLeft: Uint8Array;

  constructor({ edges }: ModuleGraph) {
    const into: number[][] = edges.map(() => []);
    this.#out = edges.map((out) => [...out.keys()]);
    this.#out.forEach((out, from) => {
      for (const to of out) into[to]?.push(from);
    });
    this.#into = into;
    this.#outCount = Int32Array.from(this.#out, (out) => out.length);
    this.#intoCount = Int32Array.from(into, (from) => from.length);
    this.#isLeft = new Uint8Array(edges.length).fill(1);
    for (let module = 0; module < edges.length; module++) if (this.#outCount[module] === 0 || this.#intoCount[module] === 0) this.remove(module);
  }

  has(module: number): boolean {
    return this.#isLeft[module] === 1;
  }

  remove(module: number): void {
    const gone = [module];
    for (let one = gone.pop(); one !== undefined; one = gone.pop()) {
      if (!this.has(one)) continue;
      this.#isLeft[one] = 0;
      for (const to of this.#out[one] ?? []) if (lessen(this.#intoCount, to) === 0) gone.push(to);
      for (const from of this.#into[one] ?? []) if (lessen(this.#outCount, from) === 0) gone.push(from);
    }
  }
}

function lessen(counts: Int32Array, at: number): number {
  const count = (counts[at] ?? 0) - 1;
  counts[at] = count;
  return count;
}
