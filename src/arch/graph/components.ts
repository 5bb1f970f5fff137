/** What refers to what, by number: the keys of each are what it refers to. */
export interface Edges {
  readonly edges: readonly ReadonlyMap<number, unknown>[];
}

/**
 * The groups of modules that reach each other, each of two or more, in ascending order (Tarjan's algorithm). It keeps its
 * own stack, so that a long chain of modules cannot overflow the engine's.
 */
export function stronglyConnected({ edges }: Edges): number[][] {
  const groups: number[][] = [];
  /** The order in which modules were met, from 1, and the earliest that each is known to reach. */
  const met = new Int32Array(edges.length);
  const earliest = new Int32Array(edges.length);
  const isOpen = new Uint8Array(edges.length);
  const open: number[] = [];
  let count = 0;
  for (let start = 0; start < edges.length; start++) {
    if (met[start] !== 0) continue;
    const stack = [enter(start)];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const { value: to } = top.ahead.next();
      if (to !== undefined) {
        if (met[to] === 0) stack.push(enter(to));
        else if (isOpen[to] === 1) reach(top.module, met[to] ?? 0);
        continue;
      }
      stack.pop();
      const below = stack.at(-1);
      if (below) reach(below.module, earliest[top.module] ?? 0);
      if (earliest[top.module] === met[top.module]) close(top.module);
    }
  }
  return groups.sort(([a = 0], [b = 0]) => a - b);

  function enter(module: number): { readonly module: number; readonly ahead: Iterator<number, undefined> } {
    met[module] = earliest[module] = ++count;
    isOpen[module] = 1;
    open.push(module);
    return { module, ahead: (edges[module] ?? new Map<number, unknown>()).keys() };
  }

  function reach(module: number, order: number): void {
    earliest[module] = Math.min(earliest[module] ?? order, order);
  }

  function close(first: number): void {
    const group = open.splice(open.lastIndexOf(first));
    for (const module of group) isOpen[module] = 0;
    if (group.length > 1) groups.push(group.sort((a, b) => a - b));
  }
}
