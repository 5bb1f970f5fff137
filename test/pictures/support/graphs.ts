import { openProject, type GraphFile, type GraphReference, type GraphSide, type ProjectGraph } from '../../../src/arch/index.ts';
import { fileURLToPath } from 'node:url';

const MARKS: Readonly<Record<string, Partial<GraphReference>>> = {
  '>': {},
  '~': { kind: 'type' },
  '=': { isContract: true },
  '!': { verdict: 'error', rule: 'no-cross-module-imports' },
  '?': { verdict: 'warning', rule: 'no-cross-module-imports' },
  '&': { verdict: 'excepted', rule: 'no-cross-module-imports' },
};

/**
 * A graph from references in a few characters. `orders > billing` is allowed, `~` a type, `=` to the contract, `!` forbidden, `?` forbidden
 * with a warning, `&` excepted. `shared`, `root` and `none` are the zones; every other name is a module.
 */
export function graphOf(...lines: readonly string[]): ProjectGraph {
  return graphBetween(lines.map((line) => {
    const [from = '', mark = '', to = ''] = line.split(' ');
    return [from, mark, to];
  }));
}

/** The same for names that hold anything. */
export function graphBetween(lines: readonly (readonly [from: string, mark: string, to: string])[]): ProjectGraph {
  const references = lines.map(([from, mark, to], i): GraphReference => {
    const place = { file: `src/${from}/a.ts`, line: i + 1, column: 8, endLine: i + 1, endColumn: 20, target: `src/${to}/b.ts` };
    return { ...place, form: 'import', kind: 'value', specifier: '../b.ts', names: ['b'], from: sideOf(from), to: sideOf(to), isTest: false, isContract: false, verdict: 'allowed', ...MARKS[mark] };
  });
  const sides = [...new Map(references.flatMap(({ from, to, file, target }) => [[file, from], [target, to]] as const))];
  const files = sides.map(([path, side]): GraphFile => ({ path, side, isTest: false, isContract: false })).sort((a, b) => (a.path < b.path ? -1 : 1));
  const names = [...new Set(references.flatMap(({ from, to }) => [from.module, to.module]).filter((name) => name !== undefined))].sort();
  return { name: 'shop', modules: names.map((name) => ({ name, path: `src/${name}`, open: false })), files, references, cycles: [] };
}

function sideOf(name: string): GraphSide {
  return name === 'shared' || name === 'root' || name === 'none' ? { zone: name } : { zone: 'module', module: name };
}

/** As many modules as asked for, each of which uses the shared kernel and some of the next ones. */
export function monolith(modules: number, each: number): ProjectGraph {
  const lines: string[] = [];
  for (let i = 0; i < modules; i += 1) {
    lines.push(`module-${i} > shared`, `root > module-${i}`);
    for (let k = 0; k < each; k += 1) {
      const to = (i + 1 + ((i * 7 + k * k * 13) % 40)) % modules;
      if (to !== i) lines.push(`module-${i} ${(i + k) % 11 === 0 ? '!' : '='} module-${to}`);
    }
  }
  return graphOf(...lines);
}

/** Names that a format could take for something else. */
export const HOSTILE = ['a"b', "it's", '<script>alert(1)</script>', '</text></svg>', '[x](y)', '1. first', '- item', '`code`', 'end', 'a|b', 'x --> y', '#quot;', '%%{init: {}}%%', '注文 ünï', 'back\\slash\\', 'new\nline', '&amp;', '{{x}}', 'click', '😀', ']]>', '\u0007\u0000', 'x'.repeat(120)];

/** A graph whose modules have hostile names, in a circle. */
export function hostileGraph(): ProjectGraph {
  const graph = graphBetween(HOSTILE.map((name, i) => [name, i % 2 === 0 ? '!' : '>', HOSTILE[(i + 1) % HOSTILE.length] ?? '']));
  return { ...graph, name: 'ev"il <b>&;%%' };
}

/** The graph of one of the repository's examples. */
export function exampleGraph(name: 'shop' | 'legacy-shop'): ProjectGraph {
  return openProject({ root: exampleFolder(name) }).graph();
}

/** The folder of one of the repository's examples. */
export function exampleFolder(name: 'shop' | 'legacy-shop'): string {
  return fileURLToPath(new URL(`../../../examples/${name}`, import.meta.url));
}
